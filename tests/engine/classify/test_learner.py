"""The learner: what one text changes, and that its average is the average of all its states."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.rules.classify.learner import Learner
from tuiticket.engine.rules.classify.training import decide

TEXTS = st.lists(
    st.tuples(st.sets(st.integers(0, 20), min_size=1, max_size=6), st.integers(0, 3)),
    min_size=1,
    max_size=40,
)


def taught(texts: list[tuple[set[int], int]]) -> Learner:
    learner = Learner(labels=list("abcd"))
    for found, label in texts:
        learner.meet(found)
        learner.learn(learner.vector(found), label)
    return learner


def test_one_correction_turns_the_next_like_it() -> None:
    learner = Learner(labels=["delay", "refund"])
    for _ in range(5):
        learner.meet([1, 2])
        learner.learn(learner.vector([1, 2]), 0)
    assert decide(learner.scores(learner.vector([1, 2, 3])))[0] == 0
    for _ in range(5):
        learner.meet([1, 3])
        learner.learn(learner.vector([1, 3]), 1)
    assert decide(learner.scores(learner.vector([1, 3])))[0] == 1
    assert decide(learner.scores(learner.vector([1, 2])))[0] == 0


def test_what_is_told_apart_by_the_margin_changes_nothing() -> None:
    learner = taught([({1}, 0), ({2}, 1)] * 20)
    before = {f: dict(row.weights) for f, row in learner.rows.items()}
    learner.learn(learner.vector([1]), 0)
    assert {f: dict(row.weights) for f, row in learner.rows.items()} == before


@given(TEXTS)
def test_the_average_is_that_of_all_weights_there_were(texts: list[tuple[set[int], int]]) -> None:
    learner = Learner(labels=list("abcd"))
    for found, _label in texts:
        learner.meet(found)
    totals: dict[tuple[int, int], float] = {}
    counted = 0
    for found, label in texts:
        learner.learn(learner.vector(found), label)
        counted += learner.steps
        for feature, row in learner.rows.items():
            for each, weight in row.weights.items():
                totals[feature, each] = totals.get((feature, each), 0.0) + weight * learner.steps
    # Step 1 is the state before any text, all weights 0.
    for feature, row in learner.rows.items():
        for each, average in learner.average(row).items():
            assert average == pytest.approx(totals[feature, each] / (counted + 1), abs=1e-9)


@given(TEXTS)
def test_the_same_texts_in_the_same_order_make_the_same_learner(
    texts: list[tuple[set[int], int]],
) -> None:
    assert taught(texts) == taught(texts)


def test_a_text_has_length_one_and_rare_features_weigh_more() -> None:
    learner = Learner(labels=["a"])
    for _ in range(9):
        learner.meet([1])
    learner.meet([1, 2])
    vector = dict(learner.vector([1, 2]))
    assert sum(value * value for value in vector.values()) == pytest.approx(1.0)
    assert vector[2] > vector[1]


def test_scores_follow_the_averaged_weights() -> None:
    dice = random.Random(2)
    texts = [({dice.randrange(30) for _ in range(5)}, dice.randrange(4)) for _ in range(60)]
    learner = taught(texts)
    vector = learner.vector([1, 2, 3])
    expected = [0.0] * 4
    for feature, value in vector:
        if feature in learner.rows:
            for label, weight in learner.average(learner.rows[feature]).items():
                expected[label] += value * weight
    assert learner.scores(vector) == pytest.approx(expected)
