"""Adding up what a text's words say of its writer's temper.

A word counts with its weight: turned by a negation before it, more after "very", less after "a
bit". Shouting adds: exclamation marks in a row, words in capitals. The sum is set against the
text's length, for who writes much uses more words of every sort, and becomes a number of 0 to 1 in
which 0.5 says nothing either way. A threat alone makes 0.8 at least.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from tuiticket.engine.model.judgement import Temper
from tuiticket.engine.rules.temper.lexicon import (
    CHINESE,
    CHINESE_HARDLY,
    CHINESE_NOT,
    CHINESE_VERY,
    ENGLISH,
    ENGLISH_HARDLY,
    ENGLISH_NOT,
    ENGLISH_VERY,
)
from tuiticket.engine.rules.temper.threats import threats

LONGEST = 4_000
"""Characters that are read."""

REASONS = 5
BEFORE = 24
"""Characters before a word that may turn or strengthen it."""

THREATENED = 0.8
VERY, HARDLY, NOT_GOOD, NOT_BAD = 1.4, 0.6, -1.0, -0.5
SHOUT, CAPITALS = 0.8, 0.6
STEEPNESS = 1.1


NEUTRAL = 0.5
"""The score of a text that says nothing of its writer's temper."""

DISPLEASED_FROM, ANGRY_FROM = 0.6, 0.82


@dataclass(frozen=True, slots=True)
class Reading:
    """The temper of a text: 0 content to 1 furious, its level, the words that made it, worst first.

    `raw` is the sum behind the score, without bounds, 0 where nothing speaks. `blaming` are the
    words that spoke for a bad temper, though the whole be mild, `threats` the consequences named.
    Where people's corrections were heard too, `learned` are the words those taught and `lessons`
    how many corrections there were (see `learning`).
    """

    score: float
    level: Temper
    reasons: tuple[str, ...]
    raw: float
    blaming: tuple[str, ...] = ()
    threats: tuple[str, ...] = ()
    learned: tuple[str, ...] = ()
    lessons: int = 0


_NOTHING: Mapping[str, float] = {}
_HAN = re.compile("[\u3400-\u9fff]")
_SHOUTS = re.compile(r"[!！]{2,}|[?？]{2,}|[!?！？]{3,}")
_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")
_WORD = re.compile(r"[a-z']+|[\u3400-\u9fff]")
_CURLY = str.maketrans("’‘", "''")


def temper(text: str, own: Mapping[str, float] = _NOTHING) -> Reading:
    """Read the temper of a text; `own` are the shop's words with their weights, over ours."""
    text = unicodedata.normalize("NFKC", text[:LONGEST]).translate(_CURLY)
    folded = text.casefold()
    said: dict[str, float] = {}
    total = 0.0
    for word, weight in _weighed(folded, own):
        total += weight
        said[word] = said.get(word, 0.0) + weight
    for word, weight in _shouted(text):
        total += weight
        said[word] = said.get(word, 0.0) + weight
    threatened = threats(folded)
    length = len(_WORD.findall(folded))
    raw = STEEPNESS * (total + 1.5 * len(threatened)) / math.sqrt(2 + length / 4)
    worst = sorted((word for word in said if said[word] > 0), key=lambda word: -said[word])
    blaming = tuple(dict.fromkeys([*threatened, *worst]))[:REASONS]
    read = scored(raw, tuple(threatened))
    return replace(read, reasons=blaming if read.score > NEUTRAL else (), blaming=blaming)


def scored(raw: float, threatened: tuple[str, ...] = ()) -> Reading:
    """The reading behind a sum, as yet without the words that made it."""
    score = 1 / (1 + math.exp(-raw))
    if threatened:
        score = max(score, THREATENED)
    level = _level(score, bool(threatened))
    return Reading(round(score, 4), level, (), raw, threats=threatened)


def _level(score: float, threatened: bool) -> Temper:
    if threatened:
        return Temper.THREATENING
    if score >= ANGRY_FROM:
        return Temper.ANGRY
    return Temper.DISPLEASED if score >= DISPLEASED_FROM else Temper.CALM


def _weighed(text: str, own: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Each word that tells something, as it stands there, with what it counts there."""
    pattern, weights = _lexicon(tuple(sorted(own.items())))
    for match in pattern.finditer(text):
        word, weight = match[0], weights[match[0]]
        before = text[max(0, match.start() - BEFORE) : match.start()]
        chinese = _HAN.match(word) is not None
        very, hardly, denied = (
            (CHINESE_VERY, CHINESE_HARDLY, CHINESE_NOT)
            if chinese
            else (ENGLISH_VERY, ENGLISH_HARDLY, ENGLISH_NOT)
        )
        if abs(weight) >= 1 and (turned := denied.search(before)):
            factor = NOT_GOOD if weight < 0 else NOT_BAD
            yield before[turned.start() :].lstrip() + word, weight * factor
            continue
        if strong := very.search(before):
            yield before[strong.start() :].lstrip() + word, weight * VERY
        elif hardly.search(before):
            yield word, weight * HARDLY
        else:
            yield word, weight


def _shouted(text: str) -> Iterator[tuple[str, float]]:
    """Marks in a row and words in capitals, the first few of each."""
    for match in list(_SHOUTS.finditer(text))[:3]:
        yield match[0][:3], SHOUT
    for match in list(_CAPITALS.finditer(text))[:3]:
        yield match[0], CAPITALS


@lru_cache(maxsize=4)
def _lexicon(own: tuple[tuple[str, float], ...]) -> tuple[re.Pattern[str], dict[str, float]]:
    """One pattern for all words, the longest first, and their weights."""
    weights = {**ENGLISH, **CHINESE, **{word.casefold(): weight for word, weight in own}}
    longest_first = sorted(weights, key=lambda word: (-len(word), word))
    words = "|".join(
        re.escape(word) if _HAN.search(word) else rf"(?<![a-z]){re.escape(word)}(?![a-z'])"
        for word in longest_first
    )
    return re.compile(words), weights
