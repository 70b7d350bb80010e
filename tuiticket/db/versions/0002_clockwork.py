"""Calendars, and all that the clocks of a ticket need to know.

SQLite cannot change what a column may hold, so the tables are made anew: their rows are set aside,
the tables dropped and created, and the rows put back, each under its id.
"""

from __future__ import annotations

from collections.abc import Mapping

from tuiticket.db.remaking import make_anew

revision = "0002"
down_revision = "0001"

_REMADE: Mapping[str, Mapping[str, str]] = {
    "policy": {"retired": "0"},
    "clock": {"calendar_edition": "0", "attempt": "1", "agreed": "0", "cut_short": "0"},
    "ticket": {},
}
"""The tables made anew, and what stands in their new columns where that is not nothing."""


def upgrade() -> None:
    make_anew(__file__, _REMADE)
