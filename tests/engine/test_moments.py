"""Times to come, as people speak of them, on the shop's clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.errors import BadInput
from tuiticket.engine.rules.moments import moment, usual

SHANGHAI = ZoneInfo("Asia/Shanghai")
BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
"""Half past two in the afternoon in Shanghai."""


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("2h", "2026-03-02 16:30"),
        ("+90m", "2026-03-02 16:00"),
        ("1d", "2026-03-03 14:30"),
        ("16:05", "2026-03-02 16:05"),
        ("16：05", "2026-03-02 16:05"),
        ("9:00", "2026-03-03 09:00"),
        ("14:30", "2026-03-03 14:30"),
        ("tomorrow", "2026-03-03 09:00"),
        ("明天", "2026-03-03 09:00"),
        ("明天 15:00", "2026-03-03 15:00"),
        ("3-15", "2026-03-15 09:00"),
        ("02-28", "2027-02-28 09:00"),
        ("2026-11-30", "2026-11-30 09:00"),
        (" 2026-11-30 14:00 ", "2026-11-30 14:00"),
        ("2026-11-30T14:00", "2026-11-30 14:00"),
        ("+2d 18:00", "2026-03-04 18:00"),
    ],
)
def test_what_is_written_is_meant_on_the_shops_clock(text: str, local: str) -> None:
    at = moment(text, MONDAY, SHANGHAI)
    assert f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}" == local


@pytest.mark.parametrize(
    "text", ["", "soon", "25:00", "12:60", "2-30", "13-01", "2026-02-30", "-2h", "0", "14:00 14:00"]
)
def test_what_is_no_time_is_refused_by_its_words(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        moment(text, MONDAY, SHANGHAI)
    assert caught.value.values["text"] == text


def test_the_usual_times_of_a_monday_afternoon() -> None:
    named = [(m.name, f"{m.at.astimezone(SHANGHAI):%a %H:%M}") for m in usual(MONDAY, SHANGHAI)]
    assert named == [
        ("in an hour", "Mon 15:30"),
        ("this evening", "Mon 18:00"),
        ("tomorrow morning", "Tue 09:00"),
        ("on Monday", "Mon 09:00"),
    ]


def test_in_the_evening_there_is_no_evening_and_on_sunday_no_second_monday() -> None:
    sunday = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    names = [m.name for m in usual(sunday, SHANGHAI)]
    assert names == ["in an hour", "tomorrow morning", "in a week"]


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_usual_times_lie_ahead_in_their_order(now: datetime) -> None:
    now = now.replace(microsecond=0)
    at = [m.at for m in usual(now, BERLIN)]
    assert at == sorted(at)
    assert all(now < one <= now + timedelta(days=8) for one in at)


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.text(max_size=20) | st.from_regex(r"[0-9]{1,4}-[0-9]{1,2}( [0-9]{1,2}:[0-9]{2})?"),
)
def test_any_text_is_a_time_or_refused(now: datetime, text: str) -> None:
    try:
        at = moment(text, now.replace(microsecond=0), BERLIN)
    except BadInput:
        return
    assert at.utcoffset() == timedelta(0)
