"""Spans of time as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.rules.durations import seconds_in


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("4h", 14_400), ("90m", 5_400), ("1h30m", 5_400), ("2d", 172_800), (" 45 ", 45), ("1H", 3600)],
)
def test_a_span_is_read(written: str, seconds: int) -> None:
    assert seconds_in(written) == seconds


@pytest.mark.parametrize("written", ["", " ", "soon", "4x", "-1h", "h", "30m1h", "1.5h", "٤h"])
def test_what_is_no_span_is_nothing(written: str) -> None:
    assert seconds_in(written) is None


@given(st.integers(0, 999), st.integers(0, 23), st.integers(0, 59), st.integers(0, 59))
def test_units_add_up(days: int, hours: int, minutes: int, seconds: int) -> None:
    whole = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    assert seconds_in(f"{days}d{hours}h{minutes}m{seconds}s") == whole
