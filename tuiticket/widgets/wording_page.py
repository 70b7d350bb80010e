"""What became other words between two wordings of an article, to be read line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tuiticket.cells import drawable
from tuiticket.engine.rules.wording_diff import DiffLine, Sign
from tuiticket.i18n import ngettext
from tuiticket.widgets.page import BLANK, Line, Page, Piece, line
from tuiticket.widgets.wrapping import breaks, wrap

SIGNS = 2
"""Cells before the words of a line."""

_LOOKS = {Sign.SAME: ("quiet", "quiet"), Sign.GONE: ("", "late"), Sign.NEW: ("", "mine")}
"""How words look that stayed, and those that are others."""


class WordingPage(Page):
    """A whole wording, or how it differs from another: - gone, + new, the words marked by colour.

    `empty` is what it says where there is nothing to show.
    """

    def __init__(self, empty: str = "", classes: str | None = None) -> None:
        super().__init__(classes)
        self.empty = empty
        self._title = ""
        self._body = ""
        self._lines: Sequence[DiffLine] = ()

    def show_text(self, title: str, body: str) -> None:
        """Show all of a wording."""
        self._title, self._body, self._lines = title, body, ()
        self._from_the_top()

    def show_difference(self, lines: Sequence[DiffLine]) -> None:
        """Show only what changed."""
        self._title, self._body, self._lines = "", "", lines
        self._from_the_top()

    def _from_the_top(self) -> None:
        self.scroll_to(y=0, animate=False)
        self.renew()

    def compose_lines(self, width: int) -> Iterator[Line]:
        """The text, or the lines that differ, each after its sign."""
        if self._title:
            yield from (line(Piece(row, "strong")) for row in wrap(drawable(self._title), width))
            yield BLANK
            yield from (line(row) for row in wrap(drawable(self._body), width))
        elif self._lines:
            for each in self._lines:
                yield from _rows(each, max(2, width - SIGNS))
        else:
            yield from (line(Piece(row, "quiet")) for row in wrap(self.empty, width))


def _rows(each: DiffLine, width: int) -> Iterator[Line]:
    if each.sign is Sign.CUT:
        count = int(each.text)
        words = ngettext("{n} line the same", "{n} lines the same", count).format(n=count)
        yield line(Piece(f"  ⋯ {words}", "quiet"))
        return
    same, other = _LOOKS[each.sign]
    pieces = [Piece(drawable(words), other if is_other else same) for words, is_other in each.parts]
    text = "".join(piece.text for piece in pieces)
    begin, sign = 0, f"{each.sign} "
    for end in (*breaks(text, width, hanging=False), len(text)):
        yield line(Piece(sign, other), *_cut(pieces, begin, end))
        begin, sign = end, "  "


def _cut(pieces: Iterable[Piece], begin: int, end: int) -> Iterator[Piece]:
    """Yield the pieces between two characters of their text."""
    at = 0
    for text, look in pieces:
        part = text[max(0, begin - at) : max(0, end - at)]
        if part:
            yield Piece(part, look)
        at += len(text)
