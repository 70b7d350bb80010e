"""How a clock reads: time left, late, paused, met, missed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.desks import NOON
from tuiticket.engine.model.clock import Clock, ClockKind, ClockState, Policy
from tuiticket.engine.rules.shop_hours import Calendars
from tuiticket.widgets.clock_card import newest_clocks, promise, stand

HOUR = 3600
RUNNING = Clock(
    id=1,
    ticket_id=1,
    kind=ClockKind.RESOLUTION,
    cycle=0,
    policy_id=1,
    target_s=8 * HOUR,
    started_at=NOON,
    running_since=NOON,
    due_at=NOON + timedelta(hours=8),
)


@pytest.mark.parametrize(
    ("hours", "text", "look"),
    [
        (0, "8h 00m", ""),
        (7.5, "0:30:00", "soon"),
        (8, "0:00:00", "soon"),
        (9, "-1h 00m late", "late"),
    ],
)
def test_a_running_clock(hours: float, text: str, look: str) -> None:
    assert stand(RUNNING, NOON + timedelta(hours=hours), Calendars()) == (text, look)


@pytest.mark.parametrize(
    ("state", "consumed_s", "text", "look"),
    [
        (ClockState.PAUSED, 2 * HOUR, "paused · 6h 00m left", "waiting"),
        (ClockState.MET, HOUR, "met in 1h", "quiet"),
        (ClockState.MISSED, 9 * HOUR, "missed by 1h", "late"),
        (ClockState.CANCELLED, 0, "cancelled", "quiet"),
    ],
)
def test_a_clock_that_does_not_run(
    state: ClockState, consumed_s: int, text: str, look: str
) -> None:
    clock = replace(RUNNING, state=state, consumed_s=consumed_s, due_at=None)
    assert stand(clock, NOON, Calendars()) == (text, look)


def test_only_the_newest_of_each_kind_is_shown() -> None:
    response = replace(RUNNING, id=2, kind=ClockKind.NEXT_RESPONSE)
    again = replace(response, id=5, cycle=1)
    first = replace(RUNNING, id=3, kind=ClockKind.FIRST_RESPONSE)
    assert newest_clocks((again, RUNNING, response, first)) == [first, again, RUNNING]


def test_a_policy_says_what_it_promises() -> None:
    assert promise(Policy(name="High", position=1, first_response_s=HOUR)) == "High: answer in 1h"
    both = Policy(name="Low", position=1, first_response_s=1800, resolution_s=3 * 24 * HOUR)
    assert promise(both) == "Low: answer in 30m · solve in 3d"
