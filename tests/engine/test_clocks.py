"""How one clock runs, pauses, stops and is given another target."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.model.clock import (
    Clock,
    ClockKind,
    ClockState,
    FiredStep,
    Policy,
    Step,
    StepAction,
)
from tuiticket.engine.rules import clocks
from tuiticket.engine.rules.shop_hours import Calendars

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
CALENDARS = Calendars()
REMIND = (StepAction.REMIND_OWNER,)
POLICY = Policy(
    id=1,
    name="Normal",
    position=1,
    resolution_s=1000,
    steps=(Step(100, REMIND), Step(50, REMIND), Step(150, REMIND)),
)


def after(seconds: int) -> datetime:
    return NOON + timedelta(seconds=seconds)


def running(target_s: int = 1000) -> Clock:
    return clocks.started(
        ClockKind.RESOLUTION,
        ticket_id=1,
        cycle=0,
        policy=POLICY,
        target_s=target_s,
        at=NOON,
        calendars=CALENDARS,
    )


def test_a_started_clock_is_due_after_its_target() -> None:
    clock = running(3600)
    assert clock.due_at == clock.breach_at == NOON + timedelta(hours=1)
    assert clocks.left(clock, after(600), CALENDARS) == 3000


def test_a_promise_is_kept_in_its_last_second_and_broken_in_the_next() -> None:
    clock = running(1000)
    assert clocks.stopped(clock, after(1000), CALENDARS).state is ClockState.MET
    assert clocks.stopped(clock, after(1001), CALENDARS).state is ClockState.MISSED
    assert not clocks.late(clock, after(1000))
    assert clocks.late(clock, after(1001))


def test_a_paused_clock_keeps_what_remains_and_is_never_late() -> None:
    rest = clocks.paused(running(1000), after(400), CALENDARS)
    assert (rest.consumed_s, rest.due_at, rest.running_since) == (400, None, None)
    assert clocks.left(rest, after(99_999), CALENDARS) == 600
    assert not clocks.late(rest, after(99_999))
    again = clocks.resumed(rest, after(5000), CALENDARS)
    assert again.due_at == after(5600)


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 5000)), max_size=30))
def test_only_time_spent_running_is_consumed(spans: list[tuple[bool, int]]) -> None:
    clock, now, spent = running(10_000), NOON, 0
    for runs, seconds in spans:
        turn = clocks.resumed if runs else clocks.paused
        clock = turn(clock, now, CALENDARS)
        now += timedelta(seconds=seconds)
        spent += seconds if runs else 0
    done = clocks.stopped(clock, now, CALENDARS)
    assert clocks.consumed(clock, now, CALENDARS) == spent == done.consumed_s
    assert done.state is (ClockState.MET if spent <= 10_000 else ClockState.MISSED)


def test_a_clock_that_stopped_stays_as_it_is() -> None:
    met = clocks.stopped(running(), after(10), CALENDARS)
    for turn in (clocks.paused, clocks.resumed, clocks.stopped, clocks.cancelled):
        assert turn(met, after(500), CALENDARS) == met


def test_a_new_target_keeps_the_start_and_what_was_consumed() -> None:
    tighter = clocks.retargeted(running(1000), POLICY, 600, after(400), CALENDARS)
    assert tighter.started_at == NOON
    assert tighter.due_at == after(600)
    assert tighter.generation == 0
    looser = clocks.retargeted(running(1000), POLICY, 3000, after(400), CALENDARS)
    assert looser.due_at == after(3000)
    assert looser.generation == 1, "a later due lets the steps fire anew"


def test_a_new_target_may_make_a_clock_late_at_once() -> None:
    assert clocks.late(clocks.retargeted(running(), POLICY, 100, after(400), CALENDARS), after(400))


def test_a_paused_clock_takes_its_new_target_along() -> None:
    rest = clocks.paused(running(1000), after(400), CALENDARS)
    moved = clocks.retargeted(rest, POLICY, 2000, after(900), CALENDARS)
    assert moved.state is ClockState.PAUSED
    assert clocks.left(moved, after(900), CALENDARS) == 1600


def test_steps_come_in_order_of_their_share_and_once() -> None:
    clock = running(1000)
    fired: list[FiredStep] = []
    seen = []
    while step := clocks.next_step(clock, POLICY, fired, CALENDARS):
        percent, at = step
        seen.append((percent, int((at - NOON).total_seconds())))
        fired.append(FiredStep(clock_id=0, ticket_id=1, generation=0, percent=percent, fired_at=at))
    assert seen == [(50, 500), (100, 1001), (150, 1501)]


@given(st.integers(1, 100_000), st.integers(1, 400))
def test_a_step_never_fires_before_its_share_is_used(target: int, percent: int) -> None:
    clock = running(target)
    at = clocks.step_at(clock, percent, CALENDARS)
    assert at is not None
    used = clocks.consumed(clock, at, CALENDARS)
    assert used * 100 >= target * percent
    if percent == 100:
        assert used == target + 1
