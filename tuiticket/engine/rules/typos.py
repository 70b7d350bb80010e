"""A word nobody ever wrote here, and the words one slip of the finger away from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_lowercase

_WORD = re.compile(r"[a-z]{4,20}")
"""Words that may be mistyped: in shorter ones every other word is one slip away."""


def may_be_mistyped(word: str) -> bool:
    """Whether a word, in small letters, is one whose slips are looked for."""
    return _WORD.fullmatch(word) is not None


def one_slip(word: str) -> Iterator[str]:
    """Yield the words one slip away, each once, the likeliest slips first.

    Two letters the wrong way round, one too few, one too many, a wrong one. The first letter is
    mostly right, so slips there come last among their kind.
    """
    seen = {word}
    for variant in _variants(word):
        if variant not in seen:
            seen.add(variant)
            yield variant


def _variants(word: str) -> Iterator[str]:
    places = range(len(word) - 1, -1, -1)
    yield from (
        word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in places if i < len(word) - 1
    )
    for i in (len(word), *places):
        yield from (word[:i] + letter + word[i:] for letter in ascii_lowercase)
    yield from (word[:i] + word[i + 1 :] for i in places)
    for i in places:
        yield from (word[:i] + letter + word[i + 1 :] for letter in ascii_lowercase)
