"""A page that tells what every key does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from tuiticket.cells import fit
from tuiticket.widgets.page import BLANK, Line, Page, Piece, line
from tuiticket.widgets.wrapping import wrap

_GAP = 2


class Row(NamedTuple):
    """One action: its keys, its name, what it does."""

    keys: str
    name: str
    help: str


class Section(NamedTuple):
    """Actions that belong together, under a title."""

    title: str
    rows: Sequence[Row]


class HelpPage(Page):
    """Sections, one after the other."""

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self.sections = sections

    def compose_lines(self, width: int) -> Iterable[Line]:
        """Keys and names in columns as wide as they need, the sentence beside them."""
        rows = [row for section in self.sections for row in section.rows]
        keys = max((cell_len(row.keys) for row in rows), default=0) + _GAP
        names = max((cell_len(row.name) for row in rows), default=0) + _GAP
        for section in self.sections:
            yield line(Piece(section.title, "title"))
            for row in section.rows:
                first, *more = wrap(row.help, max(width - keys - names, 10))
                yield line(Piece(fit(row.keys, keys), "strong"), fit(row.name, names), first)
                yield from (line(" " * (keys + names) + rest) for rest in more)
            yield BLANK
