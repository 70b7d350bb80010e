"""Instants as people write them in a query, kept as written until it is asked.

A saved view with `created:today` means another day tomorrow, so a query holds no UTC instant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import Enum
from typing import TypeAlias

from tuiticket.engine.rules.query.operators import Operator

UNITS = {"w": 604_800, "d": 86_400, "h": 3_600, "m": 60, "s": 1}
"""Seconds of each unit of a duration. A day is 24 hours here, whatever the clocks do that night."""

LONGEST_DURATION = 100 * 365 * 86_400
"""Seconds; beyond it no calendar arithmetic is promised."""

_DURATION = re.compile(r"([+-]?)((?:\d{1,10}[wdhms])+|0)", re.ASCII | re.IGNORECASE)
_ABSOLUTE = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)(?:t(\d\d?):(\d\d)(?::(\d\d))?(z)?)?", re.ASCII | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Relative:
    """So many seconds after now; negative before."""

    seconds: int


class RelativeDay(Enum):
    """A whole day, by how many days it lies after today."""

    YESTERDAY = -1
    TODAY = 0
    TOMORROW = 1


DAY_WORDS = {day.name.lower(): day for day in RelativeDay} | {
    "昨天": RelativeDay.YESTERDAY,
    "今天": RelativeDay.TODAY,
    "明天": RelativeDay.TOMORROW,
}


@dataclass(frozen=True, slots=True)
class Absolute:
    """A whole day, or one minute of it (one second, where seconds are given).

    `at` is the shop's local time, or UTC where it says so itself.
    """

    day: date
    at: time | None = None


Instant: TypeAlias = Relative | RelativeDay | Absolute
Window: TypeAlias = tuple[datetime | None, datetime | None]
"""Instants from the first to before the second, in UTC; None is no limit."""


def read_duration(text: str) -> int | None:
    """Return the seconds of `30m`, `-1h30m`, `2w`, `0`; None if it is none or too long."""
    match = _DURATION.fullmatch(text)
    if match is None:
        return None
    sign, parts = match.groups()
    pairs = re.findall(r"(\d+)([wdhms])", parts.lower(), re.ASCII)
    seconds = sum(int(number) * UNITS[unit] for number, unit in pairs)
    if seconds > LONGEST_DURATION:
        return None
    return -seconds if sign == "-" else seconds


def duration_text(seconds: int) -> str:
    """Return the seconds in the largest unit up to days that leaves no rest: 5400 is `90m`."""
    if not seconds:
        return "0m"
    unit = next(unit for unit in "dhms" if seconds % UNITS[unit] == 0)
    return f"{seconds // UNITS[unit]}{unit}"


def read_instant(text: str) -> Instant | None:
    """Return what `-7d`, `today`, `2026-11-20` or `2026-11-20T14:00` stands for; None if nothing.

    Distances need their sign: `7d` alone does not say whether before or after now. A time may end
    in `Z` for UTC, as the program's own JSON has it.
    """
    if text.lower() in DAY_WORDS:
        return DAY_WORDS[text.lower()]
    if text[:1] in {"+", "-"}:
        seconds = read_duration(text)
        return None if seconds is None else Relative(seconds)
    match = _ABSOLUTE.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, utc = match.groups()
    try:
        written = date(int(year), int(month), int(day))
        clock = time(
            int(hour or 0), int(minute or 0), int(second or 0), tzinfo=UTC if utc else None
        )
    except ValueError:
        return None
    if not 1900 <= written.year <= 2999:
        return None
    return Absolute(written, clock if hour else None)


def instant_text(instant: Instant) -> str:
    """Return the instant as a query writes it."""
    match instant:
        case Relative(seconds):
            return duration_text(seconds) if seconds < 0 else f"+{duration_text(seconds)}"
        case RelativeDay():
            return instant.name.lower()
        case Absolute(day, None):
            return day.isoformat()
        case Absolute(day, time() as at):
            clock = at.replace(tzinfo=None).isoformat("seconds" if at.second else "minutes")
            return f"{day.isoformat()}T{clock}{'Z' if at.tzinfo else ''}"
    raise TypeError(instant)


def resolve(instant: Instant, now: datetime, zone: tzinfo) -> tuple[datetime, datetime]:
    """Return the first instant (UTC) that `instant` covers and the first one after it.

    Both are the same for a distance from now. Days are those of `zone`, 23 or 25 hours long where
    clocks change; a local time that clocks skip is moved on by as much.
    """
    match instant:
        case Relative(seconds):
            at = now.astimezone(UTC) + timedelta(seconds=seconds)
            return at, at
        case RelativeDay():
            return _day(now.astimezone(zone).date() + timedelta(days=instant.value), zone)
        case Absolute(day, None):
            return _day(day, zone)
        case Absolute(day, time() as clock):
            local = datetime.combine(day, clock)
            start = (local if clock.tzinfo else local.replace(tzinfo=zone)).astimezone(UTC)
            return start, start + timedelta(seconds=1 if clock.second else 60)
    raise TypeError(instant)


def _day(day: date, zone: tzinfo) -> tuple[datetime, datetime]:
    """Return the beginning of a local day and of the next, in UTC."""
    midnights = (datetime.combine(d, time(), zone) for d in (day, day + timedelta(days=1)))
    start, end = (midnight.astimezone(UTC) for midnight in midnights)
    return start, end


def window(operator: Operator, instant: Instant, now: datetime, zone: tzinfo) -> Window:
    """Return the instants that a filter such as `created:>=yesterday` lets through.

    After a day is after its end, up to a day includes it: `>2026-11-20` begins on the 21st.
    """
    start, end = resolve(instant, now, zone)
    windows: dict[Operator, Window] = {
        Operator.IS: (start, end),
        Operator.MORE: (end, None),
        Operator.AT_LEAST: (start, None),
        Operator.LESS: (None, start),
        Operator.AT_MOST: (None, end),
    }
    return windows[operator]
