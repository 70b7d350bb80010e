"""What a mail says, as text: plain text if there is any, else HTML as it is seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tuiticket.adapters import html
from tuiticket.channels.mail.charset import codec_of, decode, label_in_html
from tuiticket.channels.mail.mime import Part
from tuiticket.channels.mail.parameters import parameters
from tuiticket.engine.rules.quotes import cut_quote
from tuiticket.engine.rules.safetext import clean
from tuiticket.i18n import _

MAX_TEXT = 1_000_000
"""Characters of a mail's text that are kept; the raw mail has the rest."""


class Body(NamedTuple):
    """The text of a mail, cleaned: all of it, and in two parts.

    `read` are the `id()`s of the parts it was read from, or passed over for them.
    """

    text: str
    visible: str
    quoted: str
    charset: str
    read: frozenset[int]


class _Piece(NamedTuple):
    """One part as text; `marked` as in `cut_quote`."""

    text: str
    charset: str
    marked: bool = False


def read_body(root: Part) -> Body:
    """Return what the mail says without its attachments."""
    texts = list(_texts(root))
    read = frozenset(id(part) for part in texts)
    body = _body([_piece(part) for part in _written(root)], read)
    if not body.quoted and ("In-Reply-To" in root or "References" in root):
        # An answer whose program leaves no known mark in its plain text may leave one in its HTML.
        pages = [_piece(part) for part in texts if _is_html(part)]
        seen = _body(pages, read) if any(page.marked for page in pages) else body
        return seen if seen.quoted else body
    return body


def _body(pieces: list[_Piece], read: frozenset[int]) -> Body:
    pieces = [piece for piece in pieces if piece.text.strip()]
    text = "\n\n".join(piece.text for piece in pieces)
    if len(text) > MAX_TEXT:
        text = text[:MAX_TEXT].rstrip() + "\n\n" + _("[The mail is longer; the original is kept.]")
    cut = cut_quote(text, marked=any(piece.marked for piece in pieces))
    return Body(text, *cut, pieces[0].charset if pieces else "us-ascii", read)


def _texts(part: Part) -> Iterator[Part]:
    """Yield the parts that the sender wrote, in all the ways they were written."""
    if part.is_multipart():
        for inner in part.parts:
            yield from _texts(inner)
    elif _is_writing(part.get_content_type()) and not _is_file(part):
        yield part


def _written(part: Part) -> Iterator[Part]:
    """Yield the parts to read, one of the ways of each alternative."""
    if not part.is_multipart():
        yield from _texts(part)
    elif part.get_content_type() == "multipart/alternative":
        ways = list(_texts(part))
        plain = [way for way in ways if not _is_html(way) and way.content.strip()]
        yield from plain or [way for way in ways if _is_html(way)]
    else:
        for inner in part.parts:
            yield from _written(inner)


def _is_writing(kind: str) -> bool:
    """Tell text, also what should have been parts and could not be taken apart."""
    return kind in ("text/plain", "text/html") or kind.startswith("multipart/")


def _is_file(part: Part) -> bool:
    return part.is_attached or "filename" in parameters(part.raw("Content-Disposition"))


def _is_html(part: Part) -> bool:
    return part.get_content_type() == "text/html"


def _piece(part: Part) -> _Piece:
    content = part.content
    if not _is_html(part):
        text, charset = decode(content, part.label)
        return _Piece(clean(text).strip("\n"), charset)
    label = part.label if codec_of(part.label) else label_in_html(content)
    markup, charset = decode(content, label)
    page = html.read(markup)
    if not page.readable:
        return _Piece(
            _("[The mail is too large or has too many links to show; the original is kept.]"),
            charset,
        )
    return _Piece(page.text, charset, page.quoted)
