"""Working hours, against an oracle that looks at every minute of the wall clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.errors import BadInput
from tuiticket.engine.rules.business_hours import BusinessHours, weekly_hours

ZONES = {
    "America/New_York": [date(2026, 3, 8), date(2026, 11, 1)],
    "Europe/Berlin": [date(2026, 3, 29), date(2026, 10, 25)],
    "Australia/Lord_Howe": [date(2026, 4, 5), date(2026, 10, 4)],
    "America/Santiago": [date(2026, 4, 4), date(2026, 9, 5), date(2026, 9, 6)],
    "America/Havana": [date(2026, 3, 8), date(2026, 11, 1)],
    "Asia/Shanghai": [date(2026, 5, 1)],
    "Pacific/Apia": [date(2011, 12, 29), date(2011, 12, 30), date(2011, 12, 31)],
}
"""Zones with days on which their clocks change: by an hour, by half, at midnight, by a day."""

MINUTE = timedelta(minutes=1)


@cache
def wall_clock(zone: str, around: date) -> list[tuple[datetime, datetime]]:
    """Every UTC minute of nine days with its local time, naive."""
    first = datetime(around.year, around.month, around.day, tzinfo=UTC) - timedelta(days=4)
    minutes = (first + n * MINUTE for n in range(9 * 24 * 60))
    return [(at, at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)) for at in minutes]


def open_minutes(calendar: BusinessHours, zone: str, around: date) -> list[bool]:
    """For each minute whether the shop is open.

    By the definition: a local time is the first minute whose wall clock shows it or later.
    """
    wall = wall_clock(zone, around)
    opened = [False] * len(wall)
    for day in {local.date() for _, local in wall}:
        for start, end in calendar.hours(day):
            midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001
            bounds = [midnight + timedelta(seconds=second) for second in (start, end)]
            first, last = (
                next((n for n, (_, local) in enumerate(wall) if local >= bound), len(wall))
                for bound in bounds
            )
            for n in range(first, last):
                opened[n] = True
    return opened


TIMES = st.integers(0, 48).map(lambda half: half * 1800)


@st.composite
def shops(draw: st.DrawFn) -> tuple[BusinessHours, str, date]:
    zone = draw(st.sampled_from(sorted(ZONES)))
    around = draw(st.sampled_from(ZONES[zone]))
    week = []
    for _ in range(7):
        bounds = sorted(draw(st.sets(TIMES, max_size=4)))
        week.append(tuple(zip(bounds[::2], bounds[1::2], strict=False)))
    if not any(week):
        week[0] = ((0, 86_400),)
    near = st.integers(-3, 3).map(lambda n: around + timedelta(days=n))
    yearly = near.map(lambda day: (day.month, day.day))
    calendar = BusinessHours(
        ZoneInfo(zone),
        tuple(week),
        closed=draw(st.frozensets(near | yearly, max_size=2)),
        makeup=draw(st.frozensets(near, max_size=2)),
    )
    return calendar, zone, around


@given(shops(), st.integers(0, 9 * 1440 - 1), st.integers(0, 9 * 1440 - 1))
def test_working_time_is_what_the_wall_clock_shows(
    shop: tuple[BusinessHours, str, date], one: int, other: int
) -> None:
    calendar, zone, around = shop
    wall, opened = wall_clock(zone, around), open_minutes(calendar, zone, around)
    first, last = sorted((one, other))
    seconds = 60 * sum(opened[first:last])
    assert calendar.between(wall[first][0], wall[last][0]) == seconds
    if seconds:
        ends = calendar.ends(wall[first][0], seconds)
        expected = max(n for n in range(first, last) if opened[n])
        assert ends == wall[expected][0] + MINUTE
        after = next((n for n in range(expected + 1, len(wall)) if opened[n]), None)
        if after is not None:
            assert calendar.breaks_after(wall[first][0], seconds) == wall[after][0]


WEEK = weekly_hours({"mon": [["09:00", "12:00"], ["13:00", "18:00"]], "tue": [["09:00", "18:00"]]})
OFFICE = BusinessHours(ZoneInfo("Asia/Shanghai"), WEEK)


def at(text: str) -> datetime:
    """A local instant of the office."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Shanghai")).astimezone(UTC)


@pytest.mark.parametrize(
    ("start", "seconds", "due", "breach"),
    [
        ("2026-03-02 09:00", 3600, "2026-03-02 10:00", "2026-03-02 10:00"),
        ("2026-03-02 11:30", 3600, "2026-03-02 13:30", "2026-03-02 13:30"),
        ("2026-03-02 11:00", 3600, "2026-03-02 12:00", "2026-03-02 13:00"),
        ("2026-03-02 17:00", 3600, "2026-03-02 18:00", "2026-03-03 09:00"),
        ("2026-03-03 17:59", 60, "2026-03-03 18:00", "2026-03-09 09:00"),
        ("2026-03-07 03:00", 1, "2026-03-09 09:00:01", "2026-03-09 09:00:01"),
        ("2026-03-07 03:00", 0, "2026-03-07 03:00", "2026-03-09 09:00"),
    ],
)
def test_a_quota_ends_at_closing_and_is_broken_at_the_next_opening(
    start: str, seconds: int, due: str, breach: str
) -> None:
    assert OFFICE.ends(at(start), seconds) == at(due)
    assert OFFICE.breaks_after(at(start), seconds) == at(breach)


def test_a_make_up_day_beats_a_holiday_and_borrows_hours_where_it_has_none() -> None:
    saturday, monday = date(2026, 2, 14), date(2026, 2, 16)
    calendar = BusinessHours(
        ZoneInfo("Asia/Shanghai"),
        WEEK,
        closed=frozenset({monday, saturday}),
        makeup=frozenset({saturday}),
    )
    assert calendar.hours(saturday) == WEEK[0]
    assert calendar.hours(monday) == ()


def test_one_off_hours_beat_everything() -> None:
    day = date(2026, 11, 11)
    calendar = BusinessHours(
        ZoneInfo("Asia/Shanghai"), WEEK, closed=frozenset({(11, 11)}), special={day: ((0, 86_400),)}
    )
    assert calendar.between(at("2026-11-11 00:00"), at("2026-11-12 00:00")) == 86_400
    assert calendar.hours(date(2027, 11, 11)) == ()


def test_a_night_shift_runs_over_midnight() -> None:
    night = BusinessHours(ZoneInfo("Asia/Shanghai"), weekly_hours({"sun": [["22:00", "06:00"]]}))
    assert night.ends(at("2026-03-01 23:00"), 3 * 3600) == at("2026-03-02 02:00")


@given(st.integers(1, 10**8), st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)))  # noqa: DTZ001
def test_an_end_lies_as_far_as_its_quota(seconds: int, start: datetime) -> None:
    begin = start.replace(microsecond=0, tzinfo=UTC)
    for calendar in (OFFICE, BusinessHours(ZoneInfo("Europe/Berlin"), WEEK, frozenset({(1, 5)}))):
        due = calendar.ends(begin, seconds)
        assert calendar.between(begin, due) == seconds
        assert calendar.between(begin, due - timedelta(seconds=1)) == seconds - 1


@pytest.mark.parametrize(
    "hours",
    [
        {},
        {"mon": []},
        {"mon": [["09:00", "09"]]},
        {"mon": [["9", "10", "11"]]},
        {"mon": [["09:00", "25:00"]]},
        {"someday": [["09:00", "10:00"]]},
        {"mon": [["a", "b"]]},
    ],
)
def test_hours_that_make_no_sense_are_refused(hours: dict[str, list[list[str]]]) -> None:
    with pytest.raises(BadInput):
        BusinessHours(ZoneInfo("UTC"), weekly_hours(hours))


def test_a_shop_whose_every_day_is_a_holiday_has_no_due() -> None:
    never = frozenset(
        ((date(2024, 1, 1) + timedelta(days=n)).month, (date(2024, 1, 1) + timedelta(days=n)).day)
        for n in range(366)
    )
    with pytest.raises(BadInput, match="holidays"):
        BusinessHours(ZoneInfo("UTC"), WEEK, closed=never).ends(at("2026-03-02 09:00"), 60)
