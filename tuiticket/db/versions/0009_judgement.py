"""What the desk makes of tickets by itself, and what it learns."""

from __future__ import annotations

from tuiticket.db.remaking import run_script

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    run_script(__file__)
