"""The line of titles over a list of tickets."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from tuiticket.cells import fit
from tuiticket.i18n import _
from tuiticket.queue_columns import laid_out
from tuiticket.widgets.ticket_line import MARGIN


class ColumnTitles(Widget):
    """The titles, as wide as the columns below."""

    DEFAULT_CSS = """
    ColumnTitles { height: 1; color: $quiet; text-style: underline; }
    """

    def render(self) -> Content:
        """The titles that fit."""
        placed = laid_out(self.size.width - MARGIN)
        return Content(" " + " ".join(fit(_(p.column.title), p.width) for p in placed))
