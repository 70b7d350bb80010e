"""The desk as it was first made."""

from __future__ import annotations

from tuiticket.db.remaking import run_script

revision = "0001"
down_revision = None


def upgrade() -> None:
    run_script(__file__)
