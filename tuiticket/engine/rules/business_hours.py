"""Working hours of a shop: weekly hours, holidays, make-up working days, one-off hours, any zone.

Arithmetic is by intervals. Working seconds are summed by days within a year and by whole years from
the weekly pattern, corrected on the days that differ from it; so ten years ahead cost about as much
as ten minutes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property, lru_cache
from itertools import accumulate
from zoneinfo import ZoneInfo

from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.calendar import Hours
from tuiticket.engine.rules.local_time import clock_changes, instant

DAY = 86_400
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HORIZON = 200
"""How many years ahead an end is looked for before the hours are called a mistake."""


@dataclass(frozen=True)
class BusinessHours:
    """A calendar of working hours; implements `rules.calendar.Calendar`.

    `week` holds the hours of Monday to Sunday. `closed` are holidays, whole local days, as dates or
    as (month, day) of every year. `makeup` are working days in place of others: they beat a holiday
    and have their weekday's hours, or those of the first open weekday where it has none. `special`
    gives one date hours of its own and beats everything.
    """

    zone: ZoneInfo
    week: tuple[Hours, ...]
    closed: frozenset[date | tuple[int, int]] = frozenset()
    makeup: frozenset[date] = frozenset()
    special: Mapping[date, Hours] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raise BadInput where the shop is never open."""
        if not any(self.week):
            raise BadInput(
                N_("The calendar has no open hour in the week."),
                N_("Give at least one day opening hours."),
            )

    def between(self, start: datetime, end: datetime) -> int:
        """Working seconds from `start` to `end`; 0 if `end` is not later."""
        if end <= start:
            return 0
        first, last = self._day(start), self._day(end)
        total = self._before(end, last) - self._before(start, first)
        return total + sum(self._year_total(year) for year in range(first.year, last.year))

    def ends(self, start: datetime, seconds: int) -> datetime:
        """The instant at which `seconds` of working time have passed since `start`."""
        if seconds <= 0:
            return start
        day, into = self._reach(start, seconds)
        for opens, closes in self._spans(day):
            length = _seconds(opens, closes)
            if into <= length:
                return opens + timedelta(seconds=into)
            into -= length
        raise AssertionError("a day holds its own working seconds")

    def breaks_after(self, start: datetime, seconds: int) -> datetime:
        """The last instant at which no more than `seconds` of working time have passed."""
        return self.ends(start, seconds + 1) - timedelta(seconds=1)

    def spans(self, start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
        """The open spans from `start` to `end`, in order; those that touch at midnight are one."""
        held: tuple[datetime, datetime] | None = None
        day, last = self._day(start), self._day(end)
        while day <= last:
            for opens, closes in self._spans(day):
                opens, closes = max(opens, start), min(closes, end)
                if held is not None and opens == held[1] < closes:
                    held = held[0], closes
                elif closes > opens:
                    if held is not None:
                        yield held
                    held = opens, closes
            day += timedelta(days=1)
        if held is not None:
            yield held

    def hours(self, day: date) -> Hours:
        """The open spans of a local day."""
        if day in self.special:
            return self.special[day]
        weekly = self.week[day.weekday()]
        if day in self.makeup:
            return weekly or self._first_open
        if day in self.closed or (day.month, day.day) in self.closed:
            return ()
        return weekly

    @cached_property
    def _first_open(self) -> Hours:
        return next(hours for hours in self.week if hours)

    @cached_property
    def _years(self) -> dict[int, list[int]]:
        return {}

    @cached_property
    def _totals(self) -> dict[int, int]:
        return {}

    @cached_property
    def _usual_totals(self) -> dict[tuple[int, bool], int]:
        return {}

    @cached_property
    def _dated(self) -> dict[int, set[date]]:
        """The single days with hours other than their weekday's, by year."""
        days: dict[int, set[date]] = {}
        for day in (*self.closed, *self.makeup, *self.special):
            if isinstance(day, date):
                days.setdefault(day.year, set()).add(day)
        return days

    @cached_property
    def _weekly(self) -> tuple[int, ...]:
        return tuple(sum(end - start for start, end in hours) for hours in self.week)

    def _day(self, at: datetime) -> date:
        return at.astimezone(self.zone).date()

    def _spans(self, day: date) -> list[tuple[datetime, datetime]]:
        """The open spans of a local day as UTC instants, without those a clock change swallows."""
        return _spans(self.zone, day, self.hours(day))

    def _worked(self, day: date) -> int:
        hours = self.hours(day)
        if day in clock_changes(self.zone, day.year):
            return _worked_over_a_change(self.zone, day, hours)
        return sum(end - start for start, end in hours)

    def _exceptions(self, year: int) -> set[date]:
        """The days of a year whose working seconds are not those of their weekday."""
        return self._dated.get(year, set()) | self._yearly(year) | clock_changes(self.zone, year)

    def _year_total(self, year: int) -> int:
        total = self._totals.get(year)
        if total is None:
            total = self._totals[year] = self._sum_of(year)
        return total

    def _sum_of(self, year: int) -> int:
        total = self._usual_total(date(year, 1, 1).weekday(), leap=_leap(year))
        single, changes = self._dated.get(year), clock_changes(self.zone, year)
        days = changes if single is None else single | changes
        return total + sum(self._worked(day) - self._usual(day) for day in days)

    def _usual_total(self, first: int, *, leap: bool) -> int:
        """Working seconds of a year that begins on the weekday `first`, by `_usual` alone.

        There are but fourteen such years, so that a decade of a new calendar costs little.
        """
        total = self._usual_totals.get((first, leap))
        if total is None:
            days = 366 if leap else 365
            total = 52 * sum(self._weekly)
            total += sum(self._weekly[(first + extra) % 7] for extra in range(days - 364))
            sample = 2000 if leap else 2001
            for day in self._yearly(sample):
                total -= self._weekly[(first + _ordinal(day)) % 7]
            self._usual_totals[first, leap] = total
        return total

    def _usual(self, day: date) -> int:
        """Working seconds of a day by its weekday and the holidays of every year."""
        return 0 if (day.month, day.day) in self.closed else self._weekly[day.weekday()]

    def _yearly(self, year: int) -> set[date]:
        """The holidays of every year, in this one."""
        return {
            date(year, month, day)
            for month, day in (pair for pair in self.closed if isinstance(pair, tuple))
            if (month, day) != (2, 29) or _leap(year)
        }

    def _year(self, year: int) -> list[int]:
        """Working seconds of a year before each of its days, and at the end of the whole."""
        sums = self._years.get(year)
        if sums is None:
            first, days = date(year, 1, 1), 366 if _leap(year) else 365
            offset = first.weekday()
            seconds = [self._weekly[(offset + number) % 7] for number in range(days)]
            for day in self._exceptions(year):
                seconds[(day - first).days] = self._worked(day)
            sums = self._years[year] = list(accumulate(seconds, initial=0))
        return sums

    def _before(self, at: datetime, day: date) -> int:
        """Working seconds of the year of `day` up to an instant within that local day."""
        today = sum(
            _seconds(opens, min(closes, at)) for opens, closes in self._spans(day) if opens < at
        )
        return self._year(day.year)[_ordinal(day)] + today

    def _reach(self, start: datetime, seconds: int) -> tuple[date, int]:
        """The local day on which the quota is used up, and how many of its seconds belong to it."""
        day = self._day(start)
        wanted, year = self._before(start, day) + seconds, day.year
        while wanted > (total := self._year_total(year)):
            wanted, year = wanted - total, year + 1
            if year - day.year > HORIZON:
                raise BadInput(
                    N_("The calendar does not open often enough to reach {seconds} seconds."),
                    N_("Look at its holidays."),
                    seconds=seconds,
                )
        sums = self._year(year)
        number = bisect_left(sums, wanted) - 1
        return date(year, 1, 1) + timedelta(days=number), wanted - sums[number]


def _spans(zone: ZoneInfo, day: date, hours: Hours) -> list[tuple[datetime, datetime]]:
    spans = [(instant(zone, day, start), instant(zone, day, end)) for start, end in hours]
    return [(opens, closes) for opens, closes in spans if closes > opens]


@lru_cache(maxsize=4096)
def _worked_over_a_change(zone: ZoneInfo, day: date, hours: Hours) -> int:
    """Working seconds of a local day that may not last 24 hours."""
    return sum(_seconds(opens, closes) for opens, closes in _spans(zone, day, hours))


def weekly_hours(spans: Mapping[str, Sequence[Sequence[str]]]) -> tuple[Hours, ...]:
    """The hours of a week from local times such as {"mon": [["09:00", "12:00"]]}.

    24:00 ends a day; a span whose end is not after its start goes over midnight into the next day.
    Raises BadInput naming the day and time that is wrong.
    """
    week: list[list[tuple[int, int]]] = [[] for _ in DAYS]
    for name, given in spans.items():
        if name not in DAYS:
            raise BadInput(
                N_("No day of the week is called “{day}”."),
                N_("Use mon, tue, wed, thu, fri, sat, sun."),
                day=name,
            )
        number = DAYS.index(name)
        for span in given:
            start, end = _times(name, span)
            if end > start:
                week[number].append((start, end))
            else:
                week[number].append((start, DAY))
                week[(number + 1) % 7].append((0, end))
    return tuple(_joined(day) for day in week)


def day_hours(day: str, spans: Sequence[Sequence[str]]) -> Hours:
    """The hours of a single day from its local times; none of them goes over midnight.

    Raises BadInput naming the day and the times that are wrong.
    """
    times = [_times(day, span) for span in spans]
    for start, end in times:
        if end <= start:
            raise BadInput(
                N_("The hours of {day} end before they begin."),
                N_("Part hours over midnight in two: 22:00 to 24:00, then 00:00 to 06:00."),
                day=day,
            )
    return _joined(times)


def _times(day: str, span: Sequence[str]) -> tuple[int, int]:
    try:
        start, end = (_second(text) for text in span)
    except (ValueError, TypeError, AttributeError):
        raise BadInput(
            N_("The hours {span} of {day} are not two times."),
            N_("Write them as 09:00 and 17:30; 24:00 ends the day."),
            day=day,
            span=span,
        ) from None
    return start, end


def _second(text: str) -> int:
    parts = [int(part) for part in text.split(":")]
    hour, minute, second = [*parts, 0, 0, 0][:3] if 2 <= len(parts) <= 3 else (-1, 0, 0)
    value = hour * 3600 + minute * 60 + second
    if not (0 <= minute < 60 and 0 <= second < 60 and 0 <= value <= DAY and hour >= 0):
        raise ValueError(text)
    return value


def _joined(spans: list[tuple[int, int]]) -> Hours:
    """Spans in order, those that touch or overlap made one, empty ones left out."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[1] > span[0]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _seconds(start: datetime, end: datetime) -> int:
    span = end - start
    return span.days * DAY + span.seconds


def _ordinal(day: date) -> int:
    return (day - date(day.year, 1, 1)).days


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
