"""What became another word between two wordings: shown whole, and only what differs marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.rules.wording_diff import AROUND, Sign, compare

TEXTS = st.lists(st.sampled_from(["", "a b", "a c", "退款三天", "退款五天", "x"]), max_size=14)


@given(before=TEXTS, after=TEXTS)
def test_both_wordings_can_be_read_out_of_a_comparison(before: list[str], after: list[str]) -> None:
    lines = compare("\n".join(before), "\n".join(after))
    old, new = iter("\n".join(before).split("\n")), iter("\n".join(after).split("\n"))
    for line in lines:
        if line.sign is Sign.CUT:
            skipped = [(next(old), next(new)) for _ in range(int(line.text))]
            assert all(one == other for one, other in skipped)
        else:
            assert line.sign is Sign.NEW or next(old) == line.text
            assert line.sign is Sign.GONE or next(new) == line.text
    if lines:
        assert not [*old, *new]
    else:
        assert "\n".join(before) == "\n".join(after)


@given(before=TEXTS, after=TEXTS)
def test_what_is_marked_as_the_same_stands_in_both(before: list[str], after: list[str]) -> None:
    for line in compare("\n".join(before), "\n".join(after)):
        kept = [words for words, other in line.parts if not other]
        whole = after if line.sign is Sign.GONE else before
        if line.sign in (Sign.GONE, Sign.NEW):
            assert all(any(words in row for row in whole) for words in kept)


def test_only_the_words_that_differ_are_marked() -> None:
    gone, came = compare("退款三天到账", "退款五天到账")
    assert [words for words, other in gone.parts if other] == ["三"]
    assert [words for words, other in came.parts if other] == ["五"]


def test_what_is_far_from_a_change_is_only_counted() -> None:
    lines = compare("\n".join("abcdefghij"), "\n".join("abcdefghiX"))
    assert lines[0].sign is Sign.CUT
    assert lines[0].text == str(9 - AROUND)
