"""The piece of a text that is shown for a find, and what is marked in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.adapters.stems import stem
from tuiticket.db.snippets import LENGTH, snippet


def _marked(text: str, question: str) -> list[str]:
    line, marks = snippet(text, question, stem)
    return [line[start:end] for start, end in marks]


@pytest.mark.parametrize(
    ("text", "question", "marked"),
    [
        ("Two refunds, one Refund", "refund", ["refunds", "Refund"]),
        ("refunded in full", "refunding", ["refunded"]),
        ("请尽快退款,退款!", "退款", ["退款", "退款"]),
        ("物流", "物", ["物"]),
        ("到 Müller gesendet", "muller", ["Müller"]),
        ("模型重跑gen失败", "gen", ["gen"]),
        ("the delivery", "deliv*", ["delivery"]),
        ("order 10482", "#10482", ["10482"]),
        ("write to a@b.example", "a@b.example", ["a", "b", "example"]),
        ("a quick note", "lamp", []),
        ("lamp", "", []),
        ("", "lamp", []),
    ],
)
def test_the_words_found_are_marked(text: str, question: str, marked: list[str]) -> None:
    assert _marked(text, question) == marked


def test_a_long_text_is_cut_around_the_first_find() -> None:
    line, marks = snippet(
        "before it all " * 30 + "the lamp broke " + "and then " * 30, "lamp", stem
    )
    assert line.startswith("…")
    assert line.endswith("…")
    assert len(line) <= LENGTH + 2
    assert [line[a:b] for a, b in marks] == ["lamp"]


def test_without_a_find_it_is_the_beginning() -> None:
    line, marks = snippet("Dear all,\n\n\tplease   read " + "on " * 100, "lamp", stem)
    assert line.startswith("Dear all, please read on")
    assert marks == ()


@given(text=st.text(max_size=300), question=st.text(max_size=20))
def test_marks_lie_within_the_line_and_in_order(text: str, question: str) -> None:
    line, marks = snippet(text, question, stem)
    ends = [0, *(place for mark in marks for place in mark), len(line)]
    assert ends == sorted(ends)
    assert "\n" not in line
