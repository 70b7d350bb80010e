"""Why a clock stands as it does: the intervals it counted, and the pauses between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tuiticket.engine.model.clock import Clock, ClockState
from tuiticket.engine.model.event import Change, Event, How
from tuiticket.engine.rules.shop_hours import Calendars

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Rest:
    """A time in which a clock was paused; `end` is None while it still is."""

    start: datetime
    end: datetime | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """The life of one clock up to an instant.

    `counted` are the open spans it ran through, as its calendar has them now; `seconds` is what
    they add up to. `rests` are its pauses.
    """

    clock: Clock
    counted: tuple[Span, ...]
    seconds: int
    rests: tuple[Rest, ...]


def _instant(event: Event) -> datetime:
    """When the clocks took what an event tells: a mail may have been written earlier."""
    turns = event.data.get("turns")
    return datetime.fromtimestamp(turns[-1]["at"], UTC) if turns else event.at


class Life:
    """The runs and rests of a clock, as its changes in the log tell them.

    They do not change while nothing happens, so it can be kept to explain the clock each second.
    """

    def __init__(self) -> None:
        self.runs: list[Span] = []
        self.rests: list[Rest] = []
        self._since: datetime | None = None
        self._fields: dict[str, Any] = {}

    @classmethod
    def of(cls, clock: Clock, events: Iterable[Event]) -> Life:
        """What the log of its ticket tells of a clock."""
        life = cls()
        for event in events:
            for change in event.changes:
                if change.entity == "Clock" and change.id == clock.id:
                    life.take(change, _instant(event))
        return life

    def explained(self, clock: Clock, calendars: Calendars, now: datetime) -> Explanation:
        """How the clock stands at that instant, and why."""
        hours = calendars.of(clock.calendar_id)
        counted = tuple(
            span for start, end in self.spans(clock, now) for span in hours.spans(start, end)
        )
        seconds = sum(int((end - start).total_seconds()) for start, end in counted)
        return Explanation(clock, counted, seconds, tuple(self.rests))

    def take(self, change: Change, at: datetime) -> None:
        """Learn of one change of the clock at that instant."""
        before = self._fields.get("state")
        self._fields |= {name: after for name, (_was, after) in change.fields.items()}
        if "started_at" in change.fields and change.how is How.CHANGED:
            self.runs, self.rests, self._since = [], [], None
        since = self._fields.get("running_since")
        begins = None if since is None else datetime.fromtimestamp(since, UTC)
        if self._since is not None and begins != self._since:
            self._end_run(begins or at)
        if begins is not None:
            # What an undone act had counted begins anew where it began before.
            self.runs = [run for run in self.runs if run[0] < begins]
            self.rests = [rest for rest in self.rests if rest.start < begins]
        self._since = begins
        state = self._fields.get("state")
        if state != before and before == ClockState.PAUSED and self.rests:
            self.rests[-1] = Rest(self.rests[-1].start, begins or at)
        if state == ClockState.PAUSED and before != ClockState.PAUSED:
            self.rests.append(Rest(at, None))

    def spans(self, clock: Clock, now: datetime) -> Iterator[Span]:
        """The times it ran, up to `now` if it still does."""
        yield from self.runs
        if clock.state is ClockState.RUNNING and clock.running_since is not None:
            yield clock.running_since, now

    def _end_run(self, at: datetime) -> None:
        assert self._since is not None
        if at > self._since:
            self.runs.append((self._since, at))
