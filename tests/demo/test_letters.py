"""The labelled letters: enough of each sort, all different, split by their rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import combinations, groupby, pairwise

import pytest

from tuiticket.demo.letters import Half, Letter, Temper, load_letters
from tuiticket.demo.shop import load_shop
from tuiticket.engine.model.ticket import Kind
from tuiticket.engine.rules.safetext import clean

HAN = re.compile(r"[\u4e00-\u9fff]")
WORD = re.compile(r"[\u4e00-\u9fff]|[^\W\u4e00-\u9fff]+")

each_language = pytest.mark.parametrize("language", ["zh", "en"])


def letters(language: str, half: Half | None = None) -> list[Letter]:
    halves = [half] if half else list(Half)
    found = [each for one in halves for each in load_letters(one) if each.language == language]
    return sorted(found, key=lambda letter: letter.id)


def bigrams(text: str) -> frozenset[tuple[str, str]]:
    words = WORD.findall(text.casefold())
    return frozenset(pairwise(words))


def likeness(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> float:
    return len(one & other) / (len(one | other) or 1)


def due_halves(ids: Iterable[tuple[str, str]]) -> dict[str, Half]:
    """The half of each id by the rule of the README; ids come with what they are grouped by."""
    due = {}
    by_group = sorted(ids, key=lambda pair: (pair[1], pair[0]))
    for _, members in groupby(by_group, key=lambda pair: pair[1]):
        group = [name for name, _ in members]
        for first in range(0, len(group), 2):
            turned = sha256(group[first].encode()).digest()[0] % 2
            for place, name in enumerate(group[first : first + 2]):
                due[name] = list(Half)[(place + turned) % 2]
    return due


@each_language
def test_every_leaf_of_the_tree_has_eight_letters_and_both_halves_know_it(language: str) -> None:
    keys = {branch.key for branch in load_shop().categories}
    leaves = {key for key in keys if not any(other.startswith(f"{key}/") for other in keys)}
    counted = Counter(letter.category for letter in letters(language))
    assert counted.keys() == leaves
    assert min(counted.values()) >= 8
    assert sum(counted.values()) >= 300
    for half in Half:
        assert {letter.category for letter in letters(language, half)} == leaves


@each_language
def test_both_halves_know_each_kind_and_temper(language: str) -> None:
    for half in Half:
        assert {letter.kind for letter in letters(language, half)} == set(Kind)
        assert {letter.temper for letter in letters(language, half)} == set(Temper)


@each_language
def test_most_letters_are_calm_and_few_threaten(language: str) -> None:
    tempers = Counter(letter.temper for letter in letters(language))
    assert sorted(tempers, key=lambda temper: -tempers[temper]) == list(Temper)


@each_language
def test_a_letters_half_follows_from_its_id(language: str) -> None:
    due = due_halves((letter.id, letter.category) for letter in letters(language))
    assert {letter.id: half for half in Half for letter in letters(language, half)} == due


@each_language
def test_ids_are_given_once_and_say_the_language(language: str) -> None:
    ids = [letter.id for letter in letters(language)]
    assert ids == [f"{language}-{number:03}" for number in range(1, len(ids) + 1)]


@each_language
def test_no_two_letters_are_nearly_the_same(language: str) -> None:
    known = [(letter.id, bigrams(letter.text)) for letter in letters(language)]
    alike = [
        (one, other)
        for (one, mine), (other, theirs) in combinations(known, 2)
        if likeness(mine, theirs) > 0.6
    ]
    assert not alike
    assert len({letter.text for letter in letters(language)}) == len(known)


def test_letters_are_clean_and_in_their_language() -> None:
    for language in ("zh", "en"):
        for letter in letters(language):
            for text in (letter.subject, letter.body):
                assert clean(text) == text == text.strip(), letter.id
            assert letter.body, letter.id
            assert "\n" not in letter.subject, letter.id
            assert chinese(letter.body) is (language == "zh"), letter.id


def chinese(text: str) -> bool:
    """Whether most of what is said is Chinese: a Han character says as much as half a word."""
    han = len(HAN.findall(text))
    return han > len(re.findall(r"[A-Za-z']+", text))


@each_language
def test_letters_are_as_short_and_as_long_as_people_write(language: str) -> None:
    lengths: Sequence[int] = [len(WORD.findall(letter.text)) for letter in letters(language)]
    assert min(lengths) <= 15
    assert max(lengths) >= 100
    assert sum(not letter.subject for letter in letters(language)) >= 20
