"""The shop has its own words for the same matter."""

from __future__ import annotations

from tuiticket.db.remaking import run_script

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    run_script(__file__)
