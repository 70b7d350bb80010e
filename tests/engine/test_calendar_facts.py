"""Calendars as people write them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tuiticket.engine.errors import BadInput
from tuiticket.engine.model.calendar import SpecialDay
from tuiticket.engine.rules.calendar_facts import calendar_from
from tuiticket.engine.rules.shop_hours import working_hours

HOUR = 3600


def test_a_calendar_is_read_with_all_it_may_say() -> None:
    calendar = calendar_from(
        {
            "timezone": "Asia/Shanghai",
            "business_hours": {"mon": [["09:00", "12:00"], ["13:00", "18:00"]], "sun": []},
            "holidays": ["10-01", "2026-02-17", date(2026, 2, 18)],
            "workdays": ["2026-02-14"],
            "special_hours": {"2026-11-11": [["00:00", "24:00"]], "2026-11-12": []},
        },
        key="office",
    )
    assert (calendar.key, calendar.zone) == ("office", "Asia/Shanghai")
    assert calendar.week[0] == ((9 * HOUR, 12 * HOUR), (13 * HOUR, 18 * HOUR))
    assert calendar.week[6] == ()
    assert calendar.closed == ("10-01", "2026-02-17", "2026-02-18")
    assert calendar.special == (
        SpecialDay("2026-11-11", ((0, 24 * HOUR),)),
        SpecialDay("2026-11-12", ()),
    )
    hours = working_hours(calendar)
    assert hours.hours(date(2026, 2, 14)) == calendar.week[0], "a Saturday worked"
    assert hours.hours(date(2029, 10, 1)) == (), "a holiday of every year, on a Monday"
    assert hours.hours(date(2026, 11, 11)) == ((0, 24 * HOUR),)


def test_what_is_not_said_is_round_the_clock_in_utc() -> None:
    calendar = calendar_from({})
    assert calendar.zone == "UTC"
    assert set(calendar.week) == {((0, 24 * HOUR),)}


def test_a_country_adds_its_holidays_and_working_weekends() -> None:
    def known(country: str) -> tuple[list[date], list[date]]:
        assert country == "CN"
        return [date(2026, 10, 1)], [date(2026, 10, 10)]

    calendar = calendar_from({"country": "CN", "holidays": ["12-24"]}, public_holidays=known)
    assert calendar.closed == ("12-24", "2026-10-01")
    assert calendar.makeup == ("2026-10-10",)


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ({"hollidays": []}, "hollidays"),
        ({"timezone": "Mars/Olympus"}, "Mars/Olympus"),
        ({"timezone": 8}, "8"),
        ({"timezone": "../etc/passwd"}, "passwd"),
        ({"business_hours": [["09:00", "10:00"]]}, "business_hours"),
        ({"business_hours": {"mon": "09:00-10:00"}}, "business_hours"),
        ({"business_hours": {"monday": [["09:00", "10:00"]]}}, "monday"),
        ({"business_hours": {"mon": [[9, 10]]}}, "mon"),
        ({"business_hours": {"mon": [["09:00"]]}}, "mon"),
        ({"holidays": ["2026-13-01"]}, "2026-13-01"),
        ({"holidays": ["1 October"]}, "1 October"),
        ({"holidays": [20261001]}, "20261001"),
        ({"workdays": ["10-01"]}, "10-01"),
        ({"special_hours": {"11-11": [["00:00", "24:00"]]}}, "11-11"),
        ({"special_hours": {"2026-11-11": [["22:00", "06:00"]]}}, "2026-11-11"),
        ({"country": "XX"}, "XX"),
    ],
)
def test_what_is_wrong_is_named(facts: dict[str, Any], named: str) -> None:
    with pytest.raises(BadInput) as error:
        calendar_from(facts)
    assert named in str(error.value)
