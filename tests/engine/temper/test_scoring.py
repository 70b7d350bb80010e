"""How a text sounds, and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.model.judgement import Temper
from tuiticket.engine.rules.temper.scoring import NEUTRAL, temper


@pytest.mark.parametrize(
    ("milder", "worse"),
    [
        ("The lamp is good.", "The lamp is not good."),
        ("不错的灯", "很差的灯"),
        ("我很满意", "我不满意"),
        ("我不是很满意", "太差了，骗子"),
        ("This is bad.", "This is extremely bad."),
        ("This is a bit annoying.", "This is very annoying."),
        ("有点失望", "非常失望"),
        ("质量不差", "质量差得要死"),
        ("Where is my parcel?", "Where is my parcel?!?!"),
        ("where is my refund", "WHERE IS MY REFUND"),
        ("Thanks, it is great", "Thanks for nothing, it is useless"),
        ("不需要退款，谢谢", "凭什么不退款"),
    ],
)
def test_of_two_texts_one_is_worse(milder: str, worse: str) -> None:
    assert temper(milder).score < temper(worse).score


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("您好，请问这款灯什么时候有货？谢谢", Temper.CALM),
        ("Hi, could you tell me when the lamp is available? Thank you!", Temper.CALM),
        ("", Temper.CALM),
        ("Still no answer, I am disappointed.", Temper.DISPLEASED),
        ("你们太离谱了，骗子，垃圾！！！", Temper.ANGRY),
        ("This is a SCAM, you are thieves!!!", Temper.ANGRY),
        ("再不退款我就打12315", Temper.THREATENING),
        ("不处理就给差评", Temper.THREATENING),
        ("I will file a chargeback.", Temper.THREATENING),
        ("My lawyer will write to you.", Temper.THREATENING),
    ],
)
def test_the_level_of_a_text(text: str, level: Temper) -> None:
    assert temper(text).level is level


@pytest.mark.parametrize(
    "text", ["我不想给差评，只想换一个", "I do not want to leave a bad review", "没有举报的意思"]
)
def test_a_denied_threat_is_none(text: str) -> None:
    assert temper(text).level is not Temper.THREATENING


@pytest.mark.parametrize(
    "text",
    [
        "换货差价怎么算",
        "发票不在垃圾箱里",
        "How long does delivery take?",
        "能不能改地址，要不要补差",
        "Is it too late to change the address?",
    ],
)
def test_words_that_only_look_bad_make_nobody_angry(text: str) -> None:
    assert temper(text).level is Temper.CALM


def test_a_polite_threat_is_still_one() -> None:
    read = temper("Thank you kindly, but otherwise I will go to trading standards.")
    assert read.score >= 0.8
    assert read.reasons[0] == "trading standards"


def test_the_reasons_are_the_worst_words_as_they_stand_there() -> None:
    assert set(temper("客服态度恶劣，非常失望").reasons[:2]) == {"态度恶劣", "非常失望"}
    assert "not helpful" in temper("You were not helpful").reasons


def test_a_content_text_has_no_reasons_to_be_upset() -> None:
    assert temper("谢谢，很满意").reasons == ()


def test_full_width_and_curly_spelling_make_no_difference() -> None:
    assert temper("ＳＣＡＭ！！").score == temper("SCAM!!").score
    assert temper("it doesn’t help").score == temper("it doesn't help").score


def test_the_shop_has_words_of_its_own() -> None:
    assert temper("又是双十一套路").score < temper("又是双十一套路", {"套路": 2.0}).score
    assert temper("a Lemon", {"lemon": 2.0}).reasons == ("lemon",)
    assert temper("垃圾", {"垃圾": 0.0}).score == NEUTRAL


@given(st.text(max_size=500))
def test_any_text_has_a_temper(text: str) -> None:
    read = temper(text)
    assert 0 <= read.score <= 1
    assert len(read.reasons) <= 5
