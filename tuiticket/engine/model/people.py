"""The people of the desk: agents, the teams they belong to, and who is acting."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from tuiticket.engine.model.ticket import DERIVED


class Role(StrEnum):
    """What an account is for; `rules.permissions` says what each may do."""

    AGENT = "agent"
    LEAD = "lead"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"
    MONITOR = "monitor"


class Via(StrEnum):
    """Through what a command reached the desk."""

    CONSOLE = "console"
    CLI = "cli"
    MAIL = "mail"
    TIMER = "timer"
    WEB = "web"
    API = "api"


LEVELS = range(1, 4)
"""How well one may know something: 1 is enough for everyday matters, the last is senior."""

SENIOR = LEVELS[-1]


@dataclass(frozen=True, slots=True)
class Skill:
    """Something a member of the staff knows, by the shop's own word for it, and how well."""

    key: str
    level: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """A member of the staff.

    `capacity` is the load they can carry (`rules.routing` weighs it). Their shift are the hours of
    the calendar `calendar_id`, or all hours without one; `available` says whether they are there,
    `away_note` what they left word of if not. `shift_seen_at` is the instant up to which beginnings
    and ends of their shift were acted upon.
    """

    id: int = 0
    login: str
    name: str
    role: Role = Role.AGENT
    mail: str | None = None
    capacity: int = 10
    available: bool = True
    away_note: str = ""
    skills: tuple[Skill, ...] = ()
    calendar_id: int | None = None
    shift_seen_at: datetime | None = field(default=None, metadata=DERIVED)
    last_assigned_at: datetime | None = field(default=None, metadata=DERIVED)
    version: int = field(default=0, metadata=DERIVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A group that shares a queue.

    `automatic` teams have their tickets assigned by the desk; in others members take them.
    `lead_id` hears of late tickets, `sister_id` is the team that helps out. Who does not open a
    ticket the desk gave them within `accept_s` seconds of their shift loses it again; None means
    they keep it. `overflow` are the shares of the first-response target, in per cent, at which a
    ticket nobody has is offered more widely: to one skill level less, to the sister team, to the
    lead.
    """

    id: int = 0
    key: str
    name: str
    name_zh: str = ""
    automatic: bool = True
    lead_id: int | None = None
    sister_id: int | None = None
    accept_s: int | None = None
    overflow: tuple[int, ...] = ()
    version: int = field(default=0, metadata=DERIVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """That an agent belongs to a team."""

    id: int = 0
    team_id: int
    agent_id: int


SYSTEM_LOGIN = "system"
"""Who acts when no person does: a timer, a rule, an incoming mail."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, and through what; `agent_id` is None and `role` None for the desk itself."""

    login: str
    role: Role | None
    agent_id: int | None
    via: Via

    @classmethod
    def system(cls, via: Via) -> Actor:
        """The desk acting by itself."""
        return cls(SYSTEM_LOGIN, None, None, via)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something one member of the staff is told, by the desk or by a colleague.

    A reminder, a breach, an assignment, a message; mostly about a ticket.
    """

    id: int = 0
    agent_id: int
    ticket_id: int | None = None
    at: datetime
    about: str
    details: dict[str, Any] = field(default_factory=dict)
    seen_at: datetime | None = None


class DraftKind(StrEnum):
    """What a draft is going to be."""

    REPLY = "reply"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Unsent words of one agent on one ticket: private, outside the log, one per kind."""

    id: int = 0
    ticket_id: int
    agent_id: int
    kind: DraftKind
    body: str
    saved_at: datetime
