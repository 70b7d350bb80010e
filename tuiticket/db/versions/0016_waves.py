"""Sudden waves of tickets are found, by counting what tickets are about.

The tables of timers and settings are made anew, for one takes another word and a column added to
the other would stand behind its key.
"""

from __future__ import annotations

from collections.abc import Mapping

from tuiticket.db.remaking import make_anew

revision = "0016"
down_revision = "0015"

_REMADE: Mapping[str, Mapping[str, str]] = {
    "settings": {"wave_least": "6", "wave_within_s": "21600"},
    "timer": {},
}
"""The tables made anew, and what stands in their new columns where that is not nothing."""


def upgrade() -> None:
    make_anew(__file__, _REMADE)
