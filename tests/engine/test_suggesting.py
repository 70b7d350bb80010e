"""Which words tell something, and what helps most."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuiticket.adapters.stems import stem
from tuiticket.engine.rules.suggesting import (
    RAREST,
    Candidate,
    likeness,
    rarest,
    shared_words,
    weights,
    with_what_was_sent,
)
from tuiticket.engine.rules.tokens import index_tokens, surfaces

COUNTS = st.dictionaries(st.text("abc", min_size=1, max_size=4), st.integers(0, 1_000))


@given(counts=COUNTS)
def test_the_rarest_words_are_asked_for_and_none_that_stand_nowhere_else(
    counts: dict[str, int],
) -> None:
    chosen = rarest(counts, counts)
    left_out = [counts[t] for t in counts if t not in chosen and len(t) > 1 and counts[t] > 1]
    assert len(chosen) <= RAREST
    assert all(counts[token] >= 2 and len(token) > 1 for token in chosen)
    assert not left_out or max(counts[token] for token in chosen) <= min(left_out)


@given(counts=COUNTS, documents=st.integers(1, 10_000))
def test_likeness_is_a_share(counts: dict[str, int], documents: int) -> None:
    weight = weights(counts, counts, documents)
    whole = likeness(counts.keys(), weight)
    assert abs(whole - (1 if weight else 0)) < 1e-9
    assert all(0 <= likeness([token], weight) <= whole for token in counts)


def test_what_was_sent_on_similar_tickets_comes_before_what_merely_fits() -> None:
    fitting, sent = Candidate(1, (), 0.4), Candidate(2, (), 0.0)
    order = with_what_was_sent([fitting, sent], {77: {2}, 78: {2}}, {77: 0.9, 78: 0.5})
    assert [c.key for c in order] == [2, 1]
    assert [c.sent_on for c in order] == [(77, 78), ()]
    assert [c.key for c in with_what_was_sent([fitting, sent], {}, {})] == [1, 2]


def test_of_two_that_fit_alike_the_one_in_use_comes_first() -> None:
    new, old = Candidate(1, (), 0.5), Candidate(2, (), 0.5, uses=40)
    assert [c.key for c in with_what_was_sent([new, old], {}, {})] == [2, 1]


def test_words_are_told_as_they_stand_in_the_text() -> None:
    text = "Flickering lamps! 退款没到账，谢谢"
    asked = index_tokens(text, stem)
    held = {*index_tokens("the lamp flickers 退款没到", stem), "谢"}
    assert shared_words(asked, held, surfaces(text, stem)) == ["flickering", "lamps", "退款没到"]
