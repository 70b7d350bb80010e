"""Breaking text into lines: nothing is lost, no line is too wide, Chinese breaks between words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tuiticket.cells import fit, shortened
from tuiticket.widgets.wrapping import clauses, wrap

PARTS = ["a", "b", "c.", ",", "退", "款", "（", "《", "》）", "，", "。！", "é", "👨\u200d👩", "❤️"]
WORDS = st.lists(st.sampled_from([" ", *PARTS]), max_size=60).map("".join)


@given(WORDS, st.integers(2, 30))
def test_no_line_is_too_wide_and_no_word_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one\n\ntwo", 10, ["one", "", "two"]),
        ("the parcel is late", 10, ["the parcel", "is late"]),
        ("  indented text stays", 12, ["  indented", "text stays"]),
        ("a\tb", 10, ["a   b"]),
        ("我已经等了三天了", 8, ["我已经等", "了三天了"]),
        ("退款三天没到账，再不处理", 14, ["退款三天没到", "账，再不处理"]),
        ("他说（谢谢）", 6, ["他说", "（谢", "谢）"]),
        ("order 88213 退款没有到", 14, ["order 88213 退", "款没有到"]),
        ("https://example.com/long/path", 10, ["https://ex", "ample.com/", "long/path"]),
    ],
)
def test_where_lines_break(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@given(WORDS, st.integers(0, 30))
def test_a_cell_is_as_wide_as_its_column(text: str, width: int) -> None:
    line = " ".join(text.split())
    assert cell_len(fit(line, width)) == width
    assert cell_len(shortened(line, width)) <= width


def test_what_is_cut_says_so() -> None:
    assert fit("退款三天没到账", 8) == "退款三… "
    assert fit("refund", 8) == "refund  "
    assert shortened("refund", 4) == "ref…"


def test_of_a_sentence_as_many_clauses_are_said_as_fit_whole() -> None:
    said = [clauses("Take it, and keep it; or not.", room) for room in (29, 28, 19, 7, 6)]
    assert said == [
        "Take it, and keep it; or not.",
        "Take it, and keep it; or not",
        "Take it",
        "Take it",
        "",
    ]
    assert clauses("查看以前的版本，比较，恢复。", 20) == "查看以前的版本，比较"
