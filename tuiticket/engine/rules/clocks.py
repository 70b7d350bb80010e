"""How a single clock runs, pauses and stops, and what it shows.

Pure: each function takes a clock and an instant and gives the clock as it is afterwards. Which
event does what to which clock is told in `rules.promises`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from tuiticket.engine.model.clock import Clock, ClockKind, ClockState, FiredStep, Policy
from tuiticket.engine.rules.calendar import Calendar

Turn = Callable[[Clock, datetime, Calendar], Clock]
"""What an event makes of a clock at an instant."""


def started(
    kind: ClockKind,
    *,
    ticket_id: int,
    cycle: int,
    policy: Policy,
    target_s: int,
    at: datetime,
    calendar: Calendar,
) -> Clock:
    """A new clock running since `at`."""
    clock = Clock(
        ticket_id=ticket_id,
        kind=kind,
        cycle=cycle,
        policy_id=policy.id,
        target_s=target_s,
        started_at=at,
    )
    return _running(clock, at, calendar)


def _running(clock: Clock, at: datetime, calendar: Calendar) -> Clock:
    left = clock.target_s - clock.consumed_s
    return replace(
        clock,
        state=ClockState.RUNNING,
        running_since=at,
        due_at=calendar.ends(at, left),
        breach_at=calendar.breaks_after(at, left),
    )


def consumed(clock: Clock, now: datetime, calendar: Calendar) -> int:
    """Working seconds used up to `now`."""
    if clock.running_since is None or clock.state is not ClockState.RUNNING:
        return clock.consumed_s
    return clock.consumed_s + calendar.between(clock.running_since, now)


def left(clock: Clock, now: datetime, calendar: Calendar) -> int:
    """Working seconds until the target; negative once it is passed."""
    return clock.target_s - consumed(clock, now, calendar)


def late(clock: Clock, now: datetime) -> bool:
    """Whether a running clock has passed its breach, or a stopped one was missed."""
    if clock.state is ClockState.RUNNING:
        return clock.breach_at is not None and clock.breach_at < now
    return clock.state is ClockState.MISSED


def paused(clock: Clock, at: datetime, calendar: Calendar) -> Clock:
    """The clock put on hold; what was used is kept, and it has no due while it rests."""
    if clock.state is not ClockState.RUNNING:
        return clock
    return replace(
        clock,
        state=ClockState.PAUSED,
        consumed_s=consumed(clock, at, calendar),
        running_since=None,
        due_at=None,
        breach_at=None,
    )


def resumed(clock: Clock, at: datetime, calendar: Calendar) -> Clock:
    """The clock running on with what remained."""
    return _running(clock, at, calendar) if clock.state is ClockState.PAUSED else clock


def stopped(clock: Clock, at: datetime, calendar: Calendar) -> Clock:
    """The clock at its end: met, or missed if the target was exceeded."""
    if not clock.alive:
        return clock
    used = consumed(clock, at, calendar)
    return replace(
        clock,
        state=ClockState.MET if used <= clock.target_s else ClockState.MISSED,
        consumed_s=used,
        running_since=None,
        stopped_at=at,
    )


def cancelled(clock: Clock, at: datetime, calendar: Calendar) -> Clock:
    """The clock called off; it counts neither as met nor as missed."""
    if not clock.alive:
        return clock
    return replace(
        clock,
        state=ClockState.CANCELLED,
        consumed_s=consumed(clock, at, calendar),
        running_since=None,
        stopped_at=at,
    )


def retargeted(
    clock: Clock, policy: Policy, target_s: int, at: datetime, calendar: Calendar
) -> Clock:
    """The clock under another promise: it keeps its start and what was consumed."""
    if not clock.alive:
        return clock
    moved = replace(clock, policy_id=policy.id, target_s=target_s)
    if clock.state is ClockState.PAUSED or clock.running_since is None:
        return moved
    used = replace(moved, consumed_s=consumed(clock, at, calendar))
    later = target_s > clock.target_s
    return replace(_running(used, at, calendar), generation=clock.generation + (1 if later else 0))


def step_at(clock: Clock, percent: int, calendar: Calendar) -> datetime | None:
    """When a running clock has used `percent` of its target; None while it does not run.

    The breach step (100) and those after it fire one second late, when the promise is truly broken.
    """
    if clock.state is not ClockState.RUNNING or clock.running_since is None:
        return None
    quota = -(-clock.target_s * percent // 100) - clock.consumed_s
    if percent >= 100:
        quota += 1
    return calendar.ends(clock.running_since, max(0, quota))


def next_step(
    clock: Clock, policy: Policy | None, fired: Iterable[FiredStep], calendar: Calendar
) -> tuple[int, datetime] | None:
    """The percent and instant of the first step of the clock that has not fired yet."""
    if policy is None:
        return None
    done = {step.percent for step in fired if step.generation == clock.generation}
    for step in sorted(policy.steps, key=lambda step: step.percent):
        if step.percent not in done:
            at = step_at(clock, step.percent, calendar)
            return None if at is None else (step.percent, at)
    return None
