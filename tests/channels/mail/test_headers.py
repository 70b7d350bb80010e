"""Header values: folded, encoded, cut and raw."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.channels.sample_programs import q_word, word, words
from tuiticket.channels.mail.headers import MAX_VALUE, header_text, to_bytes, unfold


def raw(value: bytes) -> str:
    """A value as the parser of the standard library leaves it."""
    return value.decode("ascii", "surrogateescape")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (b"Refund please", "Refund please"),
        (word("退货", "gb2312"), "退货"),
        (q_word("Größe", "iso-8859-1"), "Größe"),
        (b"Re: " + word("退货", "utf-8") + b" urgent", "Re: 退货 urgent"),
        (b'"' + word("李雷", "gbk") + b'"', '"李雷"'),
        (word("退", "utf-8") + b" " + word("货", "gb2312"), "退货"),
        (word("退", "utf-8") + b" and " + word("货", "utf-8"), "退 and 货"),
        (b"=?utf-8*zh?B?6YCA6LSn?=", "退货"),
        (b"=?utf-8?B?6YCA6LSn", "=?utf-8?B?6YCA6LSn"),
        (b"=?utf-8?q?a_b=20c?=", "a b c"),
        (b"=?nonsense?B?6YCA6LSn?=", "退货"),
        ("退货".encode(), "退货"),
        ("您好我要退货".encode("gbk"), "您好我要退货"),
        (b"C:\\new\\x41 \\u9000", "C:\\new\\x41 \\u9000"),
        (b"a\r\n b\r\n\tc", "a b\tc"),
    ],
)
def test_a_value_reads_as_it_was_meant(value: bytes, text: str) -> None:
    assert header_text(raw(value)) == text


@pytest.mark.parametrize("size", range(1, 12))
@pytest.mark.parametrize("label", ["utf-8", "gb18030", "big5", "euc-kr"])
def test_words_cut_inside_a_character_are_joined(label: str, size: int) -> None:
    text = {"euc-kr": "환불부탁드립니다"}.get(label, "我要退貨")
    assert header_text(raw(words(text, label, size=size))) == text


def test_raw_bytes_are_read_like_the_body() -> None:
    assert header_text(raw("退貨".encode("big5")), "big5") == "退貨"


def test_a_long_value_is_cut() -> None:
    assert len(unfold("x" * (2 * MAX_VALUE))) == MAX_VALUE


@given(st.binary(max_size=120))
def test_any_bytes_read(value: bytes) -> None:
    assert isinstance(header_text(raw(value)), str)
    assert to_bytes(raw(value)) == value


@given(
    st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=40), st.integers(1, 30)
)
def test_every_text_survives_its_encoding(text: str, size: int) -> None:
    assert header_text(raw(words(text, "utf-8", size=size))) == text
