"""The desk knows for how long after a solution a new ticket may be the same matter come back.

The table is made anew around its one row, for a column added to it would stand behind its key.
"""

from __future__ import annotations

from collections.abc import Mapping

from tuiticket.db.remaking import make_anew

revision = "0007"
down_revision = "0006"

_REMADE: Mapping[str, Mapping[str, str]] = {"settings": {"rebound_within_s": f"{14 * 86_400}"}}
"""The tables made anew, and what stands in their new columns where that is not nothing."""


def upgrade() -> None:
    make_anew(__file__, _REMADE)
