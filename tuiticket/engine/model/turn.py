"""What happens to the clocks of a ticket, as the log tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tuiticket.engine.model.ticket import State


class TurnKind(StrEnum):
    """The events that clocks answer to; `rules.promises` tells how."""

    OPENED = "opened"
    CUSTOMER_WROTE = "customer-wrote"
    STAFF_ANSWERED = "staff-answered"
    MOVED = "moved"
    REOPENED = "reopened"
    HANDED_OVER = "handed-over"
    REJECTED = "rejected"
    RESULT = "result"
    WROTE_AFTERWARDS = "wrote-afterwards"
    REBOUNDED = "rebounded"
    THANKED = "thanked"
    RETARGETED = "retargeted"
    RECOUNTED = "recounted"
    WAITS_SINCE = "waits-since"
    CALLED_OFF = "called-off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One event at `at`, with what it needs to be known by.

    `to` is the state a ticket moved to, `answered` whether it was opened with its answer, `seconds`
    the deadline a hand-over set, `since` from when the customer waits.
    """

    kind: TurnKind
    at: datetime
    to: State | None = None
    answered: bool = False
    seconds: int | None = None
    since: datetime | None = None
