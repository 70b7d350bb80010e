"""Bytes to text: labels mean what programs mean by them, and nothing fails."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.channels.mail.charset import codec_of, decode, decode_header, label_in_html

LABELS = {
    "gb2312 means all of GB 18030": ("镕𠮷€", "gb18030", "gb2312", "gb18030"),
    "gbk": ("退货", "gbk", "GBK", "gb18030"),
    "x-gbk": ("退货", "gbk", "x-gbk", "gb18030"),
    "euc-cn": ("退货", "gb2312", "EUC-CN", "gb18030"),
    "iso-gb2312": ("退货", "gbk", "iso-gb2312", "gb18030"),
    "big5": ("退貨", "big5", "big5", "big5-hkscs"),
    "big5 from Hong Kong": ("啲嘢", "big5hkscs", "Big5", "big5-hkscs"),
    "ks_c_5601-1987": ("한국어 똠", "cp949", "ks_c_5601-1987", "cp949"),
    "iso-2022-jp": ("すみません", "iso2022_jp", "iso-2022-jp", "iso-2022-jp"),
    "shift_jis": ("①テスト", "cp932", "Shift_JIS", "cp932"),
    "iso-8859-1 means Windows-1252": ("“59,90 €”", "cp1252", "iso-8859-1", "windows-1252"),
    "koi8-r": ("возврат", "koi8-r", "koi8-r", "koi8-r"),
    "utf-8": ("退货 é", "utf-8", "UTF-8", "utf-8"),
    "quoted and spaced": ("退货", "gbk", ' "gb2312" ', "gb18030"),
    "plain ASCII keeps its label": ("refund", "ascii", "utf-8", "utf-8"),
    "no label, ASCII": ("refund", "ascii", "", "us-ascii"),
    "no label, UTF-8": ("退货", "utf-8", "", "utf-8"),
    "no label, GBK": ("您好，我要退货", "gbk", "", "gb18030"),
    "no label, Latin-1": ("Größe für Möbel", "latin-1", "", "windows-1252"),
    "us-ascii over UTF-8": ("退货", "utf-8", "us-ascii", "utf-8"),
    "an unknown label": ("退货", "utf-8", "x-nonsense-7", "utf-8"),
    "gb2312 over long UTF-8": ("您好，我上周买的台灯坏了。", "utf-8", "gb2312", "utf-8"),
}


@pytest.mark.parametrize("case", LABELS)
def test_what_is_written_is_read(case: str) -> None:
    text, written_with, label, charset = LABELS[case]
    assert decode(text.encode(written_with), label) == (text, charset)


def test_circled_digits_that_japanese_programs_smuggle_in() -> None:
    assert decode(b"\x1b$B\x2d\x21\x24\x22\x1b(B", "iso-2022-jp") == ("①あ", "iso-2022-jp")


def test_a_few_damaged_characters_do_not_change_the_charset() -> None:
    data = ("退货" * 20).encode("utf-8")[:-1]
    text, charset = decode(data, "utf-8")
    assert charset == "utf-8"
    assert text == "退货" * 19 + "退\ufffd"
    assert decode(data)[1] == "utf-8"


def test_a_label_that_fits_nowhere_gives_way() -> None:
    assert decode("您好，我要退货".encode("gbk"), "utf-8") == ("您好，我要退货", "gb18030")


@pytest.mark.parametrize(
    "label",
    [
        "unicode_escape",
        "raw_unicode_escape",
        "punycode",
        "idna",
        "undefined",
        "zlib",
        "rot13",
        "hex",
    ],
)
def test_codecs_that_interpret_are_refused(label: str) -> None:
    assert codec_of(label) == ""
    assert decode(rb"C:\new\table", label)[0] == r"C:\new\table"


def test_a_header_is_read_like_its_body() -> None:
    # These two characters in GBK are also two valid ones of UTF-8.
    assert decode_header("郑爽".encode("gbk"), "gb2312") == "郑爽"
    assert decode_header("棲木".encode("big5"), "big5") == "棲木"
    assert decode_header("郑爽".encode(), "gb2312") == "郑爽"
    assert decode_header("Jörg".encode(), "") == "Jörg"


def test_html_may_name_its_charset() -> None:
    assert label_in_html(b'<META http-equiv="x" content="text/html; charset=gb2312">') == "gb2312"
    assert label_in_html(b"<meta charset='big5'>") == "big5"
    assert label_in_html(b"<p>charset=big5</p>") == ""


@given(
    st.binary(max_size=200), st.text(max_size=20) | st.sampled_from(["utf-8", "utf-7", "utf-16"])
)
def test_nothing_fails(data: bytes, label: str) -> None:
    text, charset = decode(data, label)
    assert charset.isascii()
    decode_header(data, label)
    assert isinstance(text, str)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_utf_8_comes_back_whole(text: str) -> None:
    assert decode(text.encode(), "utf-8") == (text, "utf-8")
    assert decode(text.encode())[0] == text


han = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=80)


@given(han)
def test_chinese_under_its_label_comes_back_whole(text: str) -> None:
    assert decode(text.encode("gb18030"), "gb2312") == (text, "gb18030")
