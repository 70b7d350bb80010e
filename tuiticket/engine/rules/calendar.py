"""Arithmetic of working time: when a quota of seconds ends, how many passed in between."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol


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
