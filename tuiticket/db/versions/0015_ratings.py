"""What customers thought of how they were served, and what that tells of tickets to come."""

from __future__ import annotations

from tuiticket.db.remaking import run_script

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    run_script(__file__)
