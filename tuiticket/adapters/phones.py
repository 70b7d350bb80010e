"""Phone numbers as people write them, brought to E.164 by Google's phonenumbers library.

A number with its country code is believed if its length can be right, for numbering plans move
faster than their tables. A bare national number must be a valid one of the shop's own country, so
that an order number or a number from elsewhere is never taken for a phone. The library is imported
at the first number.
"""

from __future__ import annotations

import re
import zoneinfo
from collections.abc import Callable
from functools import cache
from importlib import resources
from pathlib import Path

HOME = "CN"
"""The country of bare numbers where the desk's time zone (such as UTC) names none."""

_NUMBER = re.compile(r"(?:\+|00|＋|００)?[\d\s().\-/（）－・]{3,40}")
_INTERNATIONAL = re.compile(r"00|００")


def phone_reader(region: str) -> Callable[[str], str | None]:
    """The function that reads numbers as they are written in `region` (ISO 3166, such as CN).

    It gives E.164, or None for a text that is no phone number.
    """

    def read(text: str) -> str | None:
        text = text.strip()
        if not _NUMBER.fullmatch(text):
            return None
        return _e164(_INTERNATIONAL.sub("+", text, count=1) if _dialled(text) else text, region)

    return read


def _dialled(text: str) -> bool:
    return _INTERNATIONAL.match(text) is not None


def _e164(text: str, region: str) -> str | None:
    import phonenumbers

    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    abroad = text.startswith(("+", "＋"))
    fits = phonenumbers.is_possible_number if abroad else phonenumbers.is_valid_number
    if not fits(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def region_of(zone: str) -> str:
    """The country a time zone (such as Europe/Paris) lies in; `HOME` where it lies in none."""
    return _countries().get(zone, HOME)


@cache
def _countries() -> dict[str, str]:
    """Country by zone, from the table the time zone database brings along; empty without one."""
    folders = [*map(Path, zoneinfo.TZPATH), resources.files("tzdata") / "zoneinfo"]
    tables = (folder / "zone.tab" for folder in folders)
    table = next((table for table in tables if table.is_file()), None)
    lines = table.read_text(encoding="utf-8").splitlines() if table else []
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {row[2]: row[0] for row in rows}
