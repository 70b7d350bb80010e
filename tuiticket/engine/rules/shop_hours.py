"""The working hours each clock counts by: from the shop's calendars to arithmetic."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from zoneinfo import ZoneInfo

from tuiticket.engine.model.calendar import DayKind, PublicDays, ShopCalendar
from tuiticket.engine.rules.business_hours import BusinessHours
from tuiticket.engine.rules.calendar import Calendar, RoundTheClock

_NEVER_CLOSED = RoundTheClock()


@lru_cache(maxsize=256)
def working_hours(calendar: ShopCalendar) -> BusinessHours:
    """The arithmetic of one calendar; kept, for it remembers the years it has summed up.

    Raises BadInput where the calendar has no open hour.
    """
    public = calendar.public or PublicDays("")
    return BusinessHours(
        ZoneInfo(calendar.zone),
        calendar.week,
        closed=frozenset(map(holiday, (*calendar.closed, *public.closed))),
        makeup=frozenset(map(date.fromisoformat, (*calendar.makeup, *public.makeup))),
        special={date.fromisoformat(special.day): special.hours for special in calendar.special},
    )


def day_kind(calendar: ShopCalendar, day: date) -> DayKind:
    """Why a local day has the hours it has: what beats the rest comes first."""
    written = day.isoformat()
    public = calendar.public or PublicDays("")
    for kind, days in (
        (DayKind.SPECIAL, tuple(special.day for special in calendar.special)),
        (DayKind.MAKEUP, calendar.makeup),
        (DayKind.PUBLIC_WORKDAY, public.makeup),
        (DayKind.CLOSED, calendar.closed),
        (DayKind.PUBLIC_HOLIDAY, public.closed),
    ):
        if written in days or written[5:] in days:
            return kind
    return DayKind.WEEK


def holiday(text: str) -> date | tuple[int, int]:
    """A holiday as a date, or as (month, day) where it comes every year.

    Raises ValueError for what is neither YYYY-MM-DD nor MM-DD.
    """
    if len(text) == len("MM-DD"):
        yearly = date.fromisoformat(f"2000-{text}")
        return yearly.month, yearly.day
    return date.fromisoformat(text)


class Calendars:
    """All calendars of a shop, by the id that clocks and policies name them with.

    No id, and one whose calendar is gone, mean round the clock.
    """

    def __init__(self, calendars: Iterable[ShopCalendar] = ()) -> None:
        self._known = {calendar.id: calendar for calendar in calendars}

    def of(self, calendar_id: int | None) -> Calendar:
        """The working hours of that calendar."""
        known = self._known.get(calendar_id or 0)
        return _NEVER_CLOSED if known is None else working_hours(known)

    def edition(self, calendar_id: int | None) -> int:
        """Which edition of the calendar that is; 0 for round the clock."""
        known = self._known.get(calendar_id or 0)
        return 0 if known is None else known.edition
