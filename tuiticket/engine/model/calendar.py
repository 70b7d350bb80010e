"""The working hours a shop keeps, as facts: what its clocks count by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Hours = tuple[tuple[int, int], ...]
"""Open spans of one local day in seconds since its midnight, in order, not touching each other."""


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """One date (YYYY-MM-DD) with hours of its own, such as the night of a sale; () is closed."""

    day: str
    hours: Hours


class DayKind(StrEnum):
    """Why a day has the hours it has."""

    WEEK = "week"
    CLOSED = "closed"
    PUBLIC_HOLIDAY = "public-holiday"
    MAKEUP = "makeup"
    PUBLIC_WORKDAY = "public-workday"
    SPECIAL = "special"


@dataclass(frozen=True, slots=True)
class PublicDays:
    """The public holidays of a `country` (CN, or DE-BY for a part of one) in some years.

    They are kept as they were known when the calendar was set: `closed` days off and `makeup` days
    worked for them (调休), YYYY-MM-DD, so that hours never change by themselves.
    """

    country: str
    years: tuple[int, ...] = ()
    closed: tuple[str, ...] = ()
    makeup: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopCalendar:
    """One set of working hours, known by its key.

    `zone` is an IANA time zone. `week` holds the hours of Monday to Sunday. `closed` are holidays,
    whole local days: YYYY-MM-DD, or MM-DD of every year. `makeup` are days (YYYY-MM-DD) worked in
    place of others; the `public` holidays of a country come on top of both. `special` gives single
    days their hours and beats everything. `edition` grows by one each time any of it is edited, so
    that a clock can say what it was counted by.
    """

    id: int = 0
    key: str
    zone: str
    week: tuple[Hours, ...]
    closed: tuple[str, ...] = ()
    makeup: tuple[str, ...] = ()
    special: tuple[SpecialDay, ...] = ()
    edition: int = 1
    public: PublicDays | None = None
