"""Articles are linked, judged, drafted, and followed step by step on tickets."""

from __future__ import annotations

from tuiticket.db.remaking import run_script

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    run_script(__file__)
