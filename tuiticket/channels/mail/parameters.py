"""Parameters of Content-Type and Content-Disposition, with all ways to write a file's name.

RFC 2231 (pieces, charset, percent signs), encoded words in quotes as most programs write, and raw
bytes. The standard library's reader fails on hostile piece numbers; this one ignores them.
"""

from __future__ import annotations

import re
from urllib.parse import unquote_to_bytes

from tuiticket.channels.mail.charset import decode
from tuiticket.channels.mail.headers import header_text, to_bytes, unfold

_PARAMETER = re.compile(r';\s*([^\s=;"]{1,80})\s*=\s*(?:"((?:[^"\\]|\\.){0,4000})"|([^;]*))')
_PIECE = re.compile(r"([^*]+)(?:\*(\d{1,3}))?(\*)?")


def main_value(value: str) -> str:
    """Return what stands before the parameters, in lower case."""
    return unfold(value).partition(";")[0].strip().lower()


def parameters(value: str, hint: str = "") -> dict[str, str]:
    """Return the parameters of a raw header by lower-case name; the first of a name counts."""
    pieces: dict[str, dict[int, tuple[bool, str]]] = {}
    for found in _PARAMETER.finditer(unfold(value)):
        said = found[3].strip().strip('"') if found[2] is None else _unquoted(found[2])
        piece = _PIECE.fullmatch(found[1].lower())
        if piece:
            number = int(piece[2] or 0)
            pieces.setdefault(piece[1], {}).setdefault(number, (bool(piece[3]), said))
    return {name: _assembled(numbered, hint) for name, numbered in pieces.items()}


def _unquoted(value: str) -> str:
    r"""Undo only what must be quoted: a path such as C:\new keeps its backslashes."""
    return re.sub(r'\\(["\\])', r"\1", value)


def _assembled(numbered: dict[int, tuple[bool, str]], hint: str) -> str:
    if not any(encoded for encoded, _ in numbered.values()):
        return header_text("".join(numbered[number][1] for number in sorted(numbered)), hint)
    charset, data = "", b""
    for number in sorted(numbered):
        encoded, said = numbered[number]
        if encoded and not data and said.count("'") >= 2:
            charset, _, said = said.split("'", 2)
        data += unquote_to_bytes(to_bytes(said)) if encoded else to_bytes(said)
    return decode(data, charset)[0]
