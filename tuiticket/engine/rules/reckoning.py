"""Working out one clock by itself: when it is due, and how much of it is used up.

The same arithmetic as the desk's own clocks, for a calendar, a start, a target and what happened
since, without any ticket.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.calendar import ShopCalendar
from tuiticket.engine.model.clock import Clock, ClockKind, ClockState, Policy
from tuiticket.engine.rules import clocks as clock_rules
from tuiticket.engine.rules.shop_hours import Calendars

_POLICY = Policy(id=1, name="", position=1, calendar_id=1)


class Happening(StrEnum):
    """What may happen to a clock; a pause while it rests, or a resume while it runs, is nothing."""

    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Reckoned:
    """How a clock stands.

    `due_at` is the instant at which the target is used up, the closing one where that is at closing
    time; `breach_at` the last instant before the promise is broken: they are None while the clock
    rests. `elapsed_s` are the working seconds used up until it stopped, or until `until`, the last
    thing known of a clock that has not.
    """

    due_at: datetime | None
    breach_at: datetime | None
    elapsed_s: int
    until: datetime


def reckon(
    calendar: ShopCalendar,
    start: datetime,
    target_s: int,
    events: Sequence[tuple[Happening, datetime]] = (),
    now: datetime | None = None,
) -> Reckoned:
    """How a clock of `target_s` working seconds stands that began at `start`.

    Until `now` if it still runs then; where that is not given, until the last event. Raises
    BadInput for a negative target, and for an event before the one it follows.
    """
    if target_s < 0:
        raise BadInput(N_("The target is negative."), N_("Give seconds from 0 on."))
    calendars = Calendars([replace(calendar, id=1)])
    clock = clock_rules.started(
        ClockKind.RESOLUTION,
        ticket_id=0,
        cycle=0,
        policy=_POLICY,
        target_s=target_s,
        at=start,
        calendars=calendars,
    )
    last, reached = start, _Reached()
    for what, at in events:
        if at < last:
            raise BadInput(
                N_("The event “{event}” at {at} is earlier than the one before it."),
                N_("Give events in the order they happened, none before the start."),
                event=what,
                at=at.isoformat(),
            )
        last = at
        clock = _after(clock, what, at, calendars, reached)
    until = clock.stopped_at or max(last, now or last)
    due_at, breach_at = reached.ends(clock)
    return Reckoned(due_at, breach_at, clock_rules.consumed(clock, until, calendars), until)


@dataclass(slots=True)
class _Reached:
    """The due and breach that a clock came to before it was paused, and which stand."""

    due_at: datetime | None = None
    breach_at: datetime | None = None

    def ends(self, clock: Clock) -> tuple[datetime | None, datetime | None]:
        """Due and breach of a clock; none while it rests."""
        if clock.due_at is None:
            return None, None
        return self.due_at or clock.due_at, self.breach_at or clock.breach_at


def _after(
    clock: Clock, what: Happening, at: datetime, calendars: Calendars, reached: _Reached
) -> Clock:
    match what:
        case Happening.PAUSE:
            rests = clock_rules.paused(clock, at, calendars)
            if clock.state is ClockState.RUNNING and rests.consumed_s >= clock.target_s:
                reached.due_at = reached.due_at or clock.due_at
            if clock.state is ClockState.RUNNING and rests.consumed_s > clock.target_s:
                reached.breach_at = reached.breach_at or clock.breach_at
            return rests
        case Happening.RESUME:
            return clock_rules.resumed(clock, at, calendars)
        case Happening.STOP:
            return clock_rules.stopped(clock, at, calendars)
