"""Canned replies filled in: plainly, once, and whatever the values say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.errors import BadInput
from tuiticket.engine.rules.canned import VARIABLES, check_template, fill
from tuiticket.engine.rules.safetext import one_line
from tuiticket.engine.rules.starters import CANNED


def test_variables_are_filled_and_braces_kept() -> None:
    filled = fill("Hello { customer }, {{ok}} {number}", {"customer": "Wang", "number": "10001"})
    assert (filled.text, filled.unfilled) == ("Hello Wang, {ok} 10001", ())


def test_what_there_is_nothing_for_stays_and_is_told() -> None:
    filled = fill("{order} {order} {customer}", {"order": " ", "customer": "Wang"})
    assert (filled.text, filled.unfilled) == ("{order} {order} Wang", ("order",))


@given(st.text(max_size=50))
def test_a_value_is_never_read_again(name: str) -> None:
    hostile = f"{{agent}}{{{{{name}}}}}"
    filled = fill("a {customer} b", {"customer": hostile, "agent": "SECRET"})
    assert filled.text == f"a {one_line(hostile, 300)} b"
    assert "SECRET" not in filled.text or "SECRET" in name


@given(st.text(alphabet="{}ab ", max_size=12))
def test_what_passes_the_check_can_be_filled_completely(text: str) -> None:
    try:
        check_template(text)
    except BadInput:
        return
    assert fill(text, {}).text.count("{") == text.count("{{")


def test_a_value_stays_on_one_line_without_controls() -> None:
    assert fill("{customer}", {"customer": "a\x1b[31m\nb\u202ec"}).text == "a bc"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hi {customr}", r"“\{customr\}”. Did you mean \{customer\}"),
        ("Hi {zzz}", "Use one of: {customer}"),
        ("Hi {}", "no variable"),
        ("Hi {customer.__class__}", "no variable"),
        ("a { b", "character 3 stands alone"),
        ("a } b", "character 3 stands alone"),
        ("{{customer}", "stands alone"),
    ],
)
def test_a_wrong_template_is_told_where(text: str, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        check_template(text)


def test_the_starters_are_right_in_both_languages() -> None:
    everything = dict.fromkeys(VARIABLES, "x")
    for canned in CANNED:
        assert set(canned.bodies) == {"en", "zh"}
        for body in canned.bodies.values():
            check_template(body)
            assert fill(body, everything).unfilled == ()
    assert len({canned.key for canned in CANNED}) == len(CANNED)
