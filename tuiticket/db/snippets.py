"""The piece of a text in which a search found its words, and where in it they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
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
    asked = _asked(question, stem)
    for match in _STRETCH.finditer(line):
        folded, tokens = _cut(match[0], stem)
        if len(tokens) == 1 and len(folded) > 1:
            if tokens[0] in asked.tokens or (asked.begins and folded.startswith(asked.begins)):
                yield match.span()
        elif asked.words and len(folded) == len(match[0]):
            offset = match.start()
            for found in asked.words.finditer(folded):
                yield found.start() + offset, found.end() + offset


@dataclass(frozen=True, slots=True)
class _Asked:
    """The tokens of a question, what a word may begin with, and what a run may hold.

    Of the last the longest is found first, and none within another.
    """

    tokens: frozenset[str]
    begins: tuple[str, ...]
    words: re.Pattern[str] | None


@lru_cache(maxsize=64)
def _asked(question: str, stem: Stem) -> _Asked:
    asked = [(_folded(word), bool(star)) for word, star in _ASKED.findall(question)]
    longest = sorted((word for word, _ in asked), key=len, reverse=True)
    return _Asked(
        frozenset(token for word, _ in asked for token in index_tokens(word, stem)),
        tuple(word for word, star in asked if star),
        re.compile("|".join(map(re.escape, longest))) if longest else None,
    )


@lru_cache(maxsize=16_384)
def _cut(stretch: str, stem: Stem) -> tuple[str, tuple[str, ...]]:
    """A stretch folded, and its tokens; most of a page of texts were cut before."""
    return _folded(stretch), tuple(index_tokens(stretch, stem))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
