"""When a mail was sent, as far as its headers tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

from tuiticket.channels.mail.headers import unfold

EARLIEST = datetime(1982, 8, 13, tzinfo=UTC)
"""RFC 822's date: an earlier mail comes from a machine without a clock."""
MAX_DATE = 200
"""Characters of a date that are looked at."""

_ISO = re.compile(r"\d{4}-\d\d?-\d\d?[T ]\d\d?:\d\d(?::\d\d)?")


def sent_at(date: str, received: Iterable[str] = ()) -> datetime | None:
    """Return the instant of a raw Date, else of the last relay's Received; None if both are wrong.

    A time without a zone is taken as UTC.
    """
    stamps = [date, *(line.rpartition(";")[2] for line in received)]
    for stamp in stamps:
        instant = _instant(unfold(stamp)[:MAX_DATE])
        if instant is not None and instant >= EARLIEST:
            return instant
    return None


def _instant(stamp: str) -> datetime | None:
    try:
        fields = parsedate_tz(stamp)
        if fields is not None:
            offset = timezone(timedelta(seconds=fields[9] or 0))
            year, month, day, hour, minute, second = fields[:6]
            # A leap second is the one before it.
            second = min(second, 59)
            return datetime(year, month, day, hour, minute, second, tzinfo=offset).astimezone(UTC)
        iso = _ISO.search(stamp)
        if iso:
            numbers = [int(number) for number in re.findall(r"\d+", iso[0])]
            year, month, day, hour, minute, second = [*numbers, 0][:6]
            return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return None
