"""The story of a ticket: who said what and when, and what was done in between.

Quoted mail, long texts and runs of steps are folded; a key on them or a click unfolds them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from rich.style import Style
from textual import events

from tuiticket.event_words import NO_NAMES, Names
from tuiticket.widgets.page import Line, Page
from tuiticket.widgets.timeline_entries import Entry, Said
from tuiticket.widgets.timeline_lines import Telling, entry_at, lines_of, words_of
from tuiticket.widgets.timeline_parts import (
    Head,
    Part,
    Sort,
    Turn,
    foldable,
    further,
    pointed_at,
)

WIDEST = 110
"""Cells a line has at most: longer ones are hard to read."""
STEP = 3
"""Lines that one key scrolls where an entry is taller than the page."""


class Timeline(Page):
    """The messages and steps of one ticket. If `pointed`, a cursor goes from entry to entry."""

    def __init__(self, *, pointed: bool = False) -> None:
        super().__init__()
        self.entries: tuple[Entry, ...] = ()
        self.pointed = pointed
        self._at: Part | None = None
        self._resting: int | None = None
        self._opened: dict[Part, int] = {}
        self._heads: list[tuple[int, Part]] = []
        self._names = NO_NAMES
        self._now: datetime | None = None
        self._zone = ZoneInfo("UTC")

    @property
    def current(self) -> Entry | None:
        """The entry the cursor stands on."""
        return entry_at(self.entries, self._at)

    @property
    def words(self) -> str:
        """What the entry under the cursor says."""
        entry = self.current
        return words_of(entry, self._names) if entry else ""

    def show(self, story: tuple[Entry, ...], names: Names, now: datetime, zone: ZoneInfo) -> None:
        """Tell this story; where it grew, page and cursor stay where they are."""
        self.entries, self._names, self._now, self._zone = story, names, now, zone
        if self.current is None:
            said = [pointed_at(entry) for entry in story if isinstance(entry, Said)]
            self._at = said[-1] if said else None
        self._resting = None
        self.renew()

    def compose_lines(self, width: int) -> Iterator[Line]:
        """The story, broken to the width."""
        if self._now is None:
            return
        telling = Telling(self._names, self._now, self._zone, min(width, WIDEST), self._opened)
        for entry in self.entries:
            yield from lines_of(entry, telling)

    def renew(self) -> None:
        """Tell the story anew, the cursor on the entry it was on."""
        super().renew()
        heads = ((y, row.target) for y, row in enumerate(self.lines))
        self._heads = [(y, head.part) for y, head in heads if isinstance(head, Head)]

    def over(self, y: int) -> Style | None:
        """The cursor, paler where the story has not the keys."""
        if not self.pointed or self._at is None or y != self._y_of(self._at):
            return None
        name = "page--cursor" if self.has_focus else "page--cursor-away"
        return self.get_component_rich_style(name, partial=True)

    def on_focus(self) -> None:
        """Show where the keys go."""
        self._repaint(self._at)

    def on_blur(self) -> None:
        """Show that the keys go elsewhere."""
        self._repaint(self._at)

    def to_newest(self) -> None:
        """Scroll to the end, but no further than the head of the newest message.

        There it stays until somebody moves, even where the page gets its size only later.
        """
        messages = [head for head in self._heads if head[1].sort is Sort.MESSAGE]
        y, part = messages[-1] if messages else (0, None)
        self._point_at(part)
        self._scroll_to_line(y)
        self._resting = self.scroll_offset.y

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew where the width changed, and stay with the newest message."""
        event.prevent_default()
        super().on_resize(event)
        if self._resting == self.scroll_offset.y:
            self.to_newest()

    def to_first(self) -> None:
        """To the beginning."""
        self._scroll_to_line(0)
        self._point_at(self._heads[0][1] if self._heads else None)

    def to_last(self) -> None:
        """To the very end."""
        self._scroll_to_line(len(self.lines))
        self._point_at(self._heads[-1][1] if self._heads else None)

    def page(self, pages: int) -> None:
        """A page on or back; the cursor comes along."""
        self._scroll_to_line(self.scroll_offset.y + pages * max(1, self._height - 1))
        self._point_in_sight(pages)

    def step(self, direction: int) -> None:
        """To the next entry (1) or the one before (-1); first, more of this one is scrolled in."""
        here = self._number
        if here is None or not self._in_sight(here):
            self._point_in_sight(direction)
            return
        (begin, end), top = self._spans[here], self.scroll_offset.y
        bottom = top + self._height
        if (end > bottom) if direction > 0 else (begin < top):
            self._scroll(direction, end - bottom if direction > 0 else top - begin)
        elif 0 <= here + direction < len(self._heads):
            self._point_at(self._heads[here + direction][1])
            self._bring_in(*self._spans[here + direction], direction)
        else:
            self._scroll(direction, STEP)

    def _scroll(self, direction: int, left: int) -> None:
        self._scroll_to_line(self.scroll_offset.y + direction * min(STEP, left))

    def _scroll_to_line(self, y: int) -> None:
        """Scroll at once: a key that is done later must never be overtaken."""
        self.scroll_to(y=y, animate=False, force=True)

    def _bring_in(self, begin: int, end: int, direction: int) -> None:
        """Show an entry whole, or of a tall one the end that is come upon first."""
        top, height = self.scroll_offset.y, self._height
        if direction > 0 and end > top + height:
            self._scroll_to_line(min(begin, end - height))
        elif direction < 0 and begin < top:
            self._scroll_to_line(max(begin, end - height))

    def _point_in_sight(self, direction: int) -> None:
        """Put the cursor on the first entry one comes upon in the page that is shown."""
        seen = [number for number in range(len(self._heads)) if self._in_sight(number)]
        whole = [n for n in seen if self._spans[n][0] >= self.scroll_offset.y] or seen
        if whole:
            self._point_at(self._heads[whole[0 if direction > 0 else -1]][1])

    def _in_sight(self, number: int) -> bool:
        begin, end = self._spans[number]
        return begin < self.scroll_offset.y + self._height and end > self.scroll_offset.y

    @property
    def _height(self) -> int:
        return self.scrollable_content_region.height

    @property
    def _number(self) -> int | None:
        """The cursor's place among the heads."""
        parts = [part for _y, part in self._heads]
        return parts.index(self._at) if self._at in parts else None

    @property
    def _spans(self) -> list[tuple[int, int]]:
        """Where each entry with a head begins, and where its text ends."""
        starts = [y for y, _part in self._heads]
        return [(begin, end - 1) for begin, end in pairwise([*starts, len(self.lines)])]

    def _y_of(self, part: Part) -> int | None:
        return next((y for y, one in self._heads if one == part), None)

    def _point_at(self, part: Part | None) -> None:
        self._resting = None
        if part != self._at:
            before, self._at = self._at, part
            self._repaint(before)
            self._repaint(part)

    def _repaint(self, part: Part | None) -> None:
        if self.pointed and part is not None and (y := self._y_of(part)) is not None:
            self.refresh_line(y)

    def toggle(self) -> None:
        """Unfold the entry under the cursor, by a page where it is long, or fold it again."""
        if entry := self.current:
            self._turn(further(foldable(entry), self._opened))

    def toggle_all(self) -> None:
        """Unfold everything, or fold it again."""
        parts = [part for entry in self.entries for part in foldable(entry)]
        anything = any(self._opened.get(part) for part in parts)
        self._turn(dict.fromkeys(parts, 0 if anything else 1))

    def _turn(self, pages: dict[Part, int]) -> None:
        self._opened |= pages
        self.renew()

    def on_page_clicked(self, message: Page.Clicked) -> None:
        """A click points at an entry, or opens or closes a fold."""
        match message.target:
            case Head(part):
                message.stop()
                self._point_at(part)
                if part.sort is Sort.STEPS:
                    self.toggle()
            case Turn(part, pages):
                message.stop()
                self._point_at(self._above(part))
                self._turn({part: pages})

    def _above(self, part: Part) -> Part:
        """The entry a part belongs to."""
        return part if part.sort is Sort.STEPS else Part(Sort.MESSAGE, part.id)
