"""What must happen at an instant to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Due(StrEnum):
    """What falls due: a step of a clock, closing a solved ticket, archiving a closed one."""

    STEP = "step"
    CLOSE = "close"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timer:
    """One row of the timer table; it follows from tickets and clocks and is never in the log."""

    id: int = 0
    due: Due
    ticket_id: int
    fire_at: datetime
    clock_id: int | None = None
    percent: int | None = None
