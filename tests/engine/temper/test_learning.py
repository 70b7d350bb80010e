"""What people tell of tempers, learned beside the list of words."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from tuiticket.adapters.stems import stem
from tuiticket.engine.model.judgement import Temper
from tuiticket.engine.rules.classify.features import Features, features
from tuiticket.engine.rules.temper.learning import Pupil, share
from tuiticket.engine.rules.temper.scoring import NEUTRAL, Reading, temper

UPSET_TEXTS = (
    "又是套路，我的券呢",
    "套路太深了",
    "same old runaround again",
    "the runaround, again",
)
CALM_TEXTS = ("想问一下尺寸", "颜色有几种", "which size for the shelf", "what colours are there")


def found(text: str) -> Features:
    return features(text, stem)


def taught(rounds: int) -> Pupil:
    pupil = Pupil.new()
    for number in range(rounds):
        for texts, upset in ((UPSET_TEXTS, True), (CALM_TEXTS, False)):
            text = f"{texts[number % len(texts)]} {number}"
            pupil.take(found(text), temper(text).raw, upset=upset)
    return pupil


cached = cache(taught)


def heard(pupil: Pupil, text: str) -> Reading:
    return pupil.heard(temper(text), found(text))


def test_what_was_told_is_heard_with_its_words_and_how_often_it_was_told() -> None:
    text = "套路太深，我的券呢"
    assert temper(text).level is Temper.CALM
    told = heard(taught(100), text)
    assert told.level is not Temper.CALM
    assert "套路" in told.learned
    assert told.lessons == 200
    assert heard(taught(100), "what size is the shelf").score < NEUTRAL


def test_few_corrections_move_little_and_more_move_more() -> None:
    text = "套路太深，我的券呢"
    scores = [temper(text).score, *(heard(taught(n), text).score for n in (3, 30, 150))]
    assert scores == sorted(set(scores))
    assert scores[1] - scores[0] < 0.05


def test_who_was_told_nothing_reads_by_the_words() -> None:
    read = temper("垃圾，骗子")
    assert Pupil.new().heard(read, found("垃圾，骗子")) is read


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_the_learned_part_grows_and_never_silences_the_words(texts: int, more: int) -> None:
    assert 0 <= share(texts) < share(texts + more) < 2 / 3


@given(st.text(max_size=200), st.sampled_from([3, 60]))
def test_any_text_keeps_a_score_and_a_threat_stays_one(text: str, rounds: int) -> None:
    pupil = cached(rounds)
    assert 0 <= heard(pupil, text).score <= 1
    threat = heard(pupil, f"which size? 我要打12315 {text[:20]}")
    assert threat.level is Temper.THREATENING
    assert threat.score >= 0.8


def test_a_text_told_again_is_not_counted_again() -> None:
    pupil = taught(5)
    pupil.take(found("想问一下尺寸 0"), 0.0, upset=True, is_new=False)
    assert pupil.learner.texts == len(pupil.felt) == 10
