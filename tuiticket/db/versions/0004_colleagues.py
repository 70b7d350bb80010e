"""Watching, links, snoozing, follow-ups, spam, and what people keep to be quicker.

As in 0002 the tables that change are made anew, their rows put back under their ids.
"""

from __future__ import annotations

from collections.abc import Mapping

from tuiticket.db.remaking import Shapes, make_anew

revision = "0004"
down_revision = "0003"

_REMADE: Mapping[str, Mapping[str, str]] = {
    "ticket": {"follow_up_told": "0"},
    "timer": {},
    "notice": {},
}
"""The tables made anew, and what stands in their new columns where that is not nothing."""

_SHAPES: Shapes = {
    ("ticket", "ix_ticket_snoozed_until"): "500 1",
    ("ticket", "ix_ticket_follow_up_at"): "2000 1",
}
"""What the planner is told of the new indexes."""


def upgrade() -> None:
    make_anew(__file__, _REMADE, _SHAPES)
