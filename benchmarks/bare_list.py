"""The least a Textual app can do that shows a list: what the console is measured against.

Run: python -m benchmarks.bare_list LINES. `j` and `k` move the cursor, `q` ends it.
"""

from __future__ import annotations

import sys
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

LINE = "   3h 20m  ▲   {number:<7} Subject of the line {number:<44} Customer       agent1  2h"
LIT = Style(bgcolor="#26405c", color="#ffffff")


class Lines(ScrollView, can_focus=True):
    """A million lines cost what forty cost."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("j", "move(1)"), Binding("k", "move(-1)")]

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count, self.cursor = count, 0

    def on_mount(self) -> None:
        """It is as long as it is."""
        self.virtual_size = Size(0, self.count)

    def action_move(self, by: int) -> None:
        """Repaint the line the cursor leaves and the one it comes to."""
        before, self.cursor = self.cursor, max(0, min(self.count - 1, self.cursor + by))
        height, top = self.size.height, self.scroll_offset.y
        if not top <= self.cursor < top + height:
            self.scroll_to(y=self.cursor - height // 2, animate=False, force=True)
        for row in (before, self.cursor):
            self.refresh(Region(0, row - self.scroll_offset.y, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        """One line."""
        row, width = self.scroll_offset.y + y, self.size.width
        text = LINE.format(number=10_000 + row) if row < self.count else ""
        style = LIT if row == self.cursor else Style.null()
        return Strip([Segment(text[:width].ljust(width), style)], width)


class BareList(App[None]):
    """One widget, no header, nothing behind it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "quit")]

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count
        self.animation_level = "none"

    def compose(self) -> ComposeResult:
        """The list."""
        yield Lines(self.count)


if __name__ == "__main__":
    BareList(int(sys.argv[1])).run()
