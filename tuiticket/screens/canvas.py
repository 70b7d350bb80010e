"""What the terminal shows already, so that only what differs has to be sent.

Textual paints whole widgets, and a whole screen when it comes to the front; over a slow line that
is felt at every key. Here each frame is compared, cell by cell, with the one before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from rich.cells import split_graphemes
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

NEAR = 6
"""Cells that stay the same between two that do not: sending them costs less than moving over."""

_NEVER = dict.fromkeys(
    (
        *range(0x20),
        *range(0x7F, 0xA0),
        0x61C,
        0x200E,
        0x200F,
        *range(0x2028, 0x202F),
        *range(0x2066, 0x206A),
    )
)
"""Characters that would control the terminal or turn its lines round: no widget's mistake sends
them.
"""

Update: TypeAlias = LayoutUpdate | ChopsUpdate


class Cell(NamedTuple):
    """What stands in one cell, with the codes of its look; nothing in a wide one's right half."""

    text: str
    look: str


Row: TypeAlias = list[Cell | None]
"""The cells of a line; None where nobody knows what stands."""


class Canvas:
    """The cells of a terminal as they were sent."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._size = (0, 0)

    def forget(self) -> None:
        """Take nothing for granted: the terminal was resized, left, or written to by others."""
        self._rows = []

    def difference(self, update: Update) -> Difference:
        """The same update, sending only what differs from what stands there."""
        return Difference(self, update)

    def paint(self, update: Update, console: Console) -> str:
        """Note what the update paints; the codes that bring the terminal there."""
        colours = console._color_system or ColorSystem.TRUECOLOR
        pen = Pen()
        for y, x, cells in _patches(update, colours):
            row = self._row(y)
            if len(row) < x + len(cells):
                row.extend([None] * (x + len(cells) - len(row)))
            for start, end in _runs(row[x : x + len(cells)], cells):
                pen.write(x + start, y, cells[start:end])
            _break(row, x)
            _break(row, x + len(cells))
            row[x : x + len(cells)] = cells
        return pen.done()

    def _row(self, y: int) -> Row:
        while len(self._rows) <= y:
            self._rows.append([])
        return self._rows[y]


class Difference(CompositorUpdate):
    """An update that is compared with the canvas when, and only when, it is sent."""

    def __init__(self, canvas: Canvas, update: Update) -> None:
        self._canvas, self._update = canvas, update

    def render_segments(self, console: Console) -> str:
        """The codes for what differs."""
        return self._canvas.paint(self._update, console)


class Pen:
    """Collects codes: where to write, in which look, what."""

    def __init__(self) -> None:
        self._codes: list[str] = []
        self._look = ""

    def write(self, x: int, y: int, cells: Iterable[Cell]) -> None:
        """Write cells from there on."""
        self._codes.append(f"\x1b[{y + 1};{x + 1}H")
        for text, look in cells:
            if look != self._look:
                self._codes.append(f"\x1b[0;{look}m" if look else "\x1b[0m")
                self._look = look
            self._codes.append(text)

    def done(self) -> str:
        """All codes, the last of which leaves no look behind."""
        return "".join(self._codes) + ("\x1b[0m" if self._look else "")


def _patches(update: Update, colours: ColorSystem) -> Iterator[tuple[int, int, list[Cell]]]:
    """What an update paints: line, column and cells."""
    if isinstance(update, LayoutUpdate):
        for y, strips in enumerate(update.strips, update.region.y):
            yield y, update.region.x, [c for strip in strips for c in _cells(strip, colours)]
        return
    for y, left, right in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is not None and x <= right and end > left:
                yield y, x, _cells(strip.crop(0, min(end, right) - x), colours)


def _cells(strip: Iterable[Segment], colours: ColorSystem) -> list[Cell]:
    """The cells of a strip; marks that have no width of their own stand with what they mark."""
    cells: list[Cell] = []
    for text, style, control in strip:
        if control:
            continue
        if not text.isprintable():
            text = text.translate(_NEVER)
        look = "" if style is None else style._ansi or Strip.render_ansi(style, colours)
        if text.isascii():
            cells.extend([Cell(char, look) for char in text])
            continue
        for start, end, width in split_graphemes(text)[0]:
            if width:
                cells.append(Cell(text[start:end], look))
                cells.extend([Cell("", look)] * (width - 1))
            elif cells:
                last = -1 if cells[-1].text else -2
                cells[last] = Cell(cells[last].text + text[start:end], cells[last].look)
    return cells


def _break(row: Row, x: int) -> None:
    """Writing up to or from `x` on blanks a wide character that stands across it."""
    cell = row[x] if 0 < x < len(row) else None
    if cell is not None and not cell.text:
        row[x - 1] = row[x] = None


def _runs(old: Row, new: list[Cell]) -> Iterator[tuple[int, int]]:
    """Where the cells differ, as beginnings and ends; what lies near is taken together.

    Wide characters are never cut: a run begins with the left half and ends with the right one.
    """
    begin = end = -1
    for x, cell in enumerate(new):
        if old[x] == cell:
            continue
        if begin >= 0 and x - end > NEAR:
            yield _whole(new, begin, end)
            begin = -1
        if begin < 0:
            begin = x
        end = x + 1
    if begin >= 0:
        yield _whole(new, begin, end)


def _whole(cells: list[Cell], begin: int, end: int) -> tuple[int, int]:
    while begin > 0 and not cells[begin].text:
        begin -= 1
    while end < len(cells) and not cells[end].text:
        end += 1
    return begin, end
