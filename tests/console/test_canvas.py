"""Sending only what differs: the terminal ends up as if everything had been sent."""

from __future__ import annotations

import io

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tuiticket.screens.canvas import Canvas

WIDTH, HEIGHT = 12, 3
CONSOLE = Console(file=io.StringIO(), color_system="256", force_terminal=True)
LOOKS = [None, Style(color="red"), Style(bgcolor="blue", bold=True), Style(meta={"offset": (1, 2)})]

pieces = st.tuples(
    st.text(st.sampled_from(["a", "b", " ", "退", "款", "é"]), max_size=WIDTH),
    st.sampled_from(LOOKS),
)
lines = st.lists(pieces, max_size=4).map(
    lambda parts: Strip([Segment(*part) for part in parts]).adjust_cell_length(WIDTH)
)
frames = st.lists(lines, min_size=HEIGHT, max_size=HEIGHT)


def whole(frame: list[Strip]) -> LayoutUpdate:
    """A frame that paints everything."""
    return LayoutUpdate([[strip] for strip in frame], Region(0, 0, WIDTH, HEIGHT))


def some(frame: list[Strip], y: int, left: int, right: int) -> ChopsUpdate:
    """A frame that paints one stretch of one line; the line was cut there."""
    cuts = [cut for cut in (left, right, WIDTH) if cut]
    chops: list[dict[int, Strip | None]] = [{} for _ in range(HEIGHT)]
    ends: list[list[int]] = [[] for _ in range(HEIGHT)]
    for begin, end in zip([0, *cuts], cuts, strict=False):
        inside = begin >= left and end <= right
        chops[y][begin] = frame[y].crop(begin, end) if inside else None
        ends[y].append(end)
    return ChopsUpdate(chops, [(y, left, right)], ends)


class Terminal:
    """A terminal that shows what it is sent."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self._stream = pyte.Stream(self.screen)
        self.sent = 0

    def feed(self, codes: str) -> None:
        """Take what was sent."""
        self.sent += len(codes)
        self._stream.feed(codes)

    def cells(self) -> list[list[pyte.screens.Char]]:
        """What it shows, with the looks."""
        return [[self.screen.buffer[y][x] for x in range(WIDTH)] for y in range(HEIGHT)]


def fresh(frame: list[Strip]) -> list[list[pyte.screens.Char]]:
    """What a terminal shows that was sent this frame alone."""
    terminal = Terminal()
    terminal.feed(Canvas().paint(whole(frame), CONSOLE))
    return terminal.cells()


@given(st.lists(frames, min_size=1, max_size=5))
def test_the_last_frame_stands_there_whatever_stood_before(story: list[list[Strip]]) -> None:
    canvas, terminal = Canvas(), Terminal()
    for frame in story:
        terminal.feed(canvas.difference(whole(frame)).render_segments(CONSOLE))
        assert terminal.cells() == fresh(frame)


@given(frames, frames, st.integers(0, HEIGHT - 1), st.integers(0, WIDTH), st.integers(0, WIDTH))
def test_a_stretch_of_a_line_is_painted_over(
    before: list[Strip], after: list[Strip], y: int, left: int, right: int
) -> None:
    left, right = sorted((left, right))
    if left == right:
        right, left = max(right, 1), min(left, WIDTH - 1)
    canvas, terminal, plain = Canvas(), Terminal(), Terminal()
    for screen, send in ((terminal, canvas.paint), (plain, _as_textual)):
        screen.feed(send(whole(before), CONSOLE))
        screen.feed(send(some(after, y, left, right), CONSOLE))
    assert terminal.cells()[y][left:right] == plain.cells()[y][left:right]
    terminal.feed(canvas.paint(whole(before), CONSOLE))
    assert terminal.cells() == fresh(before)


@given(frames)
def test_the_same_again_costs_nothing(frame: list[Strip]) -> None:
    canvas = Canvas()
    canvas.paint(whole(frame), CONSOLE)
    assert canvas.paint(whole(frame), CONSOLE) == ""


def test_one_letter_costs_a_move_and_the_letter() -> None:
    canvas = Canvas()
    canvas.paint(whole([Strip([Segment("退款 aaa   ")])] * HEIGHT), CONSOLE)
    codes = canvas.paint(whole([Strip([Segment("退款 aba   ")])] * HEIGHT), CONSOLE)
    assert codes == "".join(f"\x1b[{y};7Hb" for y in range(1, HEIGHT + 1))


def test_what_was_forgotten_is_sent_again() -> None:
    canvas, frame = Canvas(), [Strip([Segment("abc")])] * HEIGHT
    first = canvas.paint(whole(frame), CONSOLE)
    canvas.forget()
    assert canvas.paint(whole(frame), CONSOLE) == first


@pytest.mark.parametrize("text", ["退款", "a退b款", "e\u0301e"])
def test_half_a_wide_character_is_never_sent(text: str) -> None:
    canvas = Canvas()
    canvas.paint(whole([Strip([Segment("x" * WIDTH)])] * HEIGHT), CONSOLE)
    codes = canvas.paint(whole([Strip([Segment(text)])] * HEIGHT), CONSOLE)
    assert codes.count(text) == HEIGHT
    assert cell_len(text) in (2, 4, 6)


def _as_textual(update: LayoutUpdate | ChopsUpdate, console: Console) -> str:
    """The codes Textual itself sends."""
    return update.render_segments(console).replace("\n", "")
