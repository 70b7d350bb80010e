"""What a classifier sees of a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuiticket.adapters.stems import stem
from tuiticket.engine.rules.classify.features import LONGEST, SPACE, features


def shared(one: str, other: str) -> int:
    return len(features(one, stem).keys() & features(other, stem).keys())


def test_a_word_is_the_same_in_every_form_and_case() -> None:
    assert features("Refunds", stem).keys() & features("refunded", stem).keys()
    assert features("REFUND", stem) == features("refund", stem)


def test_a_misspelt_word_shares_its_pieces() -> None:
    assert shared("delivery", "delivry") >= 4


def test_two_order_numbers_of_one_length_are_the_same() -> None:
    assert features("order 104827", stem).keys() == features("order 993310", stem).keys()


def test_short_numbers_keep_their_digits() -> None:
    assert features("size 38", stem).keys() != features("size 39", stem).keys()


def test_chinese_words_are_found_inside_a_sentence() -> None:
    assert {"退货", "货"} & set(features("我要退货", stem).values())
    assert shared("我要退货", "怎么退货") >= 3


def test_order_of_words_counts() -> None:
    assert (
        features("refund not received", stem).keys() != features("received not refund", stem).keys()
    )


def test_no_words_no_features() -> None:
    assert features(" ?! 。", stem) == {}


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    said = "w " * LONGEST
    assert features(said + "refund", stem) == features(said, stem)


@given(st.text(max_size=300))
def test_any_text_gives_numbers_in_the_space(text: str) -> None:
    found = features(text, stem)
    assert all(0 <= feature < SPACE for feature in found)
    assert all(found.values())
