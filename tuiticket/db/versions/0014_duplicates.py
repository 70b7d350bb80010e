"""The desk notes which tickets seem to tell the same, and how old the earlier one may be.

The table of settings is made anew around its one row, for a column added to it would stand behind
its key.
"""

from __future__ import annotations

from collections.abc import Mapping

from tuiticket.db.remaking import make_anew

revision = "0014"
down_revision = "0013"

_REMADE: Mapping[str, Mapping[str, str]] = {"settings": {"duplicates_within_s": f"{7 * 86_400}"}}
"""The tables made anew, and what stands in their new columns where that is not nothing."""


def upgrade() -> None:
    make_anew(__file__, _REMADE)
