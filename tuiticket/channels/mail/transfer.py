"""Transfer encodings undone, however damaged: what can be decoded is, nothing is an error."""

from __future__ import annotations

import binascii
import re

_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/=]+")


def from_base64(data: bytes) -> bytes:
    """Decode Base64, also several encoded pieces one behind the other, ignoring what is neither."""
    return b"".join(
        binascii.a2b_base64(piece[: len(piece) - (len(piece) % 4 == 1)] + b"==")
        for piece in _NOT_BASE64.sub(b"", data).split(b"=")
        if piece
    )


def from_transfer(data: bytes, encoding: str) -> bytes:
    """Undo a Content-Transfer-Encoding; an unknown one leaves the data as it is."""
    name = encoding.strip().lower()
    if name.startswith("base64"):
        return from_base64(data)
    if name.startswith("quoted-printable"):
        return binascii.a2b_qp(data)
    if name in ("x-uuencode", "uuencode", "x-uue", "uue"):
        return _from_uu(data)
    return data


def _from_uu(data: bytes) -> bytes:
    lines = data.splitlines()
    decoded: list[bytes] = []
    for line in lines[1:] if lines and lines[0].startswith(b"begin ") else lines:
        if line.strip() in (b"end", b"`", b""):
            continue
        try:
            decoded.append(binascii.a2b_uu(line))
        except binascii.Error:
            return data
    return b"".join(decoded)
