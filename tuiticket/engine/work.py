"""One piece of work at the desk: what a command reads, changes and records.

Every change goes through here, is compared with what was, and ends up in an event of the log, so no
handler can change a value without a trace. When the work is finished, what follows from the changes
(urgency, the next due, timers) is settled in one place.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from tuiticket.engine.errors import N_, BadInput, DeskError, Stale, Unknown
from tuiticket.engine.model.calendar import ShopCalendar
from tuiticket.engine.model.event import Change, Event, How, SealedLine
from tuiticket.engine.model.people import Actor, Agent, Membership, Notice, Team
from tuiticket.engine.model.rating import Rating
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.turn import Turn
from tuiticket.engine.ports import Phones, Transaction
from tuiticket.engine.rules.chain import sealed
from tuiticket.engine.rules.record import plain, record
from tuiticket.engine.rules.routing import eases
from tuiticket.engine.rules.shop_hours import Calendars

T = TypeVar("T")

_IN_HAND = (
    "touched",
    "staff",
    "eased",
    "rated",
    "events",
    "told",
    "_lines",
    "_pending",
    "_turns",
    "_last",
    "_previous",
    "_settings",
    "_calendars",
)
"""What of a piece of work changes while it is carried out."""


class Work:
    """A command being carried out, by somebody, at an instant, in one transaction.

    `touched` are the tickets it is about, `staff` the people of whom something changed, `eased`
    those who may have room for another ticket since; `rated` tells that a rating was given or taken
    back.
    """

    def __init__(self, tx: Transaction, actor: Actor, now: datetime, phones: Phones) -> None:
        self.tx = tx
        self.actor = actor
        self.now = now
        self.phones = phones
        self.touched: dict[int, None] = {}
        self.staff: dict[int, None] = {}
        self.eased: dict[int, None] = {}
        self.rated = False
        self.events: list[Event] = []
        self.told: set[tuple[int, int | None]] = set()
        self._lines: list[SealedLine] = []
        self._pending: list[Change] = []
        self._turns: dict[int, list[Turn]] = {}
        self._last, self._previous = tx.last_event()
        self._settings: Settings | None = None
        self._calendars: Calendars | None = None

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """A part of the work that leaves no trace if the block raises; the rest stands."""
        kept = {name: copy(getattr(self, name)) for name in _IN_HAND}
        try:
            with self.tx.attempt():
                yield
        except DeskError:
            vars(self).update(kept)
            raise

    @property
    def settings(self) -> Settings:
        """The desk's own facts; raises Unknown where nobody has set the desk up yet."""
        if self._settings is None:
            self._settings = self.tx.get(Settings, 1)
        if self._settings is None:
            raise Unknown(N_("This desk is not set up yet."), N_("Run: tuiticket init"))
        return self._settings

    @property
    def calendars(self) -> Calendars:
        """The working hours that clocks count by, as they are now."""
        if self._calendars is None:
            self._calendars = Calendars(self.tx.find(ShopCalendar))
        return self._calendars

    def forget_settings(self) -> None:
        """Read the desk's own facts again when they are next needed: they were changed."""
        self._settings = None

    def forget_calendars(self) -> None:
        """Read the working hours again when they are next needed: they were changed."""
        self._calendars = None

    def ticket(self, number: int, version: int | None = None) -> Ticket:
        """A ticket by its number; raises Unknown, or Stale if it is not at `version` any more."""
        ticket = self.tx.get(Ticket, number)
        if ticket is None:
            raise unknown_ticket(number)
        if version is not None and version != ticket.version:
            raise Stale(
                N_("Ticket {number} was changed meanwhile."),
                N_("Look at it again, then repeat."),
                number=number,
            )
        return ticket

    def agent(self, login: str) -> Agent:
        """A member of the staff by login; raises Unknown."""
        found = self.tx.find(Agent, login=login)
        if not found:
            raise Unknown(
                N_("Nobody here has the login “{login}”."),
                N_("See: tuiticket agent list"),
                login=login,
            )
        return found[0]

    def team(self, key: str) -> Team:
        """A team by its key; raises Unknown."""
        found = self.tx.find(Team, key=key)
        if not found:
            raise Unknown(
                N_("There is no team “{team}”."), N_("See: tuiticket team list"), team=key
            )
        return found[0]

    def calendar(self, key: str) -> ShopCalendar:
        """Working hours by their key; raises Unknown."""
        found = self.tx.find(ShopCalendar, key=key)
        if not found:
            raise Unknown(
                N_("There is no calendar “{calendar}”."),
                N_("See: tuiticket sla calendars"),
                calendar=key,
            )
        return found[0]

    def add(self, value: T) -> T:
        """Store a new value; gives it back with its id."""
        stored = self.tx.insert(value)
        self._notice(None, stored)
        fields = {name: [None, now] for name, now in record(stored).items() if now is not None}
        self._pending.append(Change(type(stored).__name__, _id(stored), How.ADDED, fields))
        return stored

    def change(self, value: T, **fields: Any) -> T:
        """Store a value with some fields changed; gives back what is stored then."""
        changed = replace(value, **fields)  # type: ignore[type-var]
        if changed == value:
            return value
        before, after = record(value), record(changed)
        moved = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
        self.tx.update(changed)
        self._notice(value, changed)
        if moved:
            self._pending.append(Change(type(value).__name__, _id(value), How.CHANGED, moved))
        fresh = self.tx.get(type(value), _id(value))
        return changed if fresh is None else fresh

    def remove(self, value: Any) -> None:
        """Remove a value from the store; the log keeps what it was."""
        self.tx.delete(type(value), _id(value))
        self.rated |= isinstance(value, Rating)
        fields = {name: [was, None] for name, was in record(value).items() if was is not None}
        self._pending.append(Change(type(value).__name__, _id(value), How.REMOVED, fields))

    def local(self, at: datetime) -> str:
        """An instant on the shop's clock, to the minute, with its offset from UTC."""
        return at.astimezone(ZoneInfo(self.settings.zone)).isoformat(timespec="minutes")

    def _notice(self, before: Any, after: Any) -> None:
        """Keep in mind whose shift may be another now, and who may have room for more."""
        match after:
            case Agent():
                self.staff[after.id] = self.eased[after.id] = None
            case Rating():
                self.rated = True
            case Membership():
                self.eased[after.agent_id] = None
            case Ticket() if before is not None and before.owner_id and eases(before, after):
                self.eased[before.owner_id] = None

    def note(self, ticket_id: int, turn: Turn) -> None:
        """Keep what happened to a ticket's clocks for its next event, which tells of it."""
        self._turns.setdefault(ticket_id, []).append(turn)

    def record(self, kind: str, ticket_id: int | None = None, **data: Any) -> None:
        """Write an event that tells what happened, with every change made since the one before."""
        if ticket_id is not None:
            self.touched[ticket_id] = None
            if turns := self._turns.pop(ticket_id, None):
                data["turns"] = [_told(turn) for turn in turns]
        changes, self._pending = tuple(self._pending), []
        self._last += 1
        event = Event(
            id=self._last,
            act=self.events[0].id if self.events else self._last,
            at=self.now,
            actor=self.actor.login,
            via=self.actor.via,
            kind=kind,
            ticket_id=ticket_id,
            data=data,
            changes=changes,
        )
        line = sealed(event, self._previous)
        self._previous = line.hash
        self.events.append(event)
        self._lines.append(line)

    def tell(self, agent_id: int | None, ticket: Ticket | None, about: str, **details: Any) -> None:
        """Leave a notice for a member of the staff; nobody is told of what they do themselves.

        Where a person did what they are told of, `by` names them.
        """
        if agent_id is None or agent_id == self.actor.agent_id:
            return
        number = ticket.id if ticket else None
        if self.actor.agent_id is not None:
            details = {"by": self.actor.login, **details}
        self.told.add((agent_id, number))
        self.tx.insert(
            Notice(agent_id=agent_id, ticket_id=number, at=self.now, about=about, details=details)
        )

    def write_log(self) -> None:
        """Append what was recorded to the log of the store.

        Raises RuntimeError if a handler changed something and recorded no event for it.
        """
        if self._pending or self._turns:
            raise RuntimeError(f"changes without an event: {self._pending} {self._turns}")
        if self._lines:
            self.tx.append(self._lines)
            self._lines = []


def unknown_ticket(number: int) -> Unknown:
    """The error for a ticket number nobody has given out."""
    return Unknown(
        N_("There is no ticket {number}."), N_("See: tuiticket ticket list"), number=number
    )


def required(text: str, field: str) -> str:
    """The text without surrounding blanks; raises BadInput naming the field if nothing is left."""
    text = text.strip()
    if not text:
        raise BadInput(N_("The {field} is empty."), N_("Give it some words."), field=field)
    return text


def at_most(text: str, most: int) -> str:
    """The text; raises BadInput where it has more characters than that."""
    if len(text) > most:
        raise BadInput(
            N_("The text has {length} characters."),
            N_("Use at most {most}."),
            length=len(text),
            most=most,
        )
    return text


def _id(value: Any) -> int:
    number = value.id
    assert isinstance(number, int)
    return number


def _told(turn: Turn) -> dict[str, Any]:
    """A turn of the clocks as the log keeps it, without what it does not need."""
    return {name: value for name, value in plain(turn).items() if value not in (None, False)}
