"""Looking the whole desk over: whether all that follows from something else really does.

What is found is told, never silently repaired. Costs what is not archived, and one walk over the
log.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import MISSING, Field, replace
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

from tuiticket.engine.errors import N_
from tuiticket.engine.model.clock import Clock, FiredStep, Policy
from tuiticket.engine.model.event import Event, How
from tuiticket.engine.model.people import Agent
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.timer import Timer
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.chain import first_break
from tuiticket.engine.rules.query import parse
from tuiticket.engine.rules.record import plain, record, recorded_fields
from tuiticket.engine.rules.replay import facts_of, replay
from tuiticket.engine.rules.shop_hours import Calendars
from tuiticket.engine.rules.soundness import Case, Finding, House, unsound

AT_WORK = parse("-state:archived sort:number")
"""The tickets that are looked at; nothing changes any more on archived ones."""

EVERY = parse("sort:number")

AT_ONCE = 500
"""Tickets that are read at a time."""

T = TypeVar("T", Clock, FiredStep, Timer)


def inspect(reading: Reading, calendars: Calendars, now: datetime) -> Iterator[Finding]:
    """Yield all that is wrong with a desk, the file first, then the log, then the tickets.

    Where the file itself is damaged, or the log's chain broken, the rest would be guesswork and is
    left out.
    """
    if faults := reading.faults():
        yield from (Finding("file", "{fault}", {"fault": fault}) for fault in faults)
        return
    broken = first_break(reading.sealed_lines(), reading.log_head())
    if broken is not None:
        values = {"event": broken.event_id, "reason": broken.reason}
        yield Finding("log", N_("the chain breaks at event {event}: {reason}"), values)
        return
    house = House(
        reading.settings(),
        calendars,
        {agent.id: agent for agent in reading.all(Agent)},
        {policy.id: policy for policy in reading.all(Policy)},
    )
    numbers = reading.queue(AT_WORK, None, now)
    story = _Story(reading, numbers)
    for number in sorted(story.opened.difference(reading.queue(EVERY, None, now))):
        yield Finding("log", N_("the log tells of it, but it is not there"), {}, number)
    for case in _cases(reading, numbers):
        yield from unsound(case, house)
        yield from story.unlike(case)


def _cases(reading: Reading, numbers: Sequence[int]) -> Iterator[Case]:
    for some in _portions(numbers):
        clocks = _by_ticket(reading.find(Clock, ticket_id=some))
        fired = _by_ticket(reading.find(FiredStep, ticket_id=some))
        timers = _by_ticket(reading.find(Timer, ticket_id=some))
        for ticket in reading.find(Ticket, id=some):
            yield Case(ticket, clocks(ticket.id), fired(ticket.id), timers(ticket.id))


def _portions(numbers: Sequence[int]) -> Iterator[tuple[int, ...]]:
    return (tuple(numbers[start : start + AT_ONCE]) for start in range(0, len(numbers), AT_ONCE))


def _by_ticket(values: Iterable[T]) -> Callable[[int], Sequence[T]]:
    found: dict[int, list[T]] = {}
    for value in values:
        found.setdefault(value.ticket_id or 0, []).append(value)
    return lambda number: found.get(number, [])


class _Story:
    """What the log tells of some tickets and their clocks; `opened` are all tickets it knows."""

    def __init__(self, reading: Reading, numbers: Sequence[int]) -> None:
        self.opened: set[int] = set()
        self._about = {("Ticket", number) for number in numbers}
        for some in _portions(numbers):
            self._about |= {("Clock", clock.id) for clock in reading.find(Clock, ticket_id=some)}
        self._facts = replay(self._of_these(event) for event in reading.events())

    def _of_these(self, event: Event) -> Event:
        for change in event.changes:
            if change.entity == "Ticket" and change.how is How.ADDED:
                self.opened.add(change.id)
        kept = (c for c in event.changes if (c.entity, c.id) in self._about)
        return replace(event, changes=tuple(kept))

    def unlike(self, case: Case) -> Iterator[Finding]:
        """Yield where a ticket or one of its clocks is not as the log tells it."""
        number = case.ticket.id
        values: list[Ticket | Clock] = [case.ticket, *case.clocks]
        for value in values:
            cls: Any = type(value)
            told = _untold(cls) | self._facts.get((type(value).__name__, value.id), {})
            stored = facts_of(record(value))
            fields = sorted(n for n in told.keys() | stored.keys() if told.get(n) != stored.get(n))
            if fields:
                check = "ticket" if isinstance(value, Ticket) else "clock"
                title = N_("the log tells otherwise of {fields}")
                yield Finding(check, title, {"fields": ", ".join(fields)}, number)


@cache
def _untold(cls: Any) -> dict[str, Any]:
    """What a value begins with in fields that an older program did not know to tell of."""
    begins = {field.name: plain(field.default) for field in recorded_fields(cls) if _usual(field)}
    return facts_of(begins)


def _usual(field: Field[Any]) -> bool:
    return field.default is not MISSING
