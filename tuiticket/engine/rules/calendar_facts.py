"""A calendar as people write it: a TOML table or a JSON object, checked key by key.

    timezone = "Asia/Shanghai"
    holidays = ["01-01", "2026-10-01"]
    workdays = ["2026-10-10"]
    [business_hours]
    mon = [["09:00", "12:00"], ["13:00", "18:00"]]
    [special_hours]
    2026-11-11 = [["00:00", "24:00"]]

Times are local. A day that is absent or empty is closed; 24:00 ends a day; a span whose end is not
after its start goes over midnight. Holidays are whole local days, once or every year; working days
in place of others beat them and have their weekday's hours, or where it has none those of the
first open weekday. Special hours are for single days and beat everything. `country` closes the
public holidays of a country, as far as they are known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.calendar import Hours, ShopCalendar, SpecialDay
from tuiticket.engine.rules.business_hours import day_hours, weekly_hours
from tuiticket.engine.rules.shop_hours import holiday

ALWAYS = {day: [["00:00", "24:00"]] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
"""The hours of a calendar that says nothing of its hours."""

FIELDS = ("timezone", "business_hours", "holidays", "workdays", "special_hours", "country")

PublicHolidays = Callable[[str], tuple[Sequence[date], Sequence[date]]]
"""The public holidays of a country by its code, and the days worked in place of them."""


def no_holidays(country: str) -> tuple[Sequence[date], Sequence[date]]:
    """Knows no country; raises BadInput."""
    raise BadInput(N_("No holidays are known for the country “{country}”."), country=country)


def calendar_from(
    facts: Mapping[str, Any], *, key: str = "", public_holidays: PublicHolidays = no_holidays
) -> ShopCalendar:
    """The calendar these facts tell of.

    Raises BadInput naming the key, and the value in it, that is wrong.
    """
    for name in facts:
        if name not in FIELDS:
            raise BadInput(
                N_("A calendar has no “{name}”."),
                N_("It has: {known}."),
                name=name,
                known=tuple(FIELDS),
            )
    closed, makeup = _days(facts, "holidays", holiday), _days(facts, "workdays", date.fromisoformat)
    if country := facts.get("country"):
        free, worked = public_holidays(str(country))
        closed += tuple(day.isoformat() for day in free)
        makeup += tuple(day.isoformat() for day in worked)
    return ShopCalendar(
        key=key,
        zone=_zone(facts.get("timezone", "UTC")),
        week=weekly_hours(_table(facts, "business_hours", ALWAYS)),
        closed=tuple(dict.fromkeys(closed)),
        makeup=tuple(dict.fromkeys(makeup)),
        special=_special(_table(facts, "special_hours", {})),
    )


def _zone(name: Any) -> str:
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
        raise BadInput(
            N_("There is no time zone “{zone}”."),
            N_("Name one like Asia/Shanghai or Europe/Berlin."),
            zone=name,
        ) from None


def _table(
    facts: Mapping[str, Any], name: str, otherwise: Mapping[str, Any]
) -> Mapping[str, Sequence[Sequence[str]]]:
    table = facts.get(name)
    if table is None:
        return otherwise
    if not isinstance(table, Mapping) or not all(map(_is_list, table.values())):
        raise BadInput(
            N_("The {name} are not lists of times by day."),
            N_('Write them as mon = [["09:00", "12:00"], ["13:00", "18:00"]].'),
            name=name,
        )
    return table


def _days(facts: Mapping[str, Any], name: str, read: Callable[[str], object]) -> tuple[str, ...]:
    """The days of a list as text, each in its one form; TOML's own dates are taken too."""
    given = facts.get(name) or []
    days = [day.isoformat() if isinstance(day, date) else day for day in given]
    for day in days:
        if not _reads(day, read):
            raise BadInput(
                N_("In {name} “{day}” is no day."),
                N_("Write days as 2026-10-01; holidays of every year as 10-01."),
                name=name,
                day=day,
            )
    return tuple(days)


def _special(table: Mapping[str, Sequence[Sequence[str]]]) -> tuple[SpecialDay, ...]:
    hours: dict[str, Hours] = {}
    for day, spans in table.items():
        if not _reads(day, date.fromisoformat):
            raise BadInput(
                N_("In {name} “{day}” is no day."),
                N_("Write days as 2026-10-01; holidays of every year as 10-01."),
                name="special_hours",
                day=day,
            )
        hours[day] = day_hours(day, spans)
    return tuple(SpecialDay(day, hours[day]) for day in sorted(hours))


def _reads(day: Any, read: Callable[[str], object]) -> bool:
    if not isinstance(day, str) or len(day) not in (5, 10):
        return False
    try:
        read(day)
    except ValueError:
        return False
    return True


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)
