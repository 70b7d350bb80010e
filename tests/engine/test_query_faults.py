"""Wrong queries: each error names the word, its place and the nearest right one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.errors import BadInput
from tuiticket.engine.rules.query import FIELDS, parse


def fault_of(text: str) -> BadInput:
    with pytest.raises(BadInput) as caught:
        parse(text)
    return caught.value


def fault_or_none(text: str) -> BadInput | None:
    try:
        parse(text)
    except BadInput as fault:
        return fault
    return None


@pytest.mark.parametrize(
    ("text", "word", "suggestion"),
    [
        ("kindd:complaint", "kindd", "kind"),
        ("a prioritty:high", "prioritty", "priority"),
        ("state:opne", "opne", "open"),
        ("kind:complant", "complant", "complaint"),
        ("state:new,opne", "opne", "open"),
        ("is:open", "open", "state:open"),
        ("kind:urgent", "urgent", "priority:urgent"),
        ("priority:=>high", "=>", "priority:>=high"),
        ("state:>open", ">", "state:open"),
        ("state:!=open", "!=", "-state:open"),
        ("state!=open", "!=", "-state:open"),
        ("tag:<vip", "<", "tag:vip"),
        ("sla:30m", "=", "sla:<30m"),
        ("created:-7d", "=", "created:>-7d"),
        ("due:+4h", "=", "due:<+4h"),
        ("sort:deu", "deu", "due"),
        ("sort:-creatd", "creatd", "created"),
        ("(sort:due)", "sort", "sort:-due"),
        ("-sort:due", "sort", "sort:-due"),
        ("state:", "state", "new"),
        ("owner: a", "owner", "me"),
        ("state:open, a", "state", "new"),
        ('tag:""', "tag", "none"),
    ],
)
def test_a_wrong_word_is_named_with_the_right_one(text: str, word: str, suggestion: str) -> None:
    fault = fault_of(text)
    assert fault.values["word"] == word
    assert fault.values["suggestion"] == suggestion
    assert word in str(fault)
    assert suggestion in str(fault)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("kindd:complaint", 0, 5),
        ("退款 kindd:x", 3, 8),
        ("a (b OR -kindd：x)", 9, 14),
        ("state:new,opne", 10, 14),
        ("priority:=>high", 9, 15),
        ('a "b c', 2, 6),
        ("a “b c", 2, 6),
        ('tag:"x', 4, 6),
        ("a (b", 2, 3),
        ("a b)", 3, 4),
        ("a ()", 2, 3),
        ("OR a", 0, 2),
        ("a OR", 2, 4),
        ("a OR OR b", 5, 7),
        ("a AND", 2, 5),
        ("a NOT", 2, 5),
        ("a -(", 3, 4),
        ("sla:<soon", 4, 9),
        ("emotion:>high", 8, 13),
        ("created:>7d", 8, 11),
        ("created:2026-02-30", 8, 18),
        ("created:2026-11-20T25:00", 8, 24),
        ("created:0000-01-01", 8, 18),
        ("sla:<99999w", 4, 11),
        ("state:waiting-", 6, 14),
    ],
)
def test_a_fault_has_its_place(text: str, start: int, end: int) -> None:
    values = fault_of(text).values
    assert (values["start"], values["end"], values["column"]) == (start, end, start + 1)


def test_the_words_of_a_fault_are_a_sentence_for_people() -> None:
    expected = "No filter is called 'kindd' (at 1). Did you mean 'kind'?"
    assert str(fault_of("kindd:complaint")) == expected


def test_what_resembles_nothing_gets_the_whole_choice() -> None:
    assert "put them in quotes" in str(fault_of("xyzzy:1"))
    assert "service, enquiry, complaint, repair" in str(fault_of("kind:xyzzy"))
    assert "waiting-customer, waiting-third" in str(fault_of("state:wait"))


def test_hostile_words_are_not_repeated_as_they_are() -> None:
    text = str(fault_of('kind:"\x1b]0;owned\x07' + "x" * 500 + '"'))
    assert text.isprintable()
    assert len(text) < 200


@pytest.mark.parametrize(
    "text", ["a" * 3_000, "(" * 1_000, "-(" * 500, "a " * 900, "tag:" + "a," * 900, '"' * 1_999]
)
def test_a_query_without_end_is_a_fault_and_no_crash(text: str) -> None:
    fault = fault_of(text)
    assert str(fault)


def test_deep_but_sane_brackets_are_fine() -> None:
    assert parse("(" * 20 + "a" + ")" * 20) == parse("a")
    assert parse("-" * 1_001 + "a") == parse("-a")


PIECES = st.sampled_from(
    ["a", "退款", '"', "“", "”", "(", ")", "-", "OR", "AND", ":", ",", ">", "<=", "\x00", "\ud800"]
    + [f"{name}:" for name in FIELDS]
    + ["open", "today", "-7d", "30m", "0.5", "me", " ", " ", " "]
)


@given(text=st.lists(PIECES, max_size=20).map("".join) | st.text(max_size=50))
def test_any_text_is_a_query_or_a_fault_within_it(text: str) -> None:
    fault = fault_or_none(text)
    if fault is not None:
        start, end = fault.values["start"], fault.values["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert 0 <= start < end <= len(text)
        assert str(fault).isprintable()
