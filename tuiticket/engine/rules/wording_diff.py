"""What became another word between two wordings of an article, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

AROUND = 3
"""Unchanged lines shown before and after a change."""

LONG_LINE = 1000
"""Characters from which a line is compared as a whole: finding its words would take too long."""

_WORDS = re.compile(r"[^\W\d_\u2e80-\u9fff\uac00-\ud7af]+|\d+|\s+|.", re.DOTALL)


class Sign(StrEnum):
    """What became of a line."""

    SAME = " "
    GONE = "-"
    NEW = "+"
    CUT = "@"


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One line of a comparison: `parts` are its words in order, each with whether it is another.

    A line that is CUT stands for unchanged ones and says how many by its only part.
    """

    sign: Sign
    parts: tuple[tuple[str, bool], ...]

    @property
    def text(self) -> str:
        """The whole line."""
        return "".join(words for words, _other in self.parts)


def compare(before: str, after: str) -> tuple[DiffLine, ...]:
    """The lines of both wordings, what is unchanged far from any change cut; () if they are one."""
    old, new = before.split("\n"), after.split("\n")
    if old == new:
        return ()
    found: list[DiffLine] = []
    blocks = SequenceMatcher(None, old, new).get_opcodes()
    for number, (tag, a, b, c, d) in enumerate(blocks):
        if tag == "equal":
            found += _context(old[a:b], first=number == 0, last=number == len(blocks) - 1)
        else:
            found += _changed(old[a:b], new[c:d])
    return tuple(found)


def _context(lines: Sequence[str], *, first: bool, last: bool) -> Iterator[DiffLine]:
    """Yield unchanged lines, only those next to a change."""
    head, tail = (0 if first else AROUND), (0 if last else AROUND)
    if len(lines) <= head + tail + 1:
        yield from map(_same, lines)
        return
    yield from map(_same, lines[:head])
    yield DiffLine(Sign.CUT, ((str(len(lines) - head - tail), False),))
    yield from map(_same, lines[len(lines) - tail :])


def _same(text: str) -> DiffLine:
    return DiffLine(Sign.SAME, ((text, False),))


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[DiffLine]:
    """Yield the lines that went and those that came, paired so that their words are compared."""
    pairs = [_words(a, b) for a, b in zip_longest(old, new)]
    yield from (DiffLine(Sign.GONE, gone) for gone, _new in pairs if gone is not None)
    yield from (DiffLine(Sign.NEW, came) for _gone, came in pairs if came is not None)


Parts = tuple[tuple[str, bool], ...]


def _words(a: str | None, b: str | None) -> tuple[Parts | None, Parts | None]:
    if a is None or b is None or max(len(a), len(b)) > LONG_LINE:
        return (None if a is None else ((a, True),)), (None if b is None else ((b, True),))
    old, new = _WORDS.findall(a), _WORDS.findall(b)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < 0.3:
        return ((a, True),), ((b, True),)
    blocks = matcher.get_opcodes()
    gone = (("".join(old[i:j]), tag != "equal") for tag, i, j, _k, _l in blocks if i < j)
    came = (("".join(new[k:end]), tag != "equal") for tag, _i, _j, k, end in blocks if k < end)
    return tuple(gone), tuple(came)
