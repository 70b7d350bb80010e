"""What a due date far ahead costs, against one ten minutes ahead.

Run: python benchmarks/sla.py. Figures with "x" are ratios, which mean the same on every machine.
Fresh calendars remember nothing yet; a desk's own are kept.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from zoneinfo import ZoneInfo

from tuiticket.engine.rules.business_hours import BusinessHours, weekly_hours

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
HOURS = weekly_hours(
    {day: [["09:00", "12:00"], ["13:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
)
CLOSED = frozenset({(1, 1), (5, 1), (10, 1), (10, 2), (10, 3)})
TEN_MINUTES, TEN_YEARS = 600, 10 * 261 * 8 * 3600
ZONES = ("Asia/Shanghai", "Europe/Berlin", "America/New_York")
RUNS, ROUNDS = 40, 50


def fresh(zone: str) -> BusinessHours:
    """A calendar nobody has asked anything yet."""
    return BusinessHours(ZoneInfo(zone), HOURS, CLOSED)


def always(calendar: BusinessHours) -> Callable[[], BusinessHours]:
    """Give the same calendar each time."""
    return lambda: calendar


def seconds(work: Callable[[], object]) -> float:
    """The average of a short run."""
    begin = time.perf_counter()
    for _ in range(ROUNDS):
        work()
    return (time.perf_counter() - begin) / ROUNDS


def compare(calendar: Callable[[], BusinessHours]) -> tuple[float, float]:
    """Seconds for ten minutes and for ten years ahead: the best of many short runs, in turns."""
    near, far = [], []
    for _ in range(RUNS):
        near.append(seconds(lambda: calendar().ends(START, TEN_MINUTES)))
        far.append(seconds(lambda: calendar().ends(START, TEN_YEARS)))
    return min(near), min(far)


def main() -> None:
    """Measure and print."""
    for zone in ZONES:
        kept = fresh(zone)
        for name, (near, far) in (
            ("kept", compare(always(kept))),
            ("fresh", compare(partial(fresh, zone))),
        ):
            print(
                f"{zone:20} {name:6} ten minutes {near * 1e6:7.1f} µs   "
                f"ten years {far * 1e6:7.1f} µs   {far / near:.2f} x"
            )


if __name__ == "__main__":
    main()
