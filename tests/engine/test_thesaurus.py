"""A text speaks of a matter in the words of the trade, or in the shop's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.adapters.stems import stem
from tuiticket.engine.rules.asking import (
    MOST_WAYS,
    Match,
    Thing,
    Way,
    answers,
    rarity,
    telling_matches,
    things,
)
from tuiticket.engine.rules.thesaurus import Thesaurus
from tuiticket.engine.rules.tokens import LONGEST_QUESTION
from tuiticket.engine.rules.trade_words import TRADE

WORDS = Thesaurus(
    (
        ("refund", "money back", "退款", "还钱"),
        ("card", "银行卡", "卡"),
        ("gift card", "礼品卡"),
        ("do not want", "不要了"),
        ("delivery", "快递"),
    ),
    stem,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Refunds, please", ["refund"]),
        ("I want my MONEY back", ["money back"]),
        ("give me the money, back it goes", ["money back"]),
        ("a gift card", ["gift card"]),
        ("礼品卡的钱", ["礼品卡"]),
        ("卡里的退款呢", ["卡", "退款"]),
        ("I don't want it", ["do not want"]),
        ("I don’t want it", ["do not want"]),
        ("deliveries", ["delivery"]),
        ("cardboard", []),
        ("退 款", []),
        ("", []),
    ],
)
def test_what_a_text_speaks_of(text: str, found: list[str]) -> None:
    assert [mention.word for mention in WORDS.mentions(text)] == found


def test_a_thing_is_asked_for_as_typed_and_in_every_other_way() -> None:
    (thing,) = things("Money back", WORDS, stem)
    ways = {way.word: way for way in thing.ways}
    assert thing.said == thing.ways[0].word == "money back"
    assert set(ways) == {"refund", "money back", "退款", "还钱"}
    assert ways["money back"].expression == '"money back"'
    assert ways["money back"].weight > ways["refund"].weight


@given(st.text(max_size=60))
def test_every_text_can_be_asked_and_costs_no_more_than_so_many_ways(text: str) -> None:
    asked = things(text * 20, WORDS, stem)
    assert sum(len(thing.ways) for thing in asked) <= max(MOST_WAYS, LONGEST_QUESTION)
    for thing in asked:
        for way in thing.ways:
            assert way.expression.startswith('"')
            assert way.expression.count('"') == 2


def test_many_words_for_one_matter_count_no_more_than_the_best_of_them() -> None:
    wanted = [Thing("a", (Way("a", 1.0, "a"), Way("b", 0.5, "b"), Way("c", 0.5, "c")))]
    found = {"a": {1: 1.0}, "b": {1: 1.0, 2: 1.0}, "c": {1: 1.0, 2: 1.0}}
    matches = answers(wanted, found, 10)
    assert [(match.word, match.other) for match in matches[1]] == [("a", False)]
    assert matches[1][0].worth == pytest.approx((rarity(1, 10) + rarity(2, 10)) / 2)
    assert [(match.said, match.word, match.other) for match in matches[2]] == [("a", "b", True)]
    assert matches[2][0].worth == pytest.approx(rarity(2, 10) / 2)


def test_another_word_for_it_counts_no_more_than_the_word_as_typed() -> None:
    """Fails where a rare word that may stand for a frequent one outweighs it."""
    wanted = [Thing("refund", (Way("refund", 1.0, "refund"), Way("repay", 0.9, "repay")))]
    found = {"refund": dict.fromkeys(range(8), 1.0), "repay": {9: 1.0}}
    matches = answers(wanted, found, 10)
    assert matches[9][0].worth < matches[1][0].worth


def test_no_reason_is_part_of_another_and_none_says_next_to_nothing() -> None:
    said = [
        ("到账", "到账", 2.0),
        ("天没", "天没", 0.5),
        ("三天", "三天", 0.8),
        ("没到账", "入账", 3.0),
        ("退", "退", 9.0),
    ]
    told = telling_matches((Match(*one) for one in said), 5)
    assert [(match.said, match.word) for match in told] == [("没到账", "入账"), ("三天", "三天")]


def test_no_line_of_the_trade_says_a_word_twice_and_each_can_be_looked_for() -> None:
    for group in TRADE:
        assert len(set(group)) == len(group) > 1, group
        for word in group:
            assert any(each.word for each in Thesaurus([group], stem).mentions(word)), word
