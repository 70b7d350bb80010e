"""Rows of plain text, each piece with a look that means something, scrolled by lines.

What mail and customers wrote is drawn from here: it is never read as markup, and cleaned once more
on its way to the terminal.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from tuiticket.cells import drawable, fit, shortened

LOOKS = ("strong", "quiet", "late", "soon", "waiting", "mine", "note", "title", "mark", "rule")
"""How a piece of text may look; the colours are the theme's."""


class Piece(NamedTuple):
    """Some text on one line in one look, one of LOOKS or none."""

    text: str
    look: str = ""


class Line(NamedTuple):
    """One line of a page; `target` is what a click on it means, None if nothing."""

    pieces: tuple[Piece, ...] = ()
    target: Hashable | None = None

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(piece.text for piece in self.pieces)


NOTHING = Piece("")
BLANK = Line()


def line(*pieces: Piece | str, target: Hashable | None = None) -> Line:
    """A line of pieces; bare text has no look of its own."""
    return Line(
        tuple(Piece(piece) if isinstance(piece, str) else piece for piece in pieces), target
    )


def aside(left: Sequence[Piece], right: Piece, width: int, *, target: Hashable = None) -> Line:
    """A line of `width` cells with `right` at its right end and `left` cut to fit beside it."""
    room = width - cell_len(right.text) - 1
    if room < 1:
        return Line((Piece(fit("".join(piece.text for piece in left), width)),), target)
    pieces: list[Piece] = []
    for piece in left:
        text = shortened(piece.text, room)
        says_something = text.strip(" ·…") or text == piece.text
        if says_something or not pieces:
            pieces.append(Piece(text, piece.look))
            room -= cell_len(text)
        if text != piece.text:
            break
    return Line((*pieces, Piece(" " * (room + 1)), right), target)


class Page(ScrollView, can_focus=True):
    """A page to read. Subclasses say what stands on it by `compose_lines`."""

    DEFAULT_CSS = """
    Page {
        width: 1fr;
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        scrollbar-size-horizontal: 0;
        scrollbar-gutter: stable;
        & .page--strong { text-style: bold; }
        & .page--quiet { color: $quiet; }
        & .page--late { color: $late; text-style: bold; }
        & .page--soon { color: $soon; }
        & .page--waiting { color: $waiting; }
        & .page--mine { color: $mine; }
        & .page--note { color: $note; }
        & .page--title { color: $primary; text-style: bold; }
        & .page--mark { text-style: bold underline; }
        & .page--rule { color: $rule; }
        & .page--cursor { background: $cursor; text-style: $cursor-style; }
        & .page--cursor-away { background: $surface; text-style: $cursor-away-style; }
    }
    """
    COMPONENT_CLASSES = {f"page--{look}" for look in LOOKS} | {"page--cursor", "page--cursor-away"}

    @dataclass
    class Clicked(Message):
        """A line with a meaning was clicked."""

        page: Page
        target: Hashable

        @property
        def control(self) -> Page:
            """The page it stands on."""
            return self.page

    def __init__(self, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self.lines: list[Line] = []
        self._laid_out_for = -1

    def compose_lines(self, width: int) -> Iterable[Line]:
        """The lines of the page, none wider than `width` cells."""
        raise NotImplementedError

    def renew(self) -> None:
        """Say anew what stands on the page; only lines that changed are painted again."""
        self._lay_out(self._room())

    def _room(self) -> int:
        return self.scrollable_content_region.width

    def _lay_out(self, width: int) -> None:
        before, height = self.lines, len(self.lines)
        self.lines = list(self.compose_lines(width)) if width > 1 else []
        resized, self._laid_out_for = width != self._laid_out_for, width
        if len(self.lines) != height:
            self.virtual_size = Size(width, len(self.lines))
            self.refresh(layout=self.styles.is_auto_height)
        elif resized:
            self.virtual_size = Size(width, height)
            self.refresh()
        else:
            for y, (old, new) in enumerate(zip(before, self.lines, strict=True)):
                if old != new:
                    self.refresh_line(y)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are, where the height is left to the page."""
        room = width - self.scrollbar_size_vertical
        if room != self._laid_out_for:
            return len(list(self.compose_lines(room))) if room > 1 else 0
        return len(self.lines)

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew where the width changed."""
        if self._room() != self._laid_out_for:
            self.renew()

    def watch_show_vertical_scrollbar(self) -> None:
        """Break the lines anew where a scroll bar came and took a column, or went."""
        if self.lines and self._room() != self._laid_out_for:
            self.call_later(self.renew)

    def on_click(self, event: events.Click) -> None:
        """Tell which line with a meaning was clicked."""
        y = event.y + self.scroll_offset.y
        if y < len(self.lines) and (target := self.lines[y].target) is not None:
            self.post_message(self.Clicked(self, target))

    def render_line(self, y: int) -> Strip:
        """One line of the terminal."""
        y += self.scroll_offset.y
        base, width = self.rich_style, self.size.width
        if y >= len(self.lines):
            return Strip.blank(width, base)
        segments = [Segment(_safe(text), self._style(look)) for text, look in self.lines[y].pieces]
        strip = Strip(segments).adjust_cell_length(width, base)
        if over := self.over(y):
            strip = Strip(Segment.apply_style(strip, post_style=over), width)
        if self.text_selection and (span := self.text_selection.get_span(y)):
            strip = self._selected(strip, *span)
        return strip.apply_offsets(0, y)

    def over(self, y: int) -> Style | None:
        """What is laid over a whole line, such as the cursor's ground; None for nothing."""
        return None

    def _style(self, look: str) -> Style:
        if not look:
            return self.rich_style
        return self.rich_style + self.get_component_rich_style(f"page--{look}", partial=True)

    def _selected(self, strip: Strip, start: int, end: int) -> Strip:
        text = strip.text
        stop = len(text) if end == -1 else end
        cuts = [cell_len(text[:start]), cell_len(text[:stop]), strip.cell_length]
        before, chosen, after = strip.divide(cuts)
        style = self.screen.get_component_rich_style("screen--selection")
        return Strip.join([before, chosen.apply_style(style), after])

    @property
    def allow_select(self) -> bool:
        """Whether text can be marked with the mouse."""
        return True

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What was marked."""
        return selection.extract("\n".join(one.text.rstrip() for one in self.lines)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is marked."""
        self.refresh()


def _safe(text: str) -> str:
    """The text without anything that could leave its place on the line."""
    return drawable(text).replace("\n", " ").replace("\t", " ")
