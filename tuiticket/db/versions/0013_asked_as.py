"""Articles know how else people ask for them.

The table is made anew around its rows, for a column added to it would stand behind its keys.
"""

from __future__ import annotations

from collections.abc import Mapping

from tuiticket.db.remaking import make_anew

revision = "0013"
down_revision = "0012"

_REMADE: Mapping[str, Mapping[str, str]] = {"article": {"asked_as": "'[]'"}}
"""The tables made anew, and what stands in their new columns where that is not nothing."""


def upgrade() -> None:
    make_anew(__file__, _REMADE)
