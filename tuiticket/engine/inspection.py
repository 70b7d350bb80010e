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
from tuiticket.engine.model.judgement import Classifier, TemperCourse
from tuiticket.engine.model.people import Agent
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.timer import Timer
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.chain import first_break
from tuiticket.engine.rules.classify.learner import ALGORITHM
from tuiticket.engine.rules.fired_steps import FiredSteps
from tuiticket.engine.rules.query import parse
from tuiticket.engine.rules.rebuild import Rebuilding, differences
from tuiticket.engine.rules.record import plain, record, recorded_fields
from tuiticket.engine.rules.replay import facts_of, replay
from tuiticket.engine.rules.shop_hours import Calendars
from tuiticket.engine.rules.soundness import Case, Finding, House, overfilled, unsound, unwatched

AT_WORK = parse("-state:archived sort:number")
"""The tickets that are looked at; nothing changes any more on archived ones."""

EVERY = parse("sort:number")

AT_ONCE = 500
"""Tickets that are read at a time."""

_OTHERWISE = N_("the log tells otherwise of {fields}")
_UNTOLD = N_(
    "tickets begun under an older program, whose clocks cannot be built again from it: {count}"
)
_OUTDATED = N_(
    "an older program learned it, and it is not heard; learn it again: tuiticket classify rebuild"
)

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
    if any(each.algorithm != ALGORITHM for each in _learners(reading)):
        yield Finding("learner", _OUTDATED, fault=False)
    yield from unwatched(reading.find(Timer, ticket_id=None), house)
    numbers = reading.queue(AT_WORK, None, now)
    story = _Story(reading, numbers)
    for number in sorted(story.opened.difference(reading.queue(EVERY, None, now))):
        yield Finding("log", N_("the log tells of it, but it is not there"), {}, number)
    if untold := len(story.untold.intersection(numbers)):
        yield Finding("log", _UNTOLD, {"count": untold}, fault=False)
    yield from story.overfilled
    for case in _cases(reading, numbers):
        yield from unsound(case, house)
        yield from story.unlike(case)


def _learners(reading: Reading) -> Iterator[Classifier | TemperCourse]:
    yield from reading.find(Classifier)
    yield from reading.find(TemperCourse)


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
    """What the log tells of some tickets and their clocks.

    `opened` are all tickets it knows, `overfilled` where the desk gave somebody too much. One walk
    over it serves both what it says became of them and what must have become of them.
    """

    def __init__(self, reading: Reading, numbers: Sequence[int]) -> None:
        self.opened: set[int] = set()
        self.overfilled: list[Finding] = []
        self._about = {("Ticket", number) for number in numbers}
        for some in _portions(numbers):
            self._about |= {("Clock", clock.id) for clock in reading.find(Clock, ticket_id=some)}
        self._rebuilding = Rebuilding()
        self._steps = FiredSteps()
        self._facts = replay(self._of_these(event) for event in reading.events())

    @property
    def untold(self) -> set[int]:
        """Tickets whose clocks the log does not tell enough of to build them again."""
        return self._rebuilding.untold

    def _of_these(self, event: Event) -> Event:
        self._rebuilding.take(event)
        self._steps.take(event)
        self.overfilled += overfilled(event)
        for change in event.changes:
            if change.entity == "Ticket" and change.how is How.ADDED:
                self.opened.add(change.id)
        kept = (c for c in event.changes if (c.entity, c.id) in self._about)
        return replace(event, changes=tuple(kept))

    def unlike(self, case: Case) -> Iterator[Finding]:
        """Yield where a ticket or its clocks are not as the log tells, or not as it makes them."""
        number = case.ticket.id
        if fields := self._changed(case.ticket):
            yield Finding("ticket", _OTHERWISE, {"fields": fields}, number)
        changed = [fields for clock in case.clocks if (fields := self._changed(clock))]
        yield from (Finding("clock", _OTHERWISE, {"fields": f}, number) for f in changed)
        if not changed and number not in self.untold:
            built = self._rebuilding.clocks.get(number, [])
            for stored, wanted in differences(case.clocks, built):
                yield _unlike(stored, wanted, number)
        for title, percent in self._steps.unlike(number, case.fired):
            yield Finding("clock", title, {"percent": percent}, number)

    def _changed(self, value: Ticket | Clock) -> tuple[str, ...]:
        """The names of the fields that the log tells otherwise, none in most cases."""
        cls: Any = type(value)
        told = _untold(cls) | self._facts.get((cls.__name__, value.id), {})
        stored = facts_of(record(value))
        names = told.keys() | stored.keys()
        return tuple(sorted(name for name in names if told.get(name) != stored.get(name)))


def _unlike(stored: Clock | None, wanted: Clock | None, number: int) -> Finding:
    """What to say of a clock that is not the one the log makes."""
    if stored is None:
        assert wanted is not None
        return Finding("clock", N_("its clock {kind} is missing"), {"kind": wanted.kind}, number)
    title = N_("its clock {kind} is not what follows from the log")
    if wanted is None:
        title = N_("its clock {kind} follows from nothing in the log")
    return Finding("clock", title, {"kind": stored.kind}, number)


@cache
def _untold(cls: Any) -> dict[str, Any]:
    """What a value begins with in fields that an older program did not know to tell of."""
    begins = {field.name: plain(field.default) for field in recorded_fields(cls) if _usual(field)}
    return facts_of(begins)


def _usual(field: Field[Any]) -> bool:
    return field.default is not MISSING
