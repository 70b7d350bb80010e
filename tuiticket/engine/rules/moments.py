"""Times to come, as people speak of them: in an hour, this evening, Monday, 14:30, 2026-11-30."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.rules.local_time import instant
from tuiticket.engine.rules.query.instants import Absolute, read_duration, read_instant, resolve

HOUR = 3_600
MORNING, EVENING = 9 * HOUR, 18 * HOUR
"""Seconds of the shop's day at which it begins, and at which the evening does."""

_TIME = re.compile(r"(?:(.*)[ tT])?(\d\d?)[:：](\d\d)", re.ASCII)
_SHORT_DATE = re.compile(r"\d\d?-\d\d?", re.ASCII)


class Moment(NamedTuple):
    """A time to come under its usual name, a template to be translated."""

    name: str
    at: datetime


def usual(now: datetime, zone: ZoneInfo) -> Iterator[Moment]:
    """The times people mean most, soonest first; those that are past, or nearly so, left out."""
    today = now.astimezone(zone).date()
    yield Moment(N_("in an hour"), now + timedelta(hours=1))
    evening = instant(zone, today, EVENING)
    if evening - now > timedelta(hours=1):
        yield Moment(N_("this evening"), evening)
    yield Moment(N_("tomorrow morning"), instant(zone, today + timedelta(days=1), MORNING))
    monday = today + timedelta(days=7 - today.weekday())
    if monday - today > timedelta(days=1):
        yield Moment(N_("on Monday"), instant(zone, monday, MORNING))
    if monday - today < timedelta(days=7):
        yield Moment(N_("in a week"), instant(zone, today + timedelta(days=7), MORNING))


def moment(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The instant (UTC) that a person means; a bare day is its morning.

    Takes 2h, 14:30 (tomorrow, where that is past), tomorrow, 11-30, 2026-11-30 and a day with a
    time after it. Raises BadInput for anything else.
    """
    words = text.strip().lower()
    span = read_duration(words.removeprefix("+"))
    if span is not None:
        if span <= 0:
            raise _no_moment(text)
        return now + timedelta(seconds=span)
    timed = _TIME.fullmatch(words)
    if timed is None:
        return instant(zone, _day(words, text, now, zone), MORNING)
    before, hours, minutes = timed.groups()
    second = int(hours) * HOUR + int(minutes) * 60
    if int(hours) > 23 or int(minutes) > 59:
        raise _no_moment(text)
    if before is not None:
        return instant(zone, _day(before.strip(), text, now, zone), second)
    today = now.astimezone(zone).date()
    at = instant(zone, today, second)
    return at if at > now else instant(zone, today + timedelta(days=1), second)


def _day(words: str, text: str, now: datetime, zone: ZoneInfo) -> date:
    """The day that words such as `tomorrow`, `11-30` or `2026-11-30` mean."""
    today = now.astimezone(zone).date()
    if _SHORT_DATE.fullmatch(words):
        days = (_date(f"{year}-{words}") for year in (today.year, today.year + 1))
        coming = next((day for day in days if day is not None and day >= today), None)
        if coming is None:
            raise _no_moment(text)
        return coming
    meant = read_instant(words)
    if meant is None or (isinstance(meant, Absolute) and meant.at is not None):
        raise _no_moment(text)
    return resolve(meant, now, zone)[0].astimezone(zone).date()


def _date(text: str) -> date | None:
    read = read_instant(text)
    return read.day if isinstance(read, Absolute) else None


def _no_moment(text: str) -> BadInput:
    return BadInput(
        N_("“{text}” is no time to come."),
        N_("Write 2h, 14:30, tomorrow, 11-30 or 2026-11-30 14:30."),
        text=text,
    )
