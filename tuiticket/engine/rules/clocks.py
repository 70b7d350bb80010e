"""How a single clock runs, pauses and stops, and what it shows.

Pure: each function takes a clock, an instant and the shop's calendars, of which the clock's own
counts, and gives the clock as it is afterwards. Which event does what to which clock is told in
`rules.promises`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from tuiticket.engine.model.clock import Clock, ClockKind, ClockState, FiredStep, Policy
from tuiticket.engine.rules.calendar import Calendar, latest_start
from tuiticket.engine.rules.policies import BREACH, steps_of
from tuiticket.engine.rules.shop_hours import Calendars

Act = Callable[[Clock, datetime, Calendars], Clock]
"""What an event makes of a clock at an instant."""


def started(
    kind: ClockKind,
    *,
    ticket_id: int,
    cycle: int,
    policy: Policy | None,
    target_s: int,
    at: datetime,
    calendars: Calendars,
    attempt: int = 1,
    agreed: bool = False,
) -> Clock:
    """A new clock running since `at`."""
    clock = Clock(
        ticket_id=ticket_id,
        kind=kind,
        cycle=cycle,
        policy_id=policy.id if policy else None,
        target_s=target_s,
        started_at=at,
        calendar_id=policy.calendar_id if policy else None,
        attempt=attempt,
        agreed=agreed,
    )
    return _running(clock, at, calendars)


def _running(clock: Clock, at: datetime, calendars: Calendars) -> Clock:
    runs = replace(
        clock,
        state=ClockState.RUNNING,
        running_since=at,
        calendar_edition=calendars.edition(clock.calendar_id),
    )
    due_at, breach_at = ends(runs, calendars)
    return replace(runs, due_at=due_at, breach_at=breach_at)


def ends(clock: Clock, calendars: Calendars) -> tuple[datetime | None, datetime | None]:
    """When a clock is due and when it breaks, as follows from what is left; None while it rests.

    Of a clock that began to run late it is the instant from which it would be as late as it is.
    """
    if clock.state is not ClockState.RUNNING or clock.running_since is None:
        return None, None
    left, hours = clock.target_s - clock.consumed_s, calendars.of(clock.calendar_id)
    if left < 0:
        passed = latest_start(hours, clock.running_since, -left)
        return passed, passed
    return hours.ends(clock.running_since, left), hours.breaks_after(clock.running_since, left)


def consumed(clock: Clock, now: datetime, calendars: Calendars) -> int:
    """Working seconds used up to `now`."""
    if clock.running_since is None or clock.state is not ClockState.RUNNING:
        return clock.consumed_s
    hours = calendars.of(clock.calendar_id)
    return clock.consumed_s + hours.between(clock.running_since, now)


def left(clock: Clock, now: datetime, calendars: Calendars) -> int:
    """Working seconds until the target; negative once it is passed."""
    return clock.target_s - consumed(clock, now, calendars)


def late(clock: Clock, now: datetime) -> bool:
    """Whether a running clock has passed its breach, or a stopped one was missed."""
    if clock.state is ClockState.RUNNING:
        return clock.breach_at is not None and clock.breach_at < now
    return clock.state is ClockState.MISSED


def paused(clock: Clock, at: datetime, calendars: Calendars) -> Clock:
    """The clock put on hold; what was used is kept, and it has no due while it rests."""
    if clock.state is not ClockState.RUNNING:
        return clock
    return replace(
        clock,
        state=ClockState.PAUSED,
        consumed_s=consumed(clock, at, calendars),
        running_since=None,
        due_at=None,
        breach_at=None,
    )


def resumed(clock: Clock, at: datetime, calendars: Calendars) -> Clock:
    """The clock running on with what remained."""
    return _running(clock, at, calendars) if clock.state is ClockState.PAUSED else clock


def stopped(clock: Clock, at: datetime, calendars: Calendars) -> Clock:
    """The clock at its end: met, or missed if the target was exceeded."""
    if not clock.alive:
        return clock
    used = consumed(clock, at, calendars)
    return replace(
        clock,
        state=ClockState.MET if used <= clock.target_s else ClockState.MISSED,
        consumed_s=used,
        running_since=None,
        stopped_at=at,
    )


def cancelled(clock: Clock, at: datetime, calendars: Calendars) -> Clock:
    """The clock called off; it counts neither as met nor as missed."""
    if not clock.alive:
        return clock
    return replace(
        clock,
        state=ClockState.CANCELLED,
        consumed_s=consumed(clock, at, calendars),
        running_since=None,
        stopped_at=at,
    )


def retargeted(
    clock: Clock, policy: Policy, target_s: int, at: datetime, calendars: Calendars
) -> Clock:
    """The clock under another promise: it keeps its start and what was consumed.

    What was consumed was counted by its calendar so far, the rest is by the new promise's. Where
    that moves the due later, its steps may fire anew.
    """
    if not clock.alive:
        return clock
    used = consumed(clock, at, calendars)
    moved = replace(
        clock,
        policy_id=policy.id,
        calendar_id=policy.calendar_id,
        target_s=target_s,
        consumed_s=used,
        cut_short=target_s < used and (clock.cut_short or used <= clock.target_s),
    )
    if clock.state is ClockState.PAUSED or clock.due_at is None:
        later = target_s > clock.target_s
    else:
        moved = _running(moved, at, calendars)
        later = moved.due_at is not None and moved.due_at > clock.due_at
    return replace(moved, generation=clock.generation + (1 if later else 0))


def pulled(clock: Clock, seconds: int, at: datetime, calendars: Calendars) -> Clock:
    """The clock due in `seconds`, if that is sooner than it was; a paused one runs again."""
    if not clock.alive:
        return clock
    used = consumed(clock, at, calendars)
    target_s = min(clock.target_s, used + seconds)
    if target_s == clock.target_s:
        return resumed(clock, at, calendars)
    return _running(replace(clock, target_s=target_s, consumed_s=used, agreed=True), at, calendars)


def begun(clock: Clock, since: datetime, calendars: Calendars) -> Clock:
    """The clock as if it had begun at `since`; where that is later, its steps may fire anew."""
    if not clock.alive or clock.started_at == since:
        return clock
    anew = _running(replace(clock, started_at=since, consumed_s=0), since, calendars)
    return replace(anew, generation=clock.generation + (1 if since > clock.started_at else 0))


def recounted(clock: Clock, _at: datetime, calendars: Calendars) -> Clock:
    """The clock under its calendar as that is now: what it counts since it last began to run."""
    if clock.running_since is None or clock.state is not ClockState.RUNNING:
        return clock
    return _running(clock, clock.running_since, calendars)


def remaining(due_at: datetime, now: datetime, calendar: Calendar) -> int:
    """Working seconds a running clock that is due then has left; negative once it is passed.

    The same as `left`, for those who know of a clock only when it is due and by which calendar.
    """
    if now <= due_at:
        return calendar.between(now, due_at)
    return -calendar.between(due_at, now)


def adding_up(clock: Clock, calendars: Calendars) -> Clock:
    """The clock with the due that follows from its target and what was used, if it runs."""
    if clock.state is not ClockState.RUNNING or clock.running_since is None:
        return clock
    return _running(clock, clock.running_since, calendars)


def step_at(clock: Clock, percent: int, calendars: Calendars) -> datetime | None:
    """When a running clock has used `percent` of its target; None while it does not run.

    The breach step (100) and those after it fire one second late, when the promise is truly broken.
    """
    if clock.state is not ClockState.RUNNING or clock.running_since is None:
        return None
    quota = -(-clock.target_s * percent // 100) - clock.consumed_s
    if percent >= BREACH:
        quota += 1
    return calendars.of(clock.calendar_id).ends(clock.running_since, max(0, quota))


def next_step(
    clock: Clock, policy: Policy | None, fired: Iterable[FiredStep], calendars: Calendars
) -> tuple[int, datetime] | None:
    """The percent and instant of the first step of the clock that has not fired yet."""
    done = {step.percent for step in fired if step.generation == clock.generation}
    for percent, _actions in steps_of(policy, clock.kind):
        if percent not in done:
            at = step_at(clock, percent, calendars)
            return None if at is None else (percent, at)
    return None


def broken(clock: Clock) -> bool:
    """Whether a clock that rests or has stopped used more than its target."""
    over = clock.consumed_s > clock.target_s
    return over and clock.state in (ClockState.PAUSED, ClockState.MISSED)
