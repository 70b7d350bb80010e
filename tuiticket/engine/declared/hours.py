"""How working hours and days are written: local times by weekday, and dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from tuiticket.engine.declared.composed import LONGEST, no_table
from tuiticket.engine.declared.faults import Faults, Path
from tuiticket.engine.declared.shapes import SHOWN, WRONG, Shape
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.calendar import Hours
from tuiticket.engine.rules.business_hours import DAYS, day_hours, weekly_hours
from tuiticket.engine.rules.safetext import one_line
from tuiticket.engine.rules.shop_hours import holiday


@dataclass(frozen=True)
class Day(Shape):
    """A date; with `yearly` also a day of every year, as 10-01."""

    yearly: bool = False

    def read(self, written: Any, at: Path, faults: Faults) -> Any:
        """The day as YYYY-MM-DD, or MM-DD."""
        text = written.isoformat() if type(written) is date else written
        if isinstance(text, str) and len(text) in ((5, 10) if self.yearly else (10,)):
            try:
                holiday(text)
            except ValueError:
                pass
            else:
                return text
        faults.add(
            at,
            N_("“{word}” is no day."),
            N_("Write it as 2026-10-01, or 10-01 for every year.")
            if self.yearly
            else N_("Write it as 2026-10-01."),
            word=one_line(str(written), SHOWN),
        )
        return WRONG


@dataclass(frozen=True)
class DayHours(Shape):
    """The open spans of one day; [] is closed."""

    def read(self, written: Any, at: Path, faults: Faults) -> Any:
        """The spans in seconds since midnight."""
        day = str(at[-1])
        right = _check(written, at, faults, lambda spans: (day_hours(day, spans),), [[]])
        return day_hours(day, written) if right else WRONG

    def write(self, meant: Any) -> Any:
        """The spans in times of the day."""
        return [[_time(start), _time(end)] for start, end in meant]


@dataclass(frozen=True)
class Week(Shape):
    """The open spans of each day of a week; a span may go over midnight."""

    def read(self, written: Any, at: Path, faults: Faults) -> Any:
        """The hours of Monday to Sunday."""
        if not isinstance(written, Mapping):
            return no_table(at, faults)
        week: list[list[tuple[int, int]]] = [[] for _ in DAYS]
        right = [
            _check(spans, (*at, name), faults, partial(_week_of, name), week)
            for name, spans in written.items()
        ]
        return weekly_hours(written) if all(right) else WRONG

    def write(self, meant: Any) -> Any:
        """The spans by day; closed days are left out."""
        return {
            name: DayHours().write(hours) for name, hours in zip(DAYS, meant, strict=True) if hours
        }


def _week_of(day: str, spans: Sequence[Sequence[str]]) -> tuple[Hours, ...]:
    """The week in which only that day has hours, which may go on into the next."""
    return weekly_hours({day: spans})


def _check(
    written: Any,
    at: Path,
    faults: Faults,
    read: Callable[[Sequence[Any]], tuple[Hours, ...]],
    taken: list[list[tuple[int, int]]],
) -> bool:
    """Whether these are spans of time that leave each other and those `taken` in peace, by day."""
    if not isinstance(written, list) or len(written) > LONGEST:
        faults.add(
            at,
            N_("These are no hours."),
            N_('Write them as [["09:00", "12:00"], ["13:00", "18:00"]].'),
        )
        return False
    before = len(faults)
    try:
        read([])
    except BadInput as error:
        faults.take(at, error)
        return False
    for place, span in enumerate(written):
        try:
            own = read([span])
        except BadInput as error:
            faults.take((*at, place), error)
            continue
        for hours, others in zip(own, taken, strict=True):
            if any(a[0] < b[1] and b[0] < a[1] for a in hours for b in others):
                faults.add(
                    (*at, place), N_("These hours overlap with others."), N_("Make one of them.")
                )
            others += hours
    return len(faults) == before


def _time(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    text = f"{minutes // 60:02}:{minutes % 60:02}"
    return f"{text}:{rest:02}" if rest else text
