"""The piece of a text in which a search found its words, and where in it they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice, takewhile

from tuiticket.engine.rules.tokens import Stem, index_tokens

LENGTH = 100
"""Characters of a snippet, without the marks of what was left out."""

BEFORE = 24
"""Characters shown before the first word found, where there are that many."""

LOOKED_AT = 20_000
"""Characters of a text that are searched for the words."""

Marks = tuple[tuple[int, int], ...]

_STRETCH = re.compile(r"\w+")
_ASKED = re.compile(r"(\w+)(\*?)")


def snippet(text: str, question: str, stem: Stem) -> tuple[str, Marks]:
    """A line of the text around the first word found, and each found word's start and end in it.

    Without any it is the beginning of the text: the words then stand somewhere else.
    """
    line = " ".join(text[:LOOKED_AT].split())
    finds = _found(line, question, stem)
    found = list(islice(finds, 1))
    start = max(0, found[0][0] - BEFORE) if found else 0
    if start:
        start = line.find(" ", start, found[0][0]) + 1 or start
    end = start + LENGTH
    found += takewhile(lambda span: span[0] < end, finds)
    before, after = "…" if start else "", "…" if end < len(line) else ""
    shift = len(before) - start
    marks = tuple((a + shift, min(b, end) + shift) for a, b in found if a < end)
    return f"{before}{line[start:end]}{after}", marks


def _found(line: str, question: str, stem: Stem) -> Iterator[tuple[int, int]]:
    """Yield start and end of what the question's words match, from left to right.

    A stretch of one word is compared by its stem; a run of ideographs, or of mixed scripts, is
    searched for the very characters.
    """
    asked = [(_folded(word), bool(star)) for word, star in _ASKED.findall(question)]
    tokens = {token for word, _ in asked for token in index_tokens(word, stem)}
    begins = tuple(word for word, star in asked if star)
    for match in _STRETCH.finditer(line):
        stretch = _folded(match[0])
        own = index_tokens(match[0], stem)
        if len(own) == 1 and len(stretch) > 1:
            if own[0] in tokens or (begins and stretch.startswith(begins)):
                yield match.span()
        elif len(stretch) == len(match[0]):
            yield from _within(stretch, [word for word, _ in asked], match.start())


def _within(stretch: str, words: list[str], offset: int) -> Iterator[tuple[int, int]]:
    """Yield where the words stand in a stretch, longest first, none within another."""
    if words:
        any_word = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
        for match in re.finditer(any_word, stretch):
            yield match.start() + offset, match.end() + offset


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
