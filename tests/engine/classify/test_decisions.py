"""From which margin on a learner acts alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.rules.classify.decisions import (
    ENOUGH,
    KEPT,
    RIGHT,
    Decision,
    confidence,
    coverage,
    threshold,
)

DECISIONS = st.lists(
    st.builds(Decision, st.floats(0, 3, allow_nan=False), st.booleans()), max_size=400
)


def test_too_few_decisions_tell_nothing() -> None:
    sure = [Decision(2.0, True)] * (ENOUGH - 1)
    assert threshold(sure) is None
    assert confidence(sure, 2.0) is None
    assert threshold([*sure, Decision(2.0, True)]) == 2.0


def test_a_learner_that_guesses_never_acts_alone() -> None:
    assert threshold([Decision(i / 100, i % 2 == 0) for i in range(300)]) is None


def test_only_the_surest_are_taken() -> None:
    decisions = [Decision(1 + i / 100, True) for i in range(100)]
    decisions += [Decision(i / 100, False) for i in range(100)]
    limit = threshold(decisions)
    assert limit is not None
    assert 0.9 < limit <= 1.0
    assert confidence(decisions, 1.5) == 1.0
    assert confidence(decisions, 0.3) == 0.0


def test_old_decisions_are_forgotten() -> None:
    wrong = [Decision(1.0, False)] * KEPT
    assert threshold(wrong + [Decision(1.0, True)] * KEPT) == 1.0


@given(DECISIONS)
def test_what_was_decided_alone_was_right_often_enough(decisions: list[Decision]) -> None:
    limit = threshold(decisions)
    if limit is not None:
        last = sorted(decisions[-KEPT:], key=lambda each: -each.margin)
        surer = sum(each.margin > limit for each in last)
        equal = sum(each.margin == limit for each in last)
        shares = [
            sum(each.right for each in last[:taken]) / taken
            for taken in range(surer + 1, surer + equal + 1)
        ]
        assert max(shares) >= RIGHT
    assert 0 <= coverage(decisions) <= 1
