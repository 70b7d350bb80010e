"""What must happen at an instant to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Due(StrEnum):
    """What falls due.

    A step of a clock; closing a solved ticket, archiving a closed one; that its owner accepted a
    ticket; that one nobody has is offered more widely, or one without a team made known; a
    beginning or end of somebody's shift; a snoozed ticket coming back; a follow-up; that a
    wave may be over.
    """

    STEP = "step"
    CLOSE = "close"
    ARCHIVE = "archive"
    ACCEPT = "accept"
    WIDEN = "widen"
    SHIFT = "shift"
    SNOOZE = "snooze"
    FOLLOW_UP = "follow-up"
    WAVE = "wave"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timer:
    """One row of the timer table; it follows from the rest of the desk and is never in the log.

    It is about a ticket, or, where that is None, about the shift of an agent, or the waves.
    """

    id: int = 0
    due: Due
    ticket_id: int | None = None
    fire_at: datetime
    clock_id: int | None = None
    percent: int | None = None
    agent_id: int | None = None
