"""An oracle for working time that knows nothing but seconds.

It writes down for every second of a few days whether a shop is open, by looking at a wall clock,
and counts. It shares no code with the engine: not the reading of hours, not the arithmetic of time
zones, not the rules of clocks.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import accumulate
from typing import Any
from zoneinfo import ZoneInfo

DAY = 86_400
WINDOW = 5 * DAY
"""Seconds that are looked at, two days of them before the day in question."""

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - what a clock on a wall shows has no zone

Json = dict[str, Any]
Events = list[tuple[str, int]]


@dataclass(frozen=True)
class Wall:
    """What the clock on the wall shows in each second of a window, as seconds since 1970.

    `shown_by_now` is the latest time it has shown so far, for it goes back when clocks do.
    """

    first: datetime
    shown_by_now: array[int]
    days: tuple[date, ...]

    def second(self, shown: datetime) -> int:
        """The first second in which the clock shows that time or a later one."""
        return bisect_left(self.shown_by_now, int((shown - EPOCH).total_seconds()))


@cache
def wall_of(zone: str, around: date) -> Wall:
    """Look at the clock, second by second."""
    first = datetime(around.year, around.month, around.day, tzinfo=UTC) - timedelta(days=2)
    place, begin = ZoneInfo(zone), int(first.timestamp())
    shown = array("q")
    for second in range(begin, begin + WINDOW):
        offset = datetime.fromtimestamp(second, place).utcoffset()
        assert offset is not None
        shown.append(second + offset.days * DAY + offset.seconds)
    days = {(EPOCH + timedelta(seconds=at)).date() for at in (*shown[::900], shown[-1])}
    return Wall(first, array("q", accumulate(shown, max)), tuple(sorted(days)))


class Oracle:
    """Counts the open seconds of one shop; `before[n]` are those before second n of the window."""

    def __init__(self, shop: Json, around: date) -> None:
        self.wall = wall_of(shop["timezone"], around)
        opened = bytearray(WINDOW)
        for day in self.wall.days:
            midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001
            for span in _hours(shop, day):
                begin, end = (
                    self.wall.second(midnight + timedelta(seconds=_since_midnight(text)))
                    for text in span
                )
                opened[begin:end] = b"\1" * (end - begin)
        self.before = array("q", accumulate(opened, initial=0))

    def instant(self, second: int) -> str:
        """A second of the window as the engine writes instants."""
        return f"{self.wall.first + timedelta(seconds=second):%Y-%m-%dT%H:%M:%SZ}"

    def answer(self, start: int, target: int, events: Events) -> Json | None:
        """What is due when, by counting; None where the window is too short to tell."""
        spans: list[tuple[int, int]] = []
        begun: int | None = start
        last = start
        for what, at in events:
            last = at
            if what == "stop":
                break
            if what == "pause" and begun is not None:
                spans.append((begun, at))
                begun = None
            if what == "resume" and begun is None:
                begun = at
        elapsed = sum(self.before[end] - self.before[begin] for begin, end in spans)
        if begun is None:
            return {"due_at": None, "breach_at": None, "elapsed_seconds": elapsed}
        elapsed += self.before[last] - self.before[begun]
        spans.append((begun, WINDOW))
        due, broken = self._nth(spans, target), self._nth(spans, target + 1)
        if broken is None or (due is None and target):
            return None
        return {
            "due_at": self.instant(start if due is None else due + 1),
            "breach_at": self.instant(broken),
            "elapsed_seconds": elapsed,
        }

    def _nth(self, spans: list[tuple[int, int]], wanted: int) -> int | None:
        """The second that is the n-th open one within the spans; None if there are not so many."""
        for begin, end in spans:
            there = self.before[end] - self.before[begin]
            if 0 < wanted <= there:
                return bisect_left(self.before, self.before[begin] + wanted) - 1
            wanted -= there
        return None


def _hours(shop: Json, day: date) -> list[list[str]]:
    """The spans of a local day, as the contract says: working days beat holidays."""
    weekly: dict[str, list[list[str]]] = shop["business_hours"]
    hours = weekly.get(DAYS[day.weekday()], [])
    if day.isoformat() in shop["workdays"]:
        return hours or next(weekly[name] for name in DAYS if weekly.get(name))
    closed = {day.isoformat(), f"{day:%m-%d}"} & set(shop["holidays"])
    return [] if closed else hours


def _since_midnight(text: str) -> int:
    hour, minute = text.split(":")
    return int(hour) * 3600 + int(minute) * 60
