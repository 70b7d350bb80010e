"""Bytes to text, for what mail programs really mean by the charset they name.

A label means its superset: `gb2312` is written by programs that use all of GB 18030, `iso-8859-1`
by those that use Windows-1252. Without a label: UTF-8 if it is valid, then GB 18030, then Latin-1.
A label that does not fit gives way to UTF-8 that does; otherwise a few damaged characters do not
make it wrong, many do.
"""

from __future__ import annotations

import codecs
import re

_SUPERSETS = {
    "gb18030": "gb2312 gb_2312 gb_2312_80 gb2312_80 gb231280 csgb2312 gb_18030 gbk x_gbk x_gb2312"
    " iso_gb2312 euc_cn euccn x_euc_cn euc_gb2312_cn chinese cp936 936 ms936 windows_936",
    "big5hkscs": "big5 big_5 big5_tw cn_big5 csbig5 x_x_big5 big5_hkscs",
    "cp949": "ks_c_5601_1987 ks_c_5601 ksc5601 ksc_5601 korean euc_kr euckr cseuckr windows_949",
    "cp932": "shift_jis shiftjis sjis x_sjis ms_kanji csshiftjis windows_31j",
    "iso2022_jp_ext": "iso_2022_jp iso2022jp csiso2022jp iso_2022_jp_ms cp50220 cp50221",
    "cp1252": "iso_8859_1 iso8859_1 iso88591 latin1 latin_1 l1 ansi",
    "cp1254": "iso_8859_9 iso8859_9 latin5",
    "cp874": "tis_620 tis620 iso_8859_11",
    "iso8859_8": "iso_8859_8_i iso_8859_8_e",
    "utf_8": "utf8mb4 x_utf_8 unicode_1_1_utf_8",
}
_SUPERSET = {label: codec for codec, labels in _SUPERSETS.items() for label in labels.split()}
_NEXT_BEST = {"big5hkscs": "cp950", "iso2022_jp_ext": "iso2022_jp_2004", "cp1252": "latin_1"}
_NAMES = {
    "cp1252": "windows-1252",
    "cp1254": "windows-1254",
    "iso8859-1": "iso-8859-1",
    "big5hkscs": "big5-hkscs",
    "iso2022_jp_ext": "iso-2022-jp",
    "iso2022_jp_2004": "iso-2022-jp",
    "ascii": "us-ascii",
}

_EAST_ASIAN = frozenset(["gb18030", "big5hkscs", "cp949", "cp932", "euc_jp"])
_SILENT = frozenset(["ascii", "us_ascii", "ansi_x3_4_1968"])
"""Labels that say nothing about bytes above 127."""
_NOT_TEXT = frozenset(["punycode", "unicode-escape", "raw-unicode-escape"])
"""Codecs of Python's that would interpret the text, or take quadratic time."""

MAX_DAMAGE = 0.1
"""Share of the non-ASCII characters that may be undecodable under a label still believed."""
META_WITHIN = 4096
"""Bytes at the beginning of an HTML document in which it may name its charset."""

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)


def decode(data: bytes, label: str = "") -> tuple[str, str]:
    """Return the text of `data` and the charset it was decoded with, as MIME names it.

    Never fails: what cannot be decoded becomes U+FFFD.
    """
    codec = codec_of(label)
    if not codec:
        return _unlabelled(data)
    for attempt in (codec, _NEXT_BEST.get(codec, ""), "utf_8"):
        text = _strictly(data, attempt) if attempt else None
        if text is not None:
            return text, _name(attempt)
    return _if_little_damaged(data, codec) or _unlabelled(data)


def decode_header(data: bytes, hint: str = "") -> str:
    """Return the text of a header's raw bytes, which no label describes; `hint` is the body's.

    UTF-8 where it is valid. But two Chinese characters can look like two others in UTF-8, so a hint
    at an East Asian charset counts more than characters of two bytes.
    """
    text = _strictly(data, "utf_8")
    codec = codec_of(hint)
    if text is not None and codec in _EAST_ASIAN and max(text, default="") < "\u0800":
        return _strictly(data, codec) or text
    return decode(data, hint)[0] if text is None else text


def codec_of(label: str) -> str:
    """Return the codec to use for a charset's label, or "" if that says nothing of use."""
    name = re.sub(r"[^a-z0-9]+", "_", label.lower()[:60]).strip("_")
    if not name or name in _SILENT:
        return ""
    name = _SUPERSET.get(name, name)
    try:
        b"ab".decode(name, "replace")
        codec = codecs.lookup(name).name
    except (LookupError, UnicodeError):
        return ""
    return "" if codec in _NOT_TEXT else codec


def label_in_html(data: bytes) -> str:
    """Return the charset that an HTML document says it is in, or ""."""
    found = _META.search(data[:META_WITHIN])
    return found[1].decode("ascii", "replace") if found else ""


def _unlabelled(data: bytes) -> tuple[str, str]:
    if data.isascii():
        return data.decode("ascii"), "us-ascii"
    text = _strictly(data, "utf_8")
    if text is not None:
        return text, "utf-8"
    if damaged := _if_little_damaged(data, "utf_8"):
        return damaged
    text = _strictly(data, "gb18030")
    if text is not None and _is_chinese(text):
        return text, "gb18030"
    text = _strictly(data, "cp1252")
    return (data.decode("latin_1"), "iso-8859-1") if text is None else (text, "windows-1252")


def _is_chinese(text: str) -> bool:
    """Tell Chinese from a western text whose accents were taken for halves of rare characters."""
    strange = [char for char in text if char > "\x7f"]
    common = len("".join(strange).encode("gb2312", "ignore")) // 2
    return common > len(strange) // 2


def _strictly(data: bytes, codec: str) -> str | None:
    if codec == "iso2022_jp_2004":
        # Programs that write NEC's circled digits announce JIS X 0208; JIS X 0213 has them there.
        data = data.replace(b"\x1b$B", b"\x1b$(Q")
    try:
        return data.decode(codec)
    except UnicodeError:
        return None


def _if_little_damaged(data: bytes, codec: str) -> tuple[str, str] | None:
    text = data.decode(codec, "replace")
    strange = sum(char > "\x7f" for char in text)
    return (text, _name(codec)) if text.count("\ufffd") <= MAX_DAMAGE * strange else None


def _name(codec: str) -> str:
    name = codecs.lookup(codec).name
    return _NAMES.get(name, name.replace("_", "-"))
