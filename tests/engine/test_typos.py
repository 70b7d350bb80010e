"""One slip of the finger, and the words it may have been."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.rules.typos import may_be_mistyped, one_slip

WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=12)


@pytest.mark.parametrize("typed", ["refnud", "refun", "refundd", "tefund", "rwfund", "efund"])
def test_the_word_meant_is_one_slip_away(typed: str) -> None:
    assert "refund" in set(one_slip(typed))


@given(word=WORDS, data=st.data())
def test_every_slip_leads_back(word: str, data: st.DataObject) -> None:
    variants = list(one_slip(word))
    slip = data.draw(st.sampled_from(variants))
    assert word in set(one_slip(slip))
    assert word not in variants
    assert len(variants) == len(set(variants))


@pytest.mark.parametrize("word", ["the", "退款", "a1b2", "ü" * 5, "x" * 30, ""])
def test_other_words_are_left_alone(word: str) -> None:
    assert not may_be_mistyped(word)
