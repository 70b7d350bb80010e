"""Learning labelled texts and measuring on others."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.adapters.stems import stem
from tuiticket.engine.errors import Unreadable
from tuiticket.engine.rules.classify.features import Features, features
from tuiticket.engine.rules.classify.judging import judge
from tuiticket.engine.rules.classify.learner import Row
from tuiticket.engine.rules.classify.model import pack, unpack
from tuiticket.engine.rules.classify.rows import pack_row, unpack_row
from tuiticket.engine.rules.classify.training import Course, measure, train

SUBJECTS = {
    "delay": ("parcel", "delivery", "包裹", "物流"),
    "refund": ("refund", "money back", "退款", "退钱"),
    "size": ("size", "too small", "尺码", "太小"),
}
FRAMES = (
    "my {} please",
    "about the {}",
    "{} again",
    "问一下{}",
    "{}怎么办",
    "what of the {} today",
    "{}还没有",
    "no {} yet",
    "it is the {}",
    "{}的问题",
)


def texts(frames: tuple[str, ...] = FRAMES) -> list[tuple[Features, str]]:
    return [
        (features(frame.format(word), stem), label)
        for frame in frames
        for label, words in SUBJECTS.items()
        for word in words
    ]


@pytest.mark.parametrize("passes", [1, 3])
def test_what_was_taught_is_known_in_other_words(passes: int) -> None:
    course = train(texts(FRAMES[:-3]), passes)
    measured = measure(course.learner, course.decisions, texts(FRAMES[-3:]))
    assert measured.n == 36
    assert measured.accuracy > 0.9
    assert measured.macro_f1 > 0.9
    assert measured.coverage_at_97 > 0.7


def test_the_same_file_gives_the_same_model_to_the_byte() -> None:
    assert pack(train(texts(), 2), 0.0) == pack(train(texts(), 2), 0.0)


def test_a_label_never_taught_is_a_mistake() -> None:
    course = train(texts(), 2)
    measured = measure(course.learner, course.decisions, [(features("hello", stem), "greeting")])
    assert (measured.accuracy, measured.macro_f1) == (0.0, 0.0)


def test_it_is_as_sure_as_on_texts_of_people_it_has_not_met() -> None:
    """Each label's texts are of five people, one after the other, who share no words."""
    dice = Random(1)
    people = [
        (label, "".join(dice.choices("abcdefghijklmnop", k=8)))
        for label in SUBJECTS
        for _person in range(5)
    ]
    told = [
        (features(f"{word} again {turn % 3}", str), label)
        for label, word in people
        for turn in range(10)
    ]
    course = train(told, 3)
    assert len(course.decisions) == len(told)
    assert sum(each.right for each in course.decisions) < len(told) / 2
    assert measure(course.learner, course.decisions, told).alone == 0.0


def test_how_far_it_is_is_told_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    train(texts(), 2, progress=lambda done, total: told.append((done, total)))
    total = told[0][1]
    assert told == [(done, total) for done in range(1, total + 1)]


def test_nothing_to_measure_measures_nothing() -> None:
    measured = measure(train(texts(), 1).learner, [], [])
    assert (measured.n, measured.accuracy, measured.right_alone) == (0, 0.0, None)


def test_packed_and_unpacked_it_judges_alike() -> None:
    course = train(texts(), 3)
    model = unpack(pack(course, 1.5), "shop.model")
    assert model.seconds == 1.5
    assert model.learner.labels == course.learner.labels
    assert [d.right for d in model.decisions] == [d.right for d in course.decisions]
    for found, _label in texts():
        told = judge(course.learner, found, course.decisions)
        again = judge(model.learner, found, model.decisions)
        assert again.proposals[0].label == told.proposals[0].label
        assert again.margin == pytest.approx(told.margin, abs=0.1)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-20],
        lambda data: data.replace(b"pa1-", b"pa9-"),
        lambda data: data.partition(b"\n")[0] + b"\nnonsense",
        lambda data: b"[]\n",
        lambda data: data.replace(b'"delay", ', b"").replace(b'"refund", ', b""),
    ],
)
def test_what_is_no_model_of_ours_is_refused(spoil: object) -> None:
    data = pack(train(texts(), 2), 0.0)
    assert callable(spoil)
    with pytest.raises(Unreadable) as caught:
        unpack(spoil(data), "shop.model")
    assert "shop.model" in str(caught.value)


def test_keywords_speak_first_and_fade() -> None:
    nothing = Course(train([], 1).learner)
    said = {"delay": ("物流延迟",), "refund": ()}
    verdict = judge(nothing.learner, features("物流延迟了", stem), (), said)
    assert verdict.proposals[0].label == "delay"
    assert verdict.alone
    assert verdict.reasons == ("物流延迟",)
    learned = train(texts() * 3, 2)
    found = features("refund, the money back please", stem)
    verdict = judge(learned.learner, found, learned.decisions, {"delay": ("money",)})
    assert verdict.proposals[0].label == "refund"


def test_two_labels_with_keywords_are_proposed_not_set() -> None:
    said = {"delay": ("late",), "refund": ("refund",)}
    verdict = judge(train([], 1).learner, features("late, so refund", stem), (), said)
    assert not verdict.alone
    assert [each.label for each in verdict.proposals] == ["delay", "refund"]


def test_who_knows_one_label_only_does_not_set_it() -> None:
    course = train([(features(f"refund {n}", stem), "refund") for n in range(80)], 1)
    verdict = judge(course.learner, features("refund 7", stem), course.decisions)
    assert verdict.proposals[0].label == "refund"
    assert not verdict.alone


def test_the_reasons_are_the_words_that_decided() -> None:
    course = train(texts(), 3)
    verdict = judge(course.learner, features("hello, my parcel is not here", stem), ())
    assert verdict.proposals[0].label == "delay"
    assert verdict.reasons[0] == "parcel"


def test_of_a_text_without_known_words_nothing_is_made() -> None:
    verdict = judge(train(texts(), 2).learner, {}, ())
    assert (verdict.proposals, verdict.alone, verdict.reasons) == ((), False, ())


@given(
    st.integers(0, 2**32 - 1),
    st.dictionaries(
        st.integers(0, 65_535), st.tuples(st.floats(-9, 9, width=32), st.floats(-1e9, 1e9))
    ),
)
def test_a_row_comes_back_from_its_bytes(texts: int, cells: dict[int, tuple[float, float]]) -> None:
    row = Row(
        texts,
        {label: weight for label, (weight, _sum) in cells.items()},
        {label: total for label, (_weight, total) in cells.items()},
    )
    assert unpack_row(pack_row(row)) == row
    with pytest.raises(ValueError):
        unpack_row(pack_row(row)[:-1])
