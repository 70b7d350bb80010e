"""When a mail was sent, as far as its headers tell."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.channels.mail.dates import sent_at

AT = datetime(2026, 11, 20, 7, 4, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "date",
    [
        "Fri, 20 Nov 2026 15:04:05 +0800",
        "Fri, 20 Nov 2026 15:04:05 +0800 (CST)",
        "20 Nov 2026 07:04:05 GMT",
        "Fri, 20 Nov 2026\r\n 07:04:05 -0000",
        "Fri,20 Nov 26 02:04:05 EST",
        "Fri Nov 20 07:04:05 2026",
        "2026-11-20 07:04:05",
        "2026-11-20T07:04:05Z",
    ],
)
def test_dates_of_the_world(date: str) -> None:
    assert sent_at(date) == AT


@pytest.mark.parametrize(
    "date",
    [
        "",
        "yesterday",
        "Fri, 99 Nov 2026 15:04:05 +0800",
        "Fri, 20 Nov 99999999999999999999 15:04:05 +0800",
        "Fri, 20 Nov 2026 15:04:05 +999999999",
        "Thu, 01 Jan 1970 00:00:00 +0000",
        pytest.param("9" * 10_000, id="long"),
    ],
)
def test_an_impossible_date_is_none(date: str) -> None:
    assert sent_at(date) is None


def test_the_last_relay_stands_in() -> None:
    received = [
        "from a by b; Fri, 20 Nov 2026 15:04:05 +0800",
        "from c by a; Fri, 20 Nov 2026 15:00:00 +0800",
    ]
    assert sent_at("nonsense", received) == AT


def test_a_leap_second_is_a_second() -> None:
    leap = sent_at("Sat, 31 Dec 2016 23:59:60 +0000")
    assert leap == datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)


@given(st.text(max_size=60) | st.text(st.sampled_from("0123456789 :+-,NovFri"), max_size=60))
def test_any_text_is_a_date_or_none(date: str) -> None:
    instant = sent_at(date)
    assert instant is None or instant.tzinfo is UTC
