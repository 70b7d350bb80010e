"""Header values as text: unfolded, encoded words decoded, raw bytes understood.

Encoded words are taken wherever they stand, also in quotes and in file names, where programs put
them against RFC 2047. Neighbours in one charset are joined before they are decoded, as many
programs cut them in the middle of a character.
"""

from __future__ import annotations

import binascii
import re

from tuiticket.channels.mail.charset import codec_of, decode, decode_header
from tuiticket.channels.mail.transfer import from_base64

MAX_VALUE = 65_536
"""Characters of a header that are looked at."""

_WORD = re.compile(r"=\?([^?\s*]{1,60})(?:\*[^?\s]{0,40})?\?([bBqQ])\?([^?]*)\?=")


def unfold(value: str) -> str:
    """Return a raw value on one line."""
    return re.sub(r"[\r\n]+", "", value[:MAX_VALUE]).strip()


def header_text(value: str, hint: str = "") -> str:
    """Return what a raw value says; `hint` is the charset its raw bytes are probably in."""
    said: list[str] = []
    codec, pending = "", b""
    end = 0
    value = unfold(value)
    for word in _WORD.finditer(value):
        between = value[end : word.start()]
        end = word.end()
        its_codec = codec_of(word[1]) or word[1]
        joined = bool(pending) and not between.strip()
        if not joined or its_codec != codec:
            said.append(decode(pending, codec)[0])
            pending = b""
        if not joined:
            said.append(raw_text(between, hint))
        codec = its_codec
        pending += _word_bytes(word[2], word[3])
    said += decode(pending, codec)[0], raw_text(value[end:], hint)
    return "".join(said)


def raw_text(value: str, hint: str = "") -> str:
    """Return a value with its raw bytes (lone surrogates, as the parser leaves them) as text."""
    return value if value.isascii() else decode_header(to_bytes(value), hint)


def to_bytes(value: str) -> bytes:
    """Return the bytes that a raw value was read from."""
    return value.encode("utf-8", "surrogateescape")


def _word_bytes(encoding: str, payload: str) -> bytes:
    data = to_bytes(payload)
    return from_base64(data) if encoding in "bB" else binascii.a2b_qp(data, header=True)
