"""Spans of time as people write them."""

from __future__ import annotations

import re

_SPAN = re.compile(
    r"(?:(\d{1,6})d)?(?:(\d{1,8})h)?(?:(\d{1,9})m)?(?:(\d{1,10})s?)?", re.ASCII | re.IGNORECASE
)
_UNITS = (86_400, 3600, 60, 1)


def seconds_in(text: str) -> int | None:
    """The seconds of 4h, 90m, 1h30m, 2d or, bare, 30; None for what is no span of time."""
    span = text.strip()
    found = _SPAN.fullmatch(span) if span else None
    if found is None:
        return None
    parts = zip(found.groups(), _UNITS, strict=True)
    return sum(int(part) * unit for part, unit in parts if part)
