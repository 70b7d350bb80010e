"""Parameters of MIME headers: names of files in all their spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.channels.sample_programs import word, words
from tuiticket.channels.mail.parameters import main_value, parameters


def name_in(value: bytes, hint: str = "") -> str | None:
    """The filename in a raw Content-Disposition."""
    return parameters(value.decode("ascii", "surrogateescape"), hint).get("filename")


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (b"attachment; filename=a.pdf", "a.pdf"),
        (b'attachment; filename="a b;c.pdf"', "a b;c.pdf"),
        (b"attachment;\r\n filename = a.pdf ; size=3", "a.pdf"),
        (b'attachment; filename="' + word("发票.pdf", "gb2312") + b'"', "发票.pdf"),
        (b'attachment; filename="' + words("发票.pdf", "utf-8", size=4) + b'"', "发票.pdf"),
        (b"attachment; filename*=UTF-8''%E5%8F%91%E7%A5%A8.pdf", "发票.pdf"),
        (b"attachment; filename*=gb2312'zh'%B7%A2%C6%B1.pdf", "发票.pdf"),
        (b"attachment; filename*0*=UTF-8''%E5%8F%91%E7; filename*1*=%A5%A8.pdf", "发票.pdf"),
        (b"attachment; filename*1=b.pdf; filename*0=a", "ab.pdf"),
        ('attachment; filename="发票.pdf"'.encode("gbk"), "发票.pdf"),
        (rb'attachment; filename="C:\new\table.pdf"', r"C:\new\table.pdf"),
        (rb'attachment; filename="say \"hi\".txt"', 'say "hi".txt'),
        (b'attachment; filename="open', "open"),
        (b"attachment", None),
        (b"attachment; filename*99999999999=x; filename=y", "y"),
        (b"attachment; filename*a*=x", None),
    ],
)
def test_names_of_files(value: bytes, name: str | None) -> None:
    assert name_in(value, "gb2312") == name


def test_the_value_before_the_parameters() -> None:
    assert main_value(" Text/HTML ; charset=x") == "text/html"
    assert main_value("") == ""


@given(st.text(st.sampled_from("abc*019='\"\\;%E5 \r\n"), max_size=60).map("x; ".__add__))
def test_any_value_reads(value: str) -> None:
    for name, said in parameters(value).items():
        assert name == name.lower()
        assert isinstance(said, str)
