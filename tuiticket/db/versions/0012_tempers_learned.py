"""What people tell of tempers is learned, and a reading says what it learned that from.

Judgements are laid into a table made anew, for columns added to it would stand behind its keys.
"""

from __future__ import annotations

from collections.abc import Mapping

from tuiticket.db.remaking import make_anew

revision = "0012"
down_revision = "0011"

_REMADE: Mapping[str, Mapping[str, str]] = {"judgement": {"learned": "''", "lessons": "0"}}
"""The tables made anew, and what stands in their new columns where that is not nothing."""


def upgrade() -> None:
    make_anew(__file__, _REMADE)
