"""From which margin on a learner acts alone."""

from __future__ import annotations

from math import comb
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.rules.classify.decisions import (
    ENOUGH,
    KEPT,
    LUCK,
    NEAR,
    RIGHT,
    Decision,
    confidence,
    coverage,
    threshold,
    wrong_allowed,
)

# Few different margins, mostly right: so that there are ties, and limits to find.
DECISIONS = st.lists(
    st.builds(Decision, st.integers(0, 9).map(float), st.integers(0, 40).map(bool)), max_size=400
)


def test_too_few_decisions_tell_nothing() -> None:
    sure = [Decision(2.0, True)] * (ENOUGH - 1)
    assert threshold(sure) is None
    assert threshold([*sure, Decision(2.0, True)]) == 2.0
    assert confidence(sure[: NEAR - 1], 2.0) is None
    assert confidence(sure[:NEAR], 2.0) == 1.0


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


@given(st.integers(1, KEPT))
def test_so_few_mistakes_are_hardly_luck_and_one_more_might_be(taken: int) -> None:
    def chance(most: int) -> float:
        """Of so many mistakes or fewer, by a learner no better than `RIGHT`."""
        return sum(
            comb(taken, wrong) * RIGHT ** (taken - wrong) * (1 - RIGHT) ** wrong
            for wrong in range(most + 1)
        )

    wrong = wrong_allowed(taken)
    assert chance(wrong) <= LUCK < chance(wrong + 1)
    assert wrong < 0 or 1 - wrong / taken > RIGHT
    assert (wrong >= 0) == (taken >= ENOUGH)


@given(DECISIONS)
def test_what_was_decided_alone_was_right_often_enough_and_no_more_would_be(
    decisions: list[Decision],
) -> None:
    def good(limit: float) -> bool:
        alone = [each for each in decisions if each.margin >= limit]
        return sum(not each.right for each in alone) <= wrong_allowed(len(alone))

    limit = threshold(decisions)
    better = [each.margin for each in decisions if limit is None or each.margin < limit]
    assert limit is None or good(limit)
    assert not any(map(good, better))
    assert 0 <= coverage(decisions) <= 1


def test_a_learner_a_little_too_often_wrong_seldom_acts_alone() -> None:
    dice = Random(1)
    desks = [
        [Decision(dice.random(), dice.random() < 0.95) for _ in range(KEPT)] for _ in range(40)
    ]
    shares = [
        sum(each.margin >= limit for each in decisions) / KEPT
        for decisions in desks
        if (limit := threshold(decisions)) is not None
    ]
    assert len(shares) < 20
    assert sum(shares) / len(desks) < 0.1
