"""What a classifier sees of a text: words and their neighbours, and pieces of words.

Words of alphabets count by their stem, alone, with the word before and with every other one
wherever it stands ("top-up … failed" as "failed … top-up"), and by their three letters in a row,
which forgives misspellings. Runs of Chinese count by character and pair. Long numbers count by
their length only: every order has another one. A feature is a number below 2^18 (a checksum of its
spelling), so that a model needs no dictionary; two features that share one cost less than a tenth
of a point.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from zlib import crc32

from tuiticket.engine.rules.tokens import Piece, Stem, pieces

SPACE = 1 << 18
"""How many features there are."""

LONGEST = 1_000
"""Characters that are read; a customer has said by then what it is about."""

LETTERS = 3
"""Letters in a row that count as a piece of a word."""

PAIRED = 32
"""Different words that are paired with each other, the first ones; so pairs stay below 500."""

LONG_NUMBER = 4
"""Digits from which on a number counts by its length."""

Features = dict[int, str]
"""The features of a text, and the word each first came from, as it is shown for a reason."""


def features(text: str, stem: Stem) -> Features:
    """The features of a text; none where it holds no word."""
    found: Features = {}
    paired: dict[str, str] = {}
    before = last = "^"
    for piece in pieces(text[:LONGEST]):
        if piece.sort == "run":
            spelt = _run(piece.text)
            before = last = piece.text[-1]
        else:
            word = _word(piece, stem)
            spelt = iter([(f"w{word}", piece.text), (f"b{before} {word}", piece.text)])
            before, last = word, piece.text
            if len(paired) < PAIRED:
                paired.setdefault(word, piece.text)
        for spelling, shown in spelt:
            found.setdefault(crc32(spelling.encode()) % SPACE, shown)
        if piece.sort == "word":
            for gram in _grams(piece.text):
                found.setdefault(crc32(gram.encode()) % SPACE, piece.text)
    if before != "^":
        found.setdefault(crc32(f"b{before} $".encode()) % SPACE, last)
    for spelling, shown in _pairs(paired):
        found.setdefault(crc32(spelling.encode()) % SPACE, shown)
    return found


def _word(piece: Piece, stem: Stem) -> str:
    if piece.sort == "number":
        return piece.text if len(piece.text) < LONG_NUMBER else "#" * min(len(piece.text), 8)
    return stem(piece.text)


def _run(run: str) -> Iterator[tuple[str, str]]:
    for place, character in enumerate(run):
        pair = run[place : place + 2]
        if len(pair) == 2:
            yield f"w{pair}", pair
        yield f"w{character}", pair if len(pair) == 2 else character


def _pairs(words: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Every two stems, in whatever order they stand; the longer word is shown for both."""
    for one, other in combinations(sorted(words), 2):
        yield f"p{one} {other}", max(words[one], words[other], key=len)


def _grams(word: str) -> Iterator[str]:
    fenced = f" {word} "
    for start in range(len(fenced) - LETTERS + 1):
        yield f"c{fenced[start : start + LETTERS]}"
