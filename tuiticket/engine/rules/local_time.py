"""Where the shop's wall clock meets UTC, also on the days it is changed.

A local time that does not exist, because the clock was put forward over it, is the first valid
instant after it; one that exists twice is the first of the two.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_SECOND = timedelta(seconds=1)


def instant(zone: ZoneInfo, day: date, second: int) -> datetime:
    """The UTC instant of a second of a local day; 86,400 is the midnight that ends it."""
    wall = datetime(day.year, day.month, day.day) + timedelta(seconds=second)  # noqa: DTZ001
    before = wall.replace(tzinfo=zone).utcoffset()
    after = wall.replace(tzinfo=zone, fold=1).utcoffset()
    assert before is not None
    assert after is not None
    if after > before:
        return _transition(zone, (wall - after).replace(tzinfo=UTC), after - before)
    return (wall - before).replace(tzinfo=UTC)


def _transition(zone: ZoneInfo, early: datetime, width: timedelta) -> datetime:
    """The instant at which the clock is put forward, within `width` after `early`."""
    low, high = 0, int(width.total_seconds())
    offset = _offset(zone, early + width)
    while low < high:
        middle = (low + high) // 2
        if _offset(zone, early + middle * _SECOND) == offset:
            high = middle
        else:
            low = middle + 1
    return early + low * _SECOND


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    offset = at.astimezone(zone).utcoffset()
    assert offset is not None
    return offset


@lru_cache(maxsize=4096)
def clock_changes(zone: ZoneInfo, year: int) -> frozenset[date]:
    """The local days of a year that may not last 24 hours: those a clock change touches."""
    found = _changes(zone, date(year - 1, 12, 31), date(year + 1, 1, 1))
    touched = {*found, *(day + timedelta(days=1) for day in found)}
    return frozenset(day for day in touched if day.year == year)


def _changes(zone: ZoneInfo, start: date, end: date) -> list[date]:
    """The days between whose midnights the offset moves, found by halving the span.

    A zone is taken to move at most once in any four weeks: spans up to that are told by their ends.
    """
    days = (end - start).days
    same = _midnight(zone, start) == _midnight(zone, end)
    if days == 1:
        return [] if same else [start]
    if same and days <= 28:
        return []
    middle = start + timedelta(days=days // 2)
    return _changes(zone, start, middle) + _changes(zone, middle, end)


def _midnight(zone: ZoneInfo, day: date) -> timedelta:
    """The offset in force as a local day begins; the later one where it begins with a change."""
    return _offset(zone, instant(zone, day, 0))
