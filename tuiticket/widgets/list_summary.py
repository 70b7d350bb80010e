"""What is said of a list at the right end of its filter line: how much there is, and news."""

from __future__ import annotations

from typing import NamedTuple

from textual.content import Content
from textual.widget import Widget

EDGES = 2
"""Cells of padding at its two ends."""

GAP = "   "
"""Between the news and what there is."""


class News(NamedTuple):
    """Something one should look at, and the key that shows it."""

    key: str
    text: str


class ListSummary(Widget):
    """As wide as what it says now; news only where there is room for all of them."""

    DEFAULT_CSS = """
    ListSummary { width: 2; height: 1; padding: 0 1; color: $quiet; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._said = Content("")

    def show(self, words: str, news: News | None, room: int) -> None:
        """Say this, in so many cells at most for the news."""
        said = Content(words)
        room -= said.cell_length + EDGES
        if news is not None:
            told = Content.assemble((news.key, "$primary"), " ", (news.text, "$soon"), GAP)
            said = told + said if told.cell_length <= room else said
        if said != self._said:
            self._said = said
            # An automatic width is measured once per layout asked for, see StatusBar.fit.
            self.styles.width = said.cell_length + EDGES
            self.refresh()

    def render(self) -> Content:
        """The news, then what there is."""
        return self._said
