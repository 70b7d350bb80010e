"""The ticket (work order): one matter of one customer, from first contact to archive."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any

from tuiticket.engine.model.clock import ClockKind

DERIVED: dict[str, Any] = {"derived": True}
"""Metadata of fields that follow from other facts: kept for speed, never recorded in the log."""


class Kind(StrEnum):
    """What sort of work order it is: service (around an order), enquiry, complaint or repair."""

    SERVICE = "service"
    ENQUIRY = "enquiry"
    COMPLAINT = "complaint"
    REPAIR = "repair"


class State(StrEnum):
    """Where the ticket stands in its life; `rules.lifecycle` says which may follow which."""

    NEW = "new"
    OPEN = "open"
    WAITING_CUSTOMER = "waiting-customer"
    WAITING_THIRD = "waiting-third"
    REVIEW = "review"
    SOLVED = "solved"
    CLOSED = "closed"
    ARCHIVED = "archived"
    SPAM = "spam"


ACTIVE = frozenset(
    {State.NEW, State.OPEN, State.WAITING_CUSTOMER, State.WAITING_THIRD, State.REVIEW}
)
"""States in which somebody still has something to do or to wait for."""

DONE = frozenset(State) - ACTIVE
"""States in which nobody has anything to do any more."""


class Priority(IntEnum):
    """How soon people say it must be done; set by people, never lowered by the program."""

    LOW = 1
    NORMAL = 2
    HIGH = 3
    URGENT = 4


class Severity(IntEnum):
    """How much it hurts the customer, apart from how soon it must be done."""

    MINOR = 1
    MODERATE = 2
    MAJOR = 3
    CRITICAL = 4


class Channel(StrEnum):
    """The door a contact came in by, and the one answers leave by."""

    PHONE = "phone"
    WALK_IN = "walk-in"
    CHAT = "chat"
    MAIL = "mail"
    WEB = "web"
    API = "api"
    WECHAT = "wechat"
    SMS = "sms"


LIVE = frozenset({Channel.PHONE, Channel.WALK_IN, Channel.CHAT})
"""Channels on which the customer is present while the contact is recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """One work order.

    `id` is its number, as customers and agents say it. `unanswered_since` is when the oldest
    customer message without a person's answer came; `merged_into` the number of the ticket that
    took this one up, `rebound_of` of the earlier one it comes back on.

    Who gets it must have the skill `needs_skill` at `needs_level` (0: no demand; without a skill,
    that level in any) and is none of `excluded`, ids of those who had it and did not take it up.
    `accepted_at` is when its present owner first looked at it, `accept_by` until when they must, if
    they must; `by_hand` tells that a person made them its owner, not the desk. `queued_at` is since
    when it stands in its team's queue, `widened` how often the circle of those it is offered to was
    widened, and `widen_at` when it is next (see `rules.overflow`).

    Until `snoozed_until`, or until the customer writes, it stays out of the views; at
    `follow_up_at` its owner is told to ask after it, and `follow_up_told` says that they were.

    `urgency` and the `next_…` fields follow from
    priority and clocks (see `rules.urgency`): the running clock that is due first and the calendar
    it counts by, and while all are paused the seconds left on the tightest one in `paused_left_s`.
    Instants are UTC.
    """

    id: int
    subject: str
    kind: Kind
    state: State
    priority: Priority
    severity: Severity
    channel: Channel
    customer_id: int
    created_at: datetime
    updated_at: datetime = field(metadata=DERIVED)
    category_id: int | None = None
    owner_id: int | None = None
    team_id: int | None = None
    order_number: str | None = None
    language: str = "en"
    tags: tuple[str, ...] = ()
    assigned_at: datetime | None = None
    accepted_at: datetime | None = None
    accept_by: datetime | None = None
    by_hand: bool = False
    queued_at: datetime | None = field(default=None, metadata=DERIVED)
    widen_at: datetime | None = field(default=None, metadata=DERIVED)
    needs_skill: str | None = None
    needs_level: int = 0
    excluded: tuple[int, ...] = ()
    widened: int = 0
    last_message_at: datetime | None = None
    unanswered_since: datetime | None = None
    solved_at: datetime | None = None
    closed_at: datetime | None = None
    cycle: int = 0
    merged_into: int | None = None
    rebound_of: int | None = None
    snoozed_until: datetime | None = None
    follow_up_at: datetime | None = None
    follow_up_told: bool = False
    urgency: int = field(default=0, metadata=DERIVED)
    next_clock: ClockKind | None = field(default=None, metadata=DERIVED)
    next_due_at: datetime | None = field(default=None, metadata=DERIVED)
    next_breach_at: datetime | None = field(default=None, metadata=DERIVED)
    next_calendar_id: int | None = field(default=None, metadata=DERIVED)
    paused_left_s: int | None = field(default=None, metadata=DERIVED)
    version: int = field(default=0, metadata=DERIVED)

    @property
    def active(self) -> bool:
        """Whether the ticket still wants work: not solved, closed, archived or spam."""
        return self.state in ACTIVE
