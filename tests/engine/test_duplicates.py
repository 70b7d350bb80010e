"""Which matters tell the same: by like words and something else that ties them together."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest

from tuiticket.adapters.stems import stem
from tuiticket.demo.letters import Half, Letter, load_letters
from tuiticket.engine.model.duplicate import Ground, Telling
from tuiticket.engine.rules.duplicates import resemblances, tokens_of

LAMP = Telling(
    text="Lamp shade cracked\nThe shade of my walnut lamp arrived cracked. Order 20882131.",
    customer_id=1,
    name="Wang Fang",
    ticket=7,
)
AGAIN = replace(LAMP, text=f"Nobody answered!\n{LAMP.text}", customer_id=None, name="", ticket=0)


def like(told: Telling, *others: Telling) -> list[tuple[int, Ground]]:
    """What a matter resembles on a small desk, and on what ground."""
    tokens = [set(tokens_of(each, stem)) for each in others]
    counts = Counter(token for some in tokens for token in some)
    return [(r.ticket, r.ground) for r in resemblances(told, others, counts, len(others), stem)]


def _other_order(text: str) -> str:
    return text.replace("20882131", "")


@pytest.mark.parametrize(
    ("told", "ground"),
    [
        (replace(AGAIN, customer_id=1), Ground.CUSTOMER),
        (replace(AGAIN, customer_id=2, order_number="20882131"), Ground.NUMBER),
        (replace(AGAIN, customer_id=2), Ground.NUMBER),
        (replace(AGAIN, text=_other_order(AGAIN.text), name="WANG fang"), Ground.NAME),
        (replace(AGAIN, text=_other_order(AGAIN.text), customer_id=2), None),
        (replace(AGAIN, text="Invoice please, order 20882131", customer_id=1), None),
        (replace(AGAIN, text="", customer_id=1), None),
    ],
)
def test_words_and_something_else_must_agree(told: Telling, ground: Ground | None) -> None:
    assert like(told, LAMP) == ([(7, ground)] if ground else [])


def test_one_order_of_two_customers_is_a_ground() -> None:
    ours = replace(AGAIN, text=_other_order(AGAIN.text), order_number="A-7")
    theirs = replace(LAMP, text=_other_order(LAMP.text), order_number="A-7")
    assert like(ours, theirs) == [(7, Ground.ORDER)]


def test_the_likest_comes_first_and_tells_the_words_as_they_stand() -> None:
    partly = replace(LAMP, text="My walnut lamp shade fell off, cracked on the floor", ticket=8)
    found = resemblances(replace(AGAIN, customer_id=1), [partly, LAMP], {}, 1, stem)
    assert [one.ticket for one in found] == [7, 8]
    assert {"walnut", "cracked", "20882131"} <= set(found[0].words)
    assert 0 < found[1].percent < found[0].percent <= 100


def _told(letter: Letter, **fields: object) -> Telling:
    return replace(Telling(text=letter.text, customer_id=1, ticket=1), **fields)  # type: ignore[arg-type]


def _retold(letter: Letter, dice: random.Random) -> Telling:
    """About half of the sentences once more, with some impatience before them."""
    sentences = [s for s in re.split(r"(?<=[.!?。！？\n])", letter.body) if s.strip()]
    kept = sorted(dice.sample(range(len(sentences)), (len(sentences) + 1) // 2))
    begin = (
        "Following up, nobody answered."
        if letter.language == "en"
        else "上次发的没人回，再发一遍。"
    )
    return _told(letter, text=begin + " ".join(sentences[i] for i in kept), ticket=0)


@pytest.mark.parametrize("half", Half)
def test_letters_are_known_again_and_kept_from_each_other(half: Half) -> None:
    letters, dice = load_letters(half), random.Random(5)
    tokens = [set(tokens_of(_told(letter), stem)) for letter in letters]
    counts = Counter(token for some in tokens for token in some)
    size = len(letters)

    def same(one: Telling, other: Telling) -> bool:
        return bool(resemblances(one, [other], counts, size, stem))

    known = sum(same(_retold(letter, dice), _told(letter)) for letter in letters)
    alike = [p for p in combinations(letters, 2) if p[0].category == p[1].category]
    wrong = sum(same(_told(one), _told(other)) for one, other in alike)
    assert known / size >= 0.75
    assert wrong / len(alike) <= 0.005, "of two letters in one category, from one customer"
