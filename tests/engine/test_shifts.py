"""Who is there when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.model.calendar import ShopCalendar
from tuiticket.engine.model.people import Agent
from tuiticket.engine.rules.shifts import gone, next_turn, off_duty, on_shift, present
from tuiticket.engine.rules.shop_hours import Calendars

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
WEEKDAY = ((9 * 3600, 12 * 3600), (13 * 3600, 18 * 3600))
DAYS = ShopCalendar(id=1, key="days", zone="UTC", week=(WEEKDAY,) * 5 + ((), ()))
NIGHTS = ShopCalendar(id=2, key="nights", zone="UTC", week=(((0, 21_600), (79_200, 86_400)),) * 7)
NEVER_CLOSED = ShopCalendar(id=3, key="always", zone="UTC", week=(((0, 86_400),),) * 7)
CALENDARS = Calendars([DAYS, NIGHTS, NEVER_CLOSED])
BREAK_S = 2 * 3600


def agent(calendar: ShopCalendar | None = DAYS, **fields: Any) -> Agent:
    return Agent(id=1, login="a", name="A", calendar_id=calendar.id if calendar else None, **fields)


def at(hour: float, day: int = 0) -> datetime:
    return MONDAY + timedelta(days=day, hours=hour)


@pytest.mark.parametrize(
    ("hour", "day", "working", "off"),
    [
        (8.9, 0, False, True),
        (9, 0, True, False),
        (11.99, 0, True, False),
        (12, 0, False, False),
        (12.5, 0, False, False),
        (13, 0, True, False),
        (18, 0, False, True),
        (10, 5, False, True),
    ],
)
def test_a_lunch_break_is_no_end_of_the_shift(
    hour: float, day: int, working: bool, off: bool
) -> None:
    one, now = agent(), at(hour, day)
    assert on_shift(one, CALENDARS, now) is working
    assert off_duty(one, CALENDARS, now, BREAK_S) is off
    assert off_duty(one, CALENDARS, now, 0) is not working, "without breaks every gap is an end"


def test_who_is_away_is_neither_present_nor_waited_for() -> None:
    away = agent(available=False)
    assert not present(away, CALENDARS, at(10))
    assert gone(away, CALENDARS, at(10), BREAK_S)
    assert present(agent(), CALENDARS, at(10))
    assert not gone(agent(), CALENDARS, at(10), BREAK_S)


def test_without_a_calendar_and_on_one_without_end_no_shift_turns() -> None:
    assert next_turn(agent(None, shift_seen_at=MONDAY), CALENDARS) is None
    assert next_turn(agent(NEVER_CLOSED, shift_seen_at=MONDAY), CALENDARS) is None
    assert on_shift(agent(None), CALENDARS, MONDAY)


def test_turns_are_the_beginnings_and_ends_in_order() -> None:
    seen, turns = at(8), []
    for _ in range(5):
        turn = next_turn(agent(shift_seen_at=seen), CALENDARS)
        assert turn is not None
        turns.append(turn)
        seen = turn
    assert turns == [at(9), at(12), at(13), at(18), at(9, 1)]
    assert next_turn(agent(shift_seen_at=at(18, 4)), CALENDARS) == at(9, 7)
    assert next_turn(agent(NIGHTS, shift_seen_at=at(23)), CALENDARS) == at(6, 1)


@given(st.integers(0, 14 * 86_400), st.sampled_from([DAYS, NIGHTS]))
def test_between_two_turns_nothing_changes_and_at_a_turn_it_does(
    seconds: int, calendar: ShopCalendar
) -> None:
    start = MONDAY + timedelta(seconds=seconds)
    one = agent(calendar, shift_seen_at=start)
    turn = next_turn(one, CALENDARS)
    assert turn is not None
    assert turn > start
    before = on_shift(one, CALENDARS, start)
    assert on_shift(one, CALENDARS, turn - timedelta(seconds=1)) is before
    assert on_shift(one, CALENDARS, turn) is not before
