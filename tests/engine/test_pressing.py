"""Words that ask for a higher priority, and words that only look so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.model.ticket import Priority
from tuiticket.engine.rules.pressing import READ, pressing


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I got an electric shock from the lamp", ("electric shock",)),
        ("Smoke came out, and it BURNT my hand.", ("smoke", "burnt my")),
        ("My son was hurt and is in hospital", ("was hurt", "hospital")),
        ("灯杆漏电，孩子手麻", ("漏电",)),
        ("镜子裂了，手被割破了，一直流血", ("割破", "流血")),
    ],
)
def test_danger_is_urgent(text: str, words: tuple[str, ...]) -> None:
    found = pressing(text)
    assert found is not None
    assert (found.priority, found.words) == (Priority.URGENT, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Can it be here by Friday?", ("by friday",)),
        ("We are moving house on Monday, please hurry", ("moving house on monday",)),
        ("It will be too late. Please call me today", ("too late", "me today")),
        ("急用，后天就要出差", ("急用", "后天就")),
        ("周五之前能补到吗", ("周五之前",)),
        ("要不要签收？在线等", ("在线等",)),
    ],
)
def test_a_day_that_is_named_is_high(text: str, words: tuple[str, ...]) -> None:
    found = pressing(text)
    assert found is not None
    assert (found.priority, found.words) == (Priority.HIGH, words)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Where is my parcel?",
        "Nobody was hurt, thank goodness",
        "It isn't urgent, take your time",
        "There was no smoke or anything",
        "Is it too late to change the colour?",
        "The smoke alarm came without a battery",
        "I ordered it on Monday",
        "没有受伤，放心",
        "不是急用，慢慢来",
        "你们说已加急",
        "没来得及说声谢谢，来不及看",
    ],
)
def test_what_is_denied_or_means_something_else_presses_nothing(text: str) -> None:
    assert pressing(text) is None


def test_danger_comes_before_haste() -> None:
    found = pressing("I need it by tomorrow, and the old one caught fire")
    assert found is not None
    assert (found.priority, found.words) == (Priority.URGENT, ("caught fire",))


def test_only_the_beginning_of_a_huge_letter_is_read() -> None:
    assert pressing("x " * READ + "fire hazard") is None


@given(st.text(alphabet=st.sampled_from("no t hurt by friday着火没有 急用。"), max_size=200))
def test_the_words_are_the_customers(text: str) -> None:
    found = pressing(text)
    if found is not None:
        assert found.words
        assert all(word in text.casefold() for word in found.words)
