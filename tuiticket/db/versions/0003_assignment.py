"""Skills, shifts, routing rules, and what handing tickets out needs to remember.

As in 0002 the tables that change are made anew, their rows put back under their ids. Tickets that
stand in a queue have stood there since they came in, as far as is known.
"""

from __future__ import annotations

from collections.abc import Mapping

from tuiticket.db.remaking import Shapes, make_anew

revision = "0003"
down_revision = "0002"

_REMADE: Mapping[str, Mapping[str, str]] = {
    "settings": {
        "weights": "'{}'",
        "waiting_weight": "0.25",
        "unrouted_s": "900",
        "sticky": "1",
        "break_s": "7200",
    },
    "agent": {"away_note": "''", "skills": "'[]'"},
    "team": {"overflow": "'[]'"},
    "category": {"skill_level": "1"},
    "policy": {"rebound_to": "'same'"},
    "ticket": {
        "by_hand": "0",
        "needs_level": "0",
        "excluded": "'[]'",
        "widened": "0",
        "queued_at": "iif(owner_id IS NULL AND state IN ('new', 'open', 'waiting-customer',"
        " 'waiting-third', 'review'), created_at, NULL)",
    },
    "timer": {},
}
"""The tables made anew, and what stands in their new columns where that is not nothing."""

_SHAPES: Shapes = {
    ("ticket", "ix_ticket_unassigned"): "15000 750 10 1 1 1 1 1",
    ("ticket", "ix_ticket_active_owner"): "20000 1000 250 60",
}
"""What the planner is told of the indexes that cover more now."""


def upgrade() -> None:
    make_anew(__file__, _REMADE, _SHAPES)
