"""What a list of tickets shows, read without loading the tickets themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from tuiticket.engine.model.clock import ClockKind
from tuiticket.engine.model.ticket import Channel, Kind, Priority, State


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueLine:
    """One ticket as the queue shows it; instants in UTC.

    Instead of ids: the customer's name, the keys of team and category, the owner's login. `unread`
    tells whether something others said is unread by whom the line was read for.
    """

    id: int
    subject: str
    kind: Kind
    state: State
    priority: Priority
    channel: Channel
    urgency: int
    customer: str
    customer_tags: tuple[str, ...]
    team: str | None
    owner: str | None
    category: str | None
    order_number: str | None
    language: str
    tags: tuple[str, ...]
    created_at: datetime
    updated_at: datetime
    last_message_at: datetime | None
    unanswered_since: datetime | None
    next_clock: ClockKind | None
    next_due_at: datetime | None
    next_breach_at: datetime | None
    next_calendar_id: int | None
    paused_left_s: int | None
    version: int
    snoozed_until: datetime | None = None
    follow_up_at: datetime | None = None
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """Tickets of one queue that want the same people: whoever suits none of them suits no other.

    The `excluded` (ids) have had such a ticket already.
    """

    team_id: int | None
    skill: str | None
    level: int
    widened: int
    excluded: tuple[int, ...] = ()

    def within(self, other: Waiting) -> bool:
        """Whether nobody suits these who does not suit the others, too."""
        alike = replace(self, excluded=()) == replace(other, excluded=())
        return alike and set(other.excluded) <= set(self.excluded)


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What an agent carries: tickets where we must act, those that wait, and the weighed sum."""

    agent_id: int
    acting: int
    waiting: int
    weighed: float
