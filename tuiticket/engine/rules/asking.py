"""What a question asks for, in every way it may be written: its own words and what stands for them.

A knowledge base is asked by people who do not know its words. So each thing a question speaks of is
looked for in several ways, as it was typed and as others call it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from tuiticket.engine.rules.common_words import ASKING, COMMON, EMPTY, IDLE
from tuiticket.engine.rules.thesaurus import Thesaurus, spelled_out
from tuiticket.engine.rules.tokens import LONGEST_QUESTION, Stem, index_tokens, pieces

SAME = 0.85
"""What another word for the same matter counts, beside 1 for the word as typed."""

CHARACTER = 0.3
"""What a single character of a run counts; pairs of characters count 1."""

NUMBER = 0.4
"""What a number counts: an article mostly speaks of other sizes and sums."""

TELLING = 0.25
"""What a match is worth at the least beside the best one, to be named as a reason."""

MOST_WAYS = 240
"""Ways of writing that are looked for in all."""

_IDLE = re.compile("|".join(sorted(IDLE, key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class Way:
    """One way to write a thing: the FTS5 expression that finds it, and what finding it counts.

    `word` is what people read of it.
    """

    expression: str
    weight: float
    word: str


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing a question speaks of, as it is `said` there, and the ways it may be written.

    The first way is as it was typed.
    """

    said: str
    ways: tuple[Way, ...]


_Place = tuple[int, int]


def things(text: str, words: Thesaurus, stem: Stem) -> list[Thing]:
    """What a question asks for, no more than `MOST_WAYS` ways in all.

    Of one that is nothing but common words these are asked for.
    """
    whole = text[:LONGEST_QUESTION]
    text = _IDLE.sub(" ", spelled_out(whole))
    found: dict[_Place, Thing] = dict(_typed(text, stem))
    for mention in words.mentions(text):
        others = (
            _way(word, SAME, stem)
            for number in mention.groups
            for word in words.groups[number]
            if word != mention.word
        )
        own = _way(mention.word, 1.0, stem)
        # The words of an English phrase (money back) say less by themselves, or something else.
        for at in range(mention.start, mention.end) if mention.word.isascii() else ():
            found.pop((at, at + 1), None)
        ways: dict[str, Way] = {}
        for way in filter(None, (own, *others)):
            ways.setdefault(way.expression, way)
        found[mention.start, mention.end] = Thing(mention.word, tuple(ways.values()))
    if not found:
        tokens = dict.fromkeys(index_tokens(whole, stem))
        return [Thing(token, (Way(f'"{token}"', 1.0, token),)) for token in tokens]
    kept, left = [], MOST_WAYS
    for thing in {thing.ways: thing for thing in found.values()}.values():
        kept.append(Thing(thing.said, thing.ways[:left]))
        left -= len(thing.ways)
        if left <= 0:
            break
    return kept


def _typed(text: str, stem: Stem) -> Iterator[tuple[_Place, Thing]]:
    """Yield the words and the pairs and single characters of a text that tell something.

    Places are counted as the thesaurus counts them, so that what it knows takes their place.
    """
    at = 0
    for piece in pieces(text):
        if piece.sort == "run":
            yield from _of_run(piece.text, at)
            at += len(piece.text)
            continue
        for token in index_tokens(piece.text, stem):
            if token not in COMMON and token not in ASKING:
                weight = NUMBER if piece.sort == "number" else 1.0
                yield (at, at + 1), Thing(piece.text, (Way(f'"{token}"', weight, piece.text),))
        at += 1


def _of_run(run: str, at: int) -> Iterator[tuple[_Place, Thing]]:
    pairs = map("".join, pairwise(run))
    for place, pair in enumerate(pairs, at):
        if pair not in COMMON and not EMPTY.intersection(pair):
            yield (place, place + 2), Thing(pair, (Way(f'"{pair}"', 1.0, pair),))
    for place, char in enumerate(run, at):
        if char not in EMPTY:
            yield (place, place + 1), Thing(char, (Way(f'"{char}"', CHARACTER, char),))


def _way(word: str, weight: float, stem: Stem) -> Way | None:
    """A word of the thesaurus as it is looked for; None where it holds nothing to look for."""
    tokens: list[str] = []
    for piece in pieces(word):
        cut = index_tokens(piece.text, stem)
        tokens += cut[:-1] if piece.sort == "run" and len(piece.text) > 1 else cut
    return Way(f'"{" ".join(tokens)}"', weight, word) if tokens else None


Found = Mapping[str, Mapping[int, float]]
"""By the expression of a way: in which articles it was found, and how much it fills each."""


@dataclass(frozen=True, slots=True)
class Match:
    """A thing that an article speaks of, as it was `said` and by which `word` the article does."""

    said: str
    word: str
    worth: float

    @property
    def other(self) -> bool:
        """Whether the article calls it by another word."""
        return self.said != self.word


def answers(wanted: Iterable[Thing], found: Found, articles: int) -> dict[int, list[Match]]:
    """By what each article answers; the more that is worth together, the better it does.

    Of the ways in which an article writes a thing only the best counts, so that many words for one
    matter are no more than one. A way counts by how few of the `articles` hold it (Robertson's and
    Spärck Jones' inverse document frequency), but no more than the word as typed, and by how few
    hold the thing in any way.
    """
    matched: dict[int, list[Match]] = {}
    for thing in wanted:
        matter = rarity(len({id_ for way in thing.ways for id_ in found[way.expression]}), articles)
        typed = rarity(len(found[thing.ways[0].expression]), articles)
        best: dict[int, Match] = {}
        for way in thing.ways:
            held = found[way.expression]
            counts = way.weight * (min(typed, rarity(len(held), articles)) + matter) / 2
            for id_, fill in held.items():
                if id_ not in best or best[id_].worth < counts * fill:
                    best[id_] = Match(thing.said, way.word, counts * fill)
        for id_, match in best.items():
            matched.setdefault(id_, []).append(match)
    return matched


def rarity(holding: int, articles: int) -> float:
    """How much a word tells that so many of the articles hold; never below 0."""
    return math.log(1 + (articles - holding + 0.5) / (holding + 0.5))


def telling_matches(matches: Iterable[Match], most: int) -> list[Match]:
    """Those that are worth most, the best first, and none whose words are part of another's."""
    told: list[Match] = []
    words = sorted((m for m in matches if len(m.said) > 1), key=lambda match: -match.worth)
    for match in words:
        if match.worth >= TELLING * words[0].worth and not any(
            _within(match, other) for other in told
        ):
            told.append(match)
    return told[:most]


def _within(match: Match, other: Match) -> bool:
    """Whether one says nothing that the other does not, or the other way round."""
    return match.said in other.said or other.said in match.said
