"""Which words stand for the same matter, and where a text speaks of it.

The trade's own words are built in (`trade_words`); a shop adds its groups. A word may stand in
several groups. Words are compared as the tokenizer cuts them: alphabets by stems, whole words only
and small words left out; ideographs as they stand inside a sentence. Of words that lie in one
another the longest counts: “gift card” is no card.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tuiticket.engine.rules.tokens import Piece, Stem, index_tokens, pieces
from tuiticket.engine.rules.trade_words import TRADE

Group = tuple[str, ...]
"""Words and short phrases that may stand for one another."""

_SMALL_WORDS = "a an the my our your his her their me us it its to some any this that"
_SMALL = frozenset(_SMALL_WORDS.split())
_CANNOT = re.compile(r"\b(?:can|shan|won)['’]t\b|\bcan not\b", re.IGNORECASE)
_NOT = re.compile(r"n['’]t\b", re.IGNORECASE)
_SHORT = re.compile(r"['’](?:ll|re|ve|d|m|s)\b", re.IGNORECASE)


def spelled_out(text: str) -> str:
    """English with “don't” written as two words, and “I'll” without what says nothing."""
    return _SHORT.sub(" ", _NOT.sub(" not", _CANNOT.sub("cannot", text)))


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text speaks of a matter, and the word it uses.

    `start` and `end` count words of alphabets, numbers, and characters of runs in one, from 0;
    `word` is the entry that was found, `groups` the numbers of the groups it stands in.
    """

    start: int
    end: int
    word: str
    groups: tuple[int, ...]


class Thesaurus:
    """Groups of words for the same matter, ready to be looked up in a text."""

    def __init__(self, groups: Iterable[Group], stem: Stem) -> None:
        self.groups = tuple(groups)
        self._stem = stem
        self._phrases: dict[tuple[str, ...], list[tuple[int, str]]] = defaultdict(list)
        self._runs: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for number, group in enumerate(self.groups):
            for word in group:
                self._enter(word, number)
        self._longest_phrase = max(map(len, self._phrases), default=0)
        self._longest_run = max(map(len, self._runs), default=0)

    def _enter(self, word: str, number: int) -> None:
        parts = list(pieces(spelled_out(word)))
        if len(parts) == 1 and parts[0].sort == "run":
            self._runs[parts[0].text].append((number, word))
        elif key := tuple(self._key(part) for part in parts if part.text not in _SMALL):
            self._phrases[key].append((number, word))

    def _key(self, part: Piece) -> str:
        return part.text if part.sort == "run" else "".join(index_tokens(part.text, self._stem))

    def mentions(self, text: str) -> list[Mention]:
        """What the text speaks of, in its order; none that lies within another."""
        found = sorted(self._found(text), key=lambda each: (each.start, -each.end))
        kept: list[Mention] = []
        for each in found:
            if not kept or each.end > kept[-1].end:
                kept.append(each)
        return kept

    def _found(self, text: str) -> Iterator[Mention]:
        words: list[tuple[int, str]] = []
        at = 0
        for part in pieces(spelled_out(text)):
            if part.sort == "run":
                yield from self._in_run(part.text, at)
            if part.text not in _SMALL:
                words.append((at, self._key(part)))
            at += len(part.text) if part.sort == "run" else 1
        for first in range(len(words)):
            for length in range(1, min(self._longest_phrase, len(words) - first) + 1):
                span = words[first : first + length]
                if entries := self._phrases.get(tuple(key for _, key in span)):
                    yield _mention(span[0][0], span[-1][0] + 1, entries)

    def _in_run(self, run: str, at: int) -> Iterator[Mention]:
        for start in range(len(run)):
            for end in range(start + 1, min(len(run), start + self._longest_run) + 1):
                if entries := self._runs.get(run[start:end]):
                    yield _mention(at + start, at + end, entries)


def _mention(start: int, end: int, entries: Sequence[tuple[int, str]]) -> Mention:
    numbers = tuple(dict.fromkeys(number for number, _ in entries))
    return Mention(start, end, entries[0][1], numbers)


@lru_cache(maxsize=4)
def thesaurus(own: tuple[Group, ...], stem: Callable[[str], str]) -> Thesaurus:
    """The trade's words with those of a shop."""
    return Thesaurus((*own, *TRADE), stem)
