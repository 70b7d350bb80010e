"""A list of tickets of any length: only the lines in sight are known, only what changed is painted.

Built on Textual's Line API over a vector of ticket numbers. A repaint is cut off where a change
ends, never where it begins, so the clock, which changes every second, stands first, and the cursor
lights up a line only as far as the subject: moving it costs a few hundred bytes, however wide the
terminal is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tuiticket.cells import fit
from tuiticket.engine.model.queue import QueueLine
from tuiticket.queue_columns import Reader
from tuiticket.widgets.marks import Marks
from tuiticket.widgets.ticket_line import STYLES, TicketLine
from tuiticket.widgets.wrapping import wrap

THUMB = "▐"
"""What the right edge shows where the list is in sight."""

INDENT = 3
"""Cells left free beside words that stand in place of tickets."""

KEPT = 5_000
"""Lines remembered before those far from sight are forgotten."""


class TicketTable(ScrollView, can_focus=True, inherit_bindings=False):
    """The list with its cursor. Give it numbers with `show`, lines with `supply`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ticket-table--{name}" for name in STYLES}
    DEFAULT_CSS = """
    TicketTable {
        overflow-x: hidden;
        scrollbar-size: 0 0;
        & > .ticket-table--late { color: $late; }
        & > .ticket-table--soon { color: $soon; }
        & > .ticket-table--running { color: $foreground; }
        & > .ticket-table--resting { color: $waiting; }
        & > .ticket-table--subject { color: $foreground; }
        & > .ticket-table--unread { color: $foreground; text-style: bold; }
        & > .ticket-table--waiting { color: $waiting; }
        & > .ticket-table--marked { color: $primary; text-style: bold; }
        & > .ticket-table--quiet { color: $quiet; }
        & > .ticket-table--cursor {
            background: $cursor; color: $cursor-text; text-style: $cursor-style;
        }
    }
    """

    @dataclass
    class Moved(Message):
        """The cursor stands on another ticket, or on none."""

        number: int | None

    @dataclass
    class Opened(Message):
        """The ticket is to be opened."""

        number: int

    @dataclass
    class Wanted(Message):
        """The lines of these tickets are about to be seen, and are not known yet."""

        numbers: tuple[int, ...]

    class Remarked(Message):
        """Other tickets are marked than before."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.reader: Reader | None = None
        self._numbers: Sequence[int] = ()
        self._lines: dict[int, QueueLine] = {}
        self._marks = Marks()
        self._cursor = 0
        self._clocks: dict[int, str] = {}
        self._words: tuple[str, ...] = ()
        self._drawing: TicketLine | None = None

    # What it shows

    @property
    def numbers(self) -> Sequence[int]:
        """The tickets of the list, in its order."""
        return self._numbers

    @property
    def cursor(self) -> int:
        """The line the cursor is on, from 0."""
        return self._cursor

    @property
    def number(self) -> int | None:
        """The ticket under the cursor."""
        return self._numbers[self._cursor] if self._cursor < len(self._numbers) else None

    @property
    def line(self) -> QueueLine | None:
        """What is known of the ticket under the cursor."""
        return self._lines.get(self.number) if self.number is not None else None

    def tags(self) -> list[str]:
        """The tags on the tickets known, their customers' among them."""
        lines = self._lines.values()
        return sorted({tag for line in lines for tag in (*line.tags, *line.customer_tags)})

    def show(
        self,
        numbers: Sequence[int],
        lines: Iterable[QueueLine],
        cursor: int,
        *,
        anew: bool,
        gone: Iterable[int] = (),
    ) -> None:
        """Show these tickets, with the cursor on that line; those `gone` are not marked any more.

        Unless shown `anew`, the cursor's line stays where it is on the screen, and what is seen
        already and reads the same is not painted again.
        """
        before, offset = self.number, self._cursor - self.scroll_offset.y
        at_top, seen, known = self.scroll_offset.y == 0, self.in_sight(), self._lines
        thumb = self._thumb()
        self._numbers, self._words, self._clocks = numbers, (), {}
        self._lines = {number: known[number] for number in seen if number in known}
        self._lines |= {line.id: line for line in lines}
        self._cursor = max(0, min(cursor, len(numbers) - 1))
        if self._marks:
            self._marks.settle(numbers, self._cursor, gone)
            self._remarked()
        self.virtual_size = Size(0, len(numbers))
        if anew or (at_top and self._cursor < self.size.height):
            offset = self._cursor
        self.scroll_to(y=self._cursor - offset, animate=False, force=True)
        self._repaint(seen, known)
        for y in {*thumb} ^ {*self._thumb()}:
            self.refresh(Region(0, y, self.size.width, 1))
        if self.number != before or anew:
            self.post_message(self.Moved(self.number))
        self._want()

    def supply(self, lines: Iterable[QueueLine]) -> None:
        """Learn the lines of some tickets, as they are now."""
        known = self._lines
        self._lines = known | {line.id: line for line in lines}
        self._repaint(self.in_sight(), known)

    def say(self, *words: str) -> None:
        """Show words instead of tickets: why there are none, and what to do next."""
        self._numbers, self._cursor, self._words = (), 0, words
        if self._marks:
            self._marks.clear()
            self.post_message(self.Remarked())
        self.virtual_size = Size(0, 0)
        self.refresh()

    def tell_time(self, reader: Reader) -> None:
        """Another second: repaint the clocks that read differently now, and once a minute all."""
        before, self.reader = self.reader, reader
        if before is None or before.now.minute != reader.now.minute:
            self.refresh()
            return
        for row in self._rows_in_sight():
            line = self._lines.get(self._numbers[row])
            if line is not None and self._clocks.get(row) != self._draw.clock(line, reader):
                self._refresh_row(row, self._draw.clock_width)

    def language_changed(self) -> None:
        """Words, and with them widths, are others now."""
        self._drawing = None
        self.refresh()

    # Marking

    @property
    def marked(self) -> list[int]:
        """The marked tickets."""
        return self._marks.numbers

    @property
    def marked_lines(self) -> list[QueueLine]:
        """What is known of the marked tickets."""
        return [self._lines[number] for number in self.marked if number in self._lines]

    @property
    def ranging(self) -> bool:
        """Whether a range of marks is being drawn."""
        return self._marks.ranging

    def toggle_mark(self) -> None:
        """Mark the ticket under the cursor, or take its mark away."""
        if self.number is not None:
            self._marks.toggle(self.number)
            self._remarked()

    def toggle_range(self) -> None:
        """Begin a range of marks at the cursor, or end the one that is being drawn."""
        if self._marks.ranging:
            self._marks.end()
        elif self._numbers:
            self._marks.begin(self._numbers, self._cursor)
        self._remarked()

    def mark(self, numbers: Iterable[int]) -> None:
        """Mark these tickets too, as far as they can be marked at once."""
        self._marks.add(numbers)
        self._remarked()

    def unmark(self) -> None:
        """Mark nothing; of a range that is being drawn, only forget the range."""
        if self._marks.ranging:
            self._marks.drop_range()
            self._remarked()
        elif self._marks:
            self._marks.clear()
            self._remarked()

    def _remarked(self) -> None:
        self.refresh(Region(0, 0, self._draw.lit, self.size.height))
        self.post_message(self.Remarked())

    # Moving

    def move(self, by: int) -> None:
        """Move the cursor by so many lines."""
        self.go(self._cursor + by)

    def page(self, direction: int) -> None:
        """Move the cursor by half a page, down (1) or up (-1)."""
        self.move(direction * max(1, self.size.height // 2))

    def go(self, row: int) -> None:
        """Put the cursor on a line; beyond the edge of the page the view jumps by half of it."""
        row = max(0, min(row, len(self._numbers) - 1))
        if row == self._cursor or not self._numbers:
            return
        before, self._cursor = self._cursor, row
        if self._marks.ranging:
            self._marks.follow(self._numbers, row)
            self._remarked()
        if row in self._rows_in_sight():
            self._refresh_row(before, self._draw.lit)
            self._refresh_row(row, self._draw.lit)
        else:
            self._bring_into_sight()
        self.post_message(self.Moved(self.number))

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there, a double click opens the ticket."""
        row = self.scroll_offset.y + event.y
        if row >= len(self._numbers):
            return
        if event.chain > 1 and row == self._cursor:
            self.post_message(self.Opened(self._numbers[row]))
        else:
            self.go(row)

    def on_resize(self) -> None:
        """The cursor stays in sight."""
        if self._numbers and self._cursor not in self._rows_in_sight():
            self._bring_into_sight()
        self._want()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Other lines came into sight."""
        super().watch_scroll_y(old_value, new_value)
        self._want()

    def _bring_into_sight(self) -> None:
        self.scroll_to(y=self._cursor - self.size.height // 2, animate=False, force=True)
        self.refresh()

    # What is in sight, and what must be known for it

    def _rows_in_sight(self) -> range:
        top = self.scroll_offset.y
        return range(top, min(len(self._numbers), top + self.size.height))

    def in_sight(self) -> list[int]:
        """The tickets on the screen."""
        return [self._numbers[row] for row in self._rows_in_sight()]

    def _want(self) -> None:
        """Ask for the lines of the page and the ones around it, as far as they are not known."""
        top, height = self.scroll_offset.y, self.size.height
        window = self._numbers[max(0, top - height) : top + 2 * height]
        if len(self._lines) > KEPT:
            kept = (*window, *self.marked)
            self._lines = {n: self._lines[n] for n in kept if n in self._lines}
        missing = tuple(number for number in window if number not in self._lines)
        if missing:
            self.post_message(self.Wanted(missing))

    # Painting

    def render_line(self, y: int) -> Strip:
        """One line of the screen, `y` from the top of the list."""
        row, width = self.scroll_offset.y + y, self.size.width
        if row >= len(self._numbers):
            return Strip([self._words_at(y, width)], width)
        number, lit = self._numbers[row], row == self._cursor
        edge = THUMB if y in self._thumb() else " "
        line = self._lines.get(number)
        if line is None or self.reader is None:
            return Strip(self._draw.draw_unknown(number, edge, lit=lit), width)
        self._clocks[row] = self._draw.clock(line, self.reader)
        marked = number in self._marks
        return Strip(self._draw.draw(line, self.reader, edge, lit=lit, marked=marked), width)

    def notify_style_update(self) -> None:
        """Colours are others now."""
        self._drawing = None
        super().notify_style_update()

    @property
    def _draw(self) -> TicketLine:
        if self._drawing is None or self._drawing.width != self.size.width:
            self._drawing = TicketLine(
                self.size.width, {name: self._style(name) for name in STYLES}
            )
        return self._drawing

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"ticket-table--{name}")

    def _thumb(self) -> range:
        """The lines of the screen whose right edge shows which part of the list is in sight.

        Drawn with the lines: a scroll bar beside them would cost each line forty bytes more.
        """
        height, count = self.size.height, len(self._numbers)
        if count <= height:
            return range(0)
        size = max(1, height * height // count)
        top = self.scroll_offset.y * (height - size) // (count - height)
        return range(top, top + size)

    def _words_at(self, y: int, width: int) -> Segment:
        """Words stand a third down, each on a line of its own, or on more where they are long."""
        at = y - self.size.height // 3
        rows = [row for words in self._words for row in wrap(words, max(2, width - 2 * INDENT))]
        row = rows[at] if 0 <= at < len(rows) else ""
        return Segment(fit(" " * INDENT + row, width), self._style("quiet"))

    def _refresh_row(self, row: int, width: int) -> None:
        self.refresh(Region(0, row - self.scroll_offset.y, width, 1))

    def _repaint(self, seen: Sequence[int], known: dict[int, QueueLine]) -> None:
        """Paint the lines that show another ticket than `seen` before, or another state of it."""
        rows = self._rows_in_sight()
        for at in range(max(len(rows), len(seen))):
            here = self._numbers[rows[at]] if at < len(rows) else None
            if at >= len(seen) or here != seen[at] or self._lines.get(here) != known.get(here):
                self.refresh(Region(0, at, self.size.width, 1))
