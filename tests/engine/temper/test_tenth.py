"""Who is angry by the shop's own tone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.model.judgement import Temper
from tuiticket.engine.rules.temper.scoring import DISPLEASED_FROM, Reading
from tuiticket.engine.rules.temper.tenth import ENOUGH, LAST, level_among

SCORES = st.lists(st.integers(0, 1000), min_size=ENOUGH, max_size=LAST)


def scored(score: int, level: Temper = Temper.CALM) -> Reading:
    return Reading(score / 1000, level, (), 0.0)


@given(SCORES)
def test_at_most_a_tenth_of_the_last_is_angry(last: list[int]) -> None:
    angry = [each for each in last if level_among(scored(each), last) is Temper.ANGRY]
    assert len(angry) <= len(last) / 10


@given(SCORES, st.integers(0, 1000), st.integers(0, 1000))
def test_a_worse_score_is_never_milder(last: list[int], one: int, other: int) -> None:
    order = list(Temper)
    milder, worse = sorted((one, other))
    assert order.index(level_among(scored(milder), last)) <= order.index(
        level_among(scored(worse), last)
    )


@given(SCORES, st.integers(0, round(DISPLEASED_FROM * 1000) - 1))
def test_calm_words_are_calm_in_a_gentle_shop(last: list[int], score: int) -> None:
    assert level_among(scored(score, Temper.ANGRY), last) is Temper.CALM


@given(st.lists(st.integers(0, 1000), max_size=LAST), st.integers(0, 1000))
def test_a_threat_is_one_whatever_others_write(last: list[int], score: int) -> None:
    assert level_among(scored(score, Temper.THREATENING), last) is Temper.THREATENING


@given(st.lists(st.integers(0, 1000), max_size=ENOUGH - 1), st.integers(0, 1000))
def test_while_few_are_known_the_fixed_level_holds(last: list[int], score: int) -> None:
    assert level_among(scored(score, Temper.ANGRY), last) is Temper.ANGRY


def test_in_an_angry_shop_more_is_asked_of_anger() -> None:
    rough = [900] * 80 + [990] * 20
    assert level_among(scored(900, Temper.ANGRY), rough) is Temper.DISPLEASED
    assert level_among(scored(995), rough) is Temper.ANGRY
    gentle = [300] * 95 + [700] * 5
    assert level_among(scored(700, Temper.DISPLEASED), gentle) is Temper.ANGRY
