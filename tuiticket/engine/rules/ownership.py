"""Why a ticket is whose it is: what brought it to its team, and what decided on its owner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tuiticket.engine.model.event import Event

DECIDING = frozenset(
    {
        "ticket.assigned",
        "ticket.handed-back",
        "ticket.not-accepted",
        "ticket.passed-on",
        "ticket.queued",
        "ticket.released",
        "ticket.stolen",
        "ticket.taken",
        "ticket.transferred",
    }
)
"""Kinds of events after which a ticket is somebody else's, or nobody's."""


@dataclass(frozen=True, slots=True)
class Ownership:
    """What the log tells of it: the routing and the decision that hold now, if there were any."""

    routed: Event | None
    decided: Event | None

    @property
    def considered(self) -> tuple[dict[str, Any], ...]:
        """Whom the desk looked at in the end: login, load, capacity, verdict of each."""
        return tuple(self.decided.data.get("considered", ())) if self.decided else ()


def ownership(events: Iterable[Event]) -> Ownership:
    """Why a ticket is whose it is, from its log in order."""
    routed = decided = None
    for event in events:
        if event.kind == "ticket.routed" and "team" in event.data:
            routed = event
        elif event.kind in DECIDING:
            decided = event
            routed = None if event.kind == "ticket.transferred" else routed
    return Ownership(routed, decided)
