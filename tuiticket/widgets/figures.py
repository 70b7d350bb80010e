"""A few numbers in large digits, to be read from across the room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.renderables.digits import DIGITS, DIGITS3X3_BOLD

from tuiticket.cells import fit
from tuiticket.widgets.page import Line, Page, Piece, line

GAP = 4
"""Cells between two figures."""
_TALL = 3
"""Lines of a digit; the sets of Textual hold each digit in as many, one after the other."""


class Figure(NamedTuple):
    """A number with what it counts, in a look of a page."""

    value: str
    label: str
    look: str = "strong"


class Figures(Page):
    """Figures side by side, as many as fit, each over its label."""

    DEFAULT_CSS = """
    Figures { height: 4; padding: 0 1; overflow-y: hidden; scrollbar-gutter: auto; }
    """
    can_focus = False

    def __init__(self) -> None:
        super().__init__()
        self._figures: Sequence[Figure] = ()

    def show(self, figures: Sequence[Figure]) -> None:
        """Show these; nothing is painted if they are the same."""
        if figures != self._figures:
            self._figures = figures
            self.renew()

    def compose_lines(self, width: int) -> Sequence[Line]:
        """Three lines of digits and one of labels."""
        rows: list[list[Piece]] = [[] for _ in range(_TALL + 1)]
        left = width
        for value, label, look in self._figures:
            drawn = [*large(value), label]
            wide = max(map(cell_len, drawn))
            left -= wide + GAP
            if left < -GAP:
                break
            for row, text in zip(rows, drawn, strict=True):
                row.append(Piece(fit(text, wide) + " " * GAP, look))
        return [line(*row) for row in rows]


def large(value: str) -> list[str]:
    """A number in digits of three lines; raises ValueError for what has no such digit."""
    rows = [""] * _TALL
    for character in value:
        at = DIGITS.index(character) * _TALL
        for number, piece in enumerate(DIGITS3X3_BOLD[at : at + _TALL]):
            rows[number] += fit(piece, _TALL)
    return rows
