"""`esc` typed with what comes next is `esc`, in whatever pieces both arrive."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.screens.escapes import ESC, Escapes

SEQUENCES = ("\x1b[A", "\x1bOQ", "\x1b[20~", "\x1b[1;5C", "\x1b[<0;12;7M", "\x1b[200~", "\x1b[27u")
TYPED = st.lists(st.sampled_from([*SEQUENCES, ESC, *"#j1JX]P:字", "\r", "\x13"]))


@given(TYPED, st.lists(st.integers(0, 60)))
def test_every_escape_is_one_and_nothing_else_changes(typed: list[str], cuts: list[int]) -> None:
    text = "".join(typed)
    edges = [0, *sorted(min(cut, len(text)) for cut in cuts), len(text)]
    way = Escapes()
    pieces = [piece for a, b in pairwise(edges) for piece in way.apart(text[a:b])] + way.alone()
    assert "".join(pieces) == text
    assert pieces.count(ESC) == typed.count(ESC)
    assert not any(ESC + ESC in piece for piece in pieces)


@pytest.mark.parametrize("key", ["[", "O"])
def test_a_key_that_could_go_on_is_one_when_nothing_comes(key: str) -> None:
    way = Escapes()
    assert way.apart(f"a{ESC}{key}") == ["a"]
    assert way.alone() == [ESC, key]
    assert way.alone() == []


def test_the_letter_that_begins_some_sequences_is_a_letter_elsewhere() -> None:
    assert Escapes().apart(f"{ESC}Ok") == [f"{ESC}Ok"]
    assert Escapes().apart(f"{ESC}O#") == [ESC, "O#"]
