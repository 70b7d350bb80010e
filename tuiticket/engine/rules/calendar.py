"""Arithmetic of working time: when a quota of seconds ends, how many passed in between."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Protocol

_FAR_BACK = 50 * 366 * 86_400


class Calendar(Protocol):
    """Working hours. Instants are UTC, quotas and results whole seconds."""

    def ends(self, start: datetime, seconds: int) -> datetime:
        """The instant at which `seconds` of working time have passed since `start`."""

    def breaks_after(self, start: datetime, seconds: int) -> datetime:
        """The last instant at which no more than `seconds` of working time have passed.

        Differs from `ends` where the quota runs out exactly at closing time: then it is the next
        opening, and the working second after it breaks the promise.
        """

    def between(self, start: datetime, end: datetime) -> int:
        """Working seconds from `start` to `end`; 0 if `end` is not later."""

    def spans(self, start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
        """The open spans from `start` to `end`, in order; together they last what is between."""


def latest_start(calendar: Calendar, end: datetime, seconds: int) -> datetime:
    """The last instant from which `seconds` of working time pass until `end`.

    Looks back at most some fifty years, for hours may since have been edited away.
    """
    back = max(1, seconds)
    while calendar.between(end - timedelta(seconds=back), end) < seconds and back < _FAR_BACK:
        back *= 2
    low, high = 0, back
    while low < high:
        middle = (low + high) // 2
        if calendar.between(end - timedelta(seconds=middle), end) < seconds:
            low = middle + 1
        else:
            high = middle
    return end - timedelta(seconds=low)


class RoundTheClock:
    """A desk that never closes."""

    def ends(self, start: datetime, seconds: int) -> datetime:
        """`seconds` later."""
        return start + timedelta(seconds=seconds)

    def breaks_after(self, start: datetime, seconds: int) -> datetime:
        """The same instant: there is no closing time in between."""
        return start + timedelta(seconds=seconds)

    def between(self, start: datetime, end: datetime) -> int:
        """The plain difference."""
        return max(0, int((end - start).total_seconds()))

    def spans(self, start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
        """The whole of it, if there is any."""
        if end > start:
            yield start, end
