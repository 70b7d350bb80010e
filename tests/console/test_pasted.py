"""What is pasted reaches the console as text, in whatever pieces it arrives."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.rules.safetext import clean
from tuiticket.screens.pasted import BEGIN, END, Pasted
from tuiticket.widgets.text_line import LONGEST, in_one_line

PARTS = st.text(st.sampled_from("ab字\x1b[2~01\r\n\x07\x9b\u202e")).filter(
    lambda text: BEGIN not in text and END not in text
)
TYPED = PARTS.filter(lambda text: "\x1b[2" not in text and not text.endswith(("\x1b", "\x1b[")))


@given(TYPED, PARTS, TYPED, st.lists(st.integers(0, 60)))
def test_keys_pass_and_pastes_are_cleaned_however_they_are_cut(
    before: str, pasted: str, after: str, cuts: list[int]
) -> None:
    # A text that ends as the mark begins would shift where the paste ends, as in any terminal.
    pasted = pasted.rstrip("\x1b[20")
    typed = before + BEGIN + pasted + END + after
    edges = [0, *sorted(min(cut, len(typed)) for cut in cuts), len(typed)]
    way = Pasted()
    passed = "".join(way.harmless(typed[start:end]) for start, end in pairwise(edges))
    assert passed == before + BEGIN + clean(pasted) + END + after


def test_a_paste_that_never_ends_presses_nothing() -> None:
    way = Pasted()
    assert way.harmless(f"a{BEGIN}x\x1b[24~") == f"a{BEGIN}"
    assert way.harmless("y\nq") == ""
    assert way.harmless(f"z{END}b") == f"xy\nqz{END}b"


@given(st.text(st.sampled_from("a b\n\r\t\x1b\u202e\u2028字")))
def test_a_line_stays_one_line(text: str) -> None:
    line = in_one_line(text)
    assert line.splitlines() in ([line], [])
    assert clean(line) == line
    assert line.split() == clean(text).split()


def test_a_line_is_never_endless() -> None:
    assert len(in_one_line("x" * 1_000_000)) == LONGEST
