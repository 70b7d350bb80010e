"""How single facts are written, and what they mean then: words, keys, numbers, times."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tuiticket.engine.declared.faults import Faults, Path
from tuiticket.engine.errors import N_
from tuiticket.engine.rules.query.instants import LONGEST_DURATION, duration_text, read_duration
from tuiticket.engine.rules.safetext import one_line

WRONG: Final = object()
"""What reading gives where a fault was noted instead."""

NAME_LIMIT = 100
SHOWN = 40
"""Characters of a wrong word that are quoted back."""

Reference = tuple[Path, str, str]
"""Where another section's entry is named, that section, and the key of the entry."""


class Shape(ABC):
    """How a fact is written, and what it means."""

    @abstractmethod
    def read(self, written: Any, at: Path, faults: Faults) -> Any:
        """What is meant; `WRONG`, and a fault more, where it is nothing."""

    def write(self, meant: Any) -> Any:
        """The same as it is written: what `read` takes for it."""
        return meant

    def references(self, meant: Any, at: Path) -> Iterator[Reference]:
        """The entries of other sections it names."""
        yield from ()


@dataclass(frozen=True)
class Words(Shape):
    """A line of words, of at most `limit` characters; `optional` may be written "" for nothing."""

    limit: int = NAME_LIMIT
    optional: bool = False

    def read(self, written: Any, at: Path, faults: Faults) -> Any:
        """The words on one clean line."""
        if not isinstance(written, str):
            return _no_words(at, faults)
        line = one_line(written, self.limit + 1)
        if len(line) > self.limit:
            faults.add(at, N_("This is too long."), N_("At most {limit}."), limit=self.limit)
            return WRONG
        if not line and not self.optional:
            faults.add(at, N_("This is empty."), N_("Give it some words."))
            return WRONG
        return line


@dataclass(frozen=True)
class Language(Words):
    """A language by its code, such as zh."""


@dataclass(frozen=True)
class Phrase(Words):
    """Words that are looked for in texts, whatever the case of their letters."""

    def read(self, written: Any, at: Path, faults: Faults) -> Any:
        """The words with their cases folded."""
        line = super().read(written, at, faults)
        return line if line is WRONG else line.casefold()


@dataclass(frozen=True)
class Address(Shape):
    """A mail address; "" is none."""

    def read(self, written: Any, at: Path, faults: Faults) -> Any:
        """The address in small letters; None where there is none."""
        if not isinstance(written, str):
            return _no_words(at, faults)
        address = written.strip().lower()
        if address and not re.fullmatch(r"[^@\s]{1,64}@[^@\s]{1,250}", one_line(address, 400)):
            faults.add(at, N_("“{word}” is no mail address."), word=one_line(written, SHOWN))
            return WRONG
        return address or None

    def write(self, meant: Any) -> Any:
        """The address, or nothing."""
        return meant or ""


_KEY = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")


@dataclass(frozen=True)
class Key(Shape):
    """A key people type: a login, a team, a calendar; "" is none, where that is `optional`."""

    pattern: re.Pattern[str] = _KEY
    optional: bool = False

    def read(self, written: Any, at: Path, faults: Faults) -> Any:
        """The key itself; None for none."""
        if written == "" and self.optional:
            return None
        if not isinstance(written, str) or not self.pattern.fullmatch(written):
            faults.add(
                at,
                N_("“{word}” is not well formed."),
                N_("Use up to 40 small letters, digits, dots and dashes."),
                word=one_line(str(written), SHOWN),
            )
            return WRONG
        return written

    def write(self, meant: Any) -> Any:
        """The key, or nothing."""
        return meant or ""


@dataclass(frozen=True)
class Link(Shape):
    """The key of an entry of another section; "" is none, where that is `optional`."""

    section: str
    optional: bool = True

    def read(self, written: Any, at: Path, faults: Faults) -> Any:
        """The key, cleaned as keys are where they are given; None for none."""
        if not isinstance(written, str):
            return _no_words(at, faults)
        written = one_line(written, NAME_LIMIT + 1)
        if not written and not self.optional:
            faults.add(
                at, N_("This is empty."), N_("Name one of the {section}."), section=self.section
            )
            return WRONG
        return written or None

    def write(self, meant: Any) -> Any:
        """The key, or nothing."""
        return meant or ""

    def references(self, meant: Any, at: Path) -> Iterator[Reference]:
        """The one it names."""
        if meant is not None:
            yield at, self.section, meant


@dataclass(frozen=True)
class Zone(Shape):
    """A time zone of the IANA database."""

    def read(self, written: Any, at: Path, faults: Faults) -> Any:
        """Its name."""
        try:
            return ZoneInfo(written).key
        except (ZoneInfoNotFoundError, ValueError, TypeError, AttributeError, OSError):
            faults.add(
                at,
                N_("There is no time zone “{zone}”."),
                N_("Name one like Asia/Shanghai or Europe/Berlin."),
                zone=one_line(str(written), SHOWN),
            )
            return WRONG


@dataclass(frozen=True)
class Number(Shape):
    """A whole number between two others, both included."""

    low: int
    high: int

    def read(self, written: Any, at: Path, faults: Faults) -> Any:
        """The number."""
        whole = isinstance(written, int) and not isinstance(written, bool)
        if not whole or not self.low <= written <= self.high:
            faults.add(
                at,
                N_("This is no number from {low} to {high}."),
                N_("Write a whole number, without quotes."),
                low=self.low,
                high=self.high,
            )
            return WRONG
        return written


@dataclass(frozen=True)
class Weight(Shape):
    """A number between two others, both included, with a fraction or without."""

    low: float
    high: float

    def read(self, written: Any, at: Path, faults: Faults) -> Any:
        """The number."""
        number = isinstance(written, int | float) and not isinstance(written, bool)
        if not number or not self.low <= written <= self.high:
            faults.add(
                at,
                N_("This is no weight."),
                N_("Write a number from {low} to {high}, as 1.5."),
                low=self.low,
                high=self.high,
            )
            return WRONG
        return float(written)


@dataclass(frozen=True)
class Switch(Shape):
    """Yes or no."""

    def read(self, written: Any, at: Path, faults: Faults) -> Any:
        """True or false."""
        if not isinstance(written, bool):
            faults.add(at, N_("This is neither yes nor no."), N_("Write true or false."))
            return WRONG
        return written


@dataclass(frozen=True)
class Span(Shape):
    """A length of time in seconds, written as 30m, 4h, 2d or 1h30m; "" is none if `optional`."""

    optional: bool = False
    least: int = 1

    def read(self, written: Any, at: Path, faults: Faults) -> Any:
        """Seconds, `least` or more."""
        if written == "" and self.optional:
            return None
        seconds = read_duration(written) if isinstance(written, str) else None
        if seconds is None or not self.least <= seconds <= LONGEST_DURATION:
            faults.add(
                at,
                N_("“{word}” is no length of time."),
                N_("Write it as 30m, 4h, 2d or 1h30m, in quotes."),
                word=one_line(str(written), SHOWN),
            )
            return WRONG
        return seconds

    def write(self, meant: Any) -> Any:
        """The time in its largest unit that leaves no rest."""
        return "" if meant is None else duration_text(meant)


class Choice(Shape):
    """One word of several; what it means is the member it is the word of."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.words = words

    @classmethod
    def of(cls, enum: type[Enum]) -> Choice:
        """Any member of an enumeration: by its value, or where that is a number by its name."""
        return cls({_word(member): member for member in enum})

    def read(self, written: Any, at: Path, faults: Faults) -> Any:
        """The member of that word."""
        if isinstance(written, str) and written in self.words:
            return self.words[written]
        near = get_close_matches(str(written)[:SHOWN], self.words, 1)
        faults.add(
            at,
            N_("“{word}” is not known here."),
            N_("Did you mean “{near}”?") if near else N_("Known are: {names}."),
            word=one_line(str(written), SHOWN),
            near=near[0] if near else "",
            names=tuple(self.words),
        )
        return WRONG

    def write(self, meant: Any) -> Any:
        """The word of a member."""
        return next(word for word, member in self.words.items() if member == meant)


def _word(member: Enum) -> str:
    value = member.value
    return value if isinstance(value, str) else member.name.lower()


def _no_words(at: Path, faults: Faults) -> object:
    faults.add(at, N_("This is no text."), N_("Write it in quotes."))
    return WRONG
