"""Instants: the same words mean another moment tomorrow, and in another zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.rules.query import Field, Operator, RelativeDay, parse, resolve, window
from tuiticket.engine.rules.query.instants import (
    Instant,
    duration_text,
    instant_text,
    read_duration,
    read_instant,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 20, 17, 30, tzinfo=UTC)  # past midnight in Shanghai


def instant(text: str) -> Instant:
    read = read_instant(text)
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("-7d", "2026-11-13T17:30:00Z", "2026-11-13T17:30:00Z"),
        ("+90m", "2026-11-20T19:00:00Z", "2026-11-20T19:00:00Z"),
        ("today", "2026-11-20T16:00:00Z", "2026-11-21T16:00:00Z"),
        ("yesterday", "2026-11-19T16:00:00Z", "2026-11-20T16:00:00Z"),
        ("tomorrow", "2026-11-21T16:00:00Z", "2026-11-22T16:00:00Z"),
        ("2026-11-20", "2026-11-19T16:00:00Z", "2026-11-20T16:00:00Z"),
        ("2026-11-20T14:00", "2026-11-20T06:00:00Z", "2026-11-20T06:01:00Z"),
        ("2026-11-20T14:00:30", "2026-11-20T06:00:30Z", "2026-11-20T06:00:31Z"),
        ("2026-11-20T14:00Z", "2026-11-20T14:00:00Z", "2026-11-20T14:01:00Z"),
    ],
)
def test_instants_are_resolved_in_the_shops_zone(text: str, start: str, end: str) -> None:
    found = resolve(instant(text), NOW, SHANGHAI)
    assert found == (datetime.fromisoformat(start), datetime.fromisoformat(end))
    assert all(at.tzinfo is UTC for at in found)


def test_days_on_which_clocks_change_have_their_own_length() -> None:
    lengths = []
    for text in ("2026-03-29", "2026-10-25", "2026-06-01"):
        start, end = resolve(instant(text), NOW, BERLIN)
        lengths.append((end - start) // timedelta(hours=1))
    assert lengths == [23, 25, 24]


def test_a_midnight_that_clocks_skip_begins_the_day_when_they_stop_skipping() -> None:
    start, end = resolve(instant("2026-09-06"), NOW, ZoneInfo("America/Santiago"))
    assert start == datetime(2026, 9, 6, 4, tzinfo=UTC)
    assert end - start == timedelta(hours=23)


@pytest.mark.parametrize(
    ("text", "first", "until"),
    [
        ("created:2026-11-20", "2026-11-20", "2026-11-21"),
        ("created:>2026-11-20", "2026-11-21", None),
        ("created:>=2026-11-20", "2026-11-20", None),
        ("created:<2026-11-20", None, "2026-11-20"),
        ("created:<=2026-11-20", None, "2026-11-21"),
    ],
)
def test_a_day_is_compared_as_a_whole(text: str, first: str | None, until: str | None) -> None:
    field = parse(text).where
    assert isinstance(field, Field)
    value = instant("2026-11-20")
    assert field.value == value
    expected = tuple(day and datetime.fromisoformat(f"{day}T00:00:00Z") for day in (first, until))
    assert window(field.operator, value, NOW, UTC) == expected


@given(
    operator=st.sampled_from(Operator),
    now=st.integers(0, 32_000_000_000).map(lambda s: datetime.fromtimestamp(s, UTC)),
    hours=st.integers(-12, 14),
)
def test_before_during_and_after_cover_all_time_once(
    operator: Operator, now: datetime, hours: int
) -> None:
    zone = timezone(timedelta(hours=hours))
    start, end = resolve(RelativeDay.TODAY, now, zone)
    assert start <= now < end
    first, until = window(operator, RelativeDay.TODAY, now, zone)
    inside = (first is None or first <= now) and (until is None or now < until)
    assert inside is (operator in {Operator.IS, Operator.AT_LEAST, Operator.AT_MOST})


@pytest.mark.parametrize(
    "text",
    [
        *("", "7d", "-", "+", "-d", "-7", "-7x", "-1.5h", "- 7d", "-99999999w", "now", "2026"),
        *("2026-11", "20261120", "2026-13-01", "2026-11-31", "9999-01-01"),
        *("2026-11-20T24:00", "2026-11-20T9"),
    ],
)
def test_what_is_no_instant_is_none(text: str) -> None:
    assert read_instant(text) is None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("30m", 1_800),
        ("4H", 14_400),
        ("2d", 172_800),
        ("1w", 604_800),
        ("90s", 90),
        ("1d12h", 129_600),
        ("-15m", -900),
        ("0", 0),
        ("30", None),
        ("m", None),
        ("1y", None),
        ("", None),
    ],
)
def test_durations(text: str, seconds: int | None) -> None:
    assert read_duration(text) == seconds


@given(seconds=st.integers(-(10**9), 10**9))
def test_durations_are_read_as_printed(seconds: int) -> None:
    assert read_duration(duration_text(seconds)) == seconds


@pytest.mark.parametrize("text", ["-1h", "+2d", "today", "2026-11-20", "2026-11-20T00:00"])
def test_instants_are_printed_as_read(text: str) -> None:
    assert instant_text(instant(text)) == text
