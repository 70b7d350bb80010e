"""A page of plain text: safe, marked with the mouse, painted again only where it changed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.selection import Selection

from tuiticket.theme import DARK
from tuiticket.widgets.page import NOTHING, Line, Page, Piece, aside, line
from tuiticket.widgets.wrapping import wrap


class Reader(Page):
    """Shows a text."""

    words = "one\ntwo\nthree"

    def compose_lines(self, width: int) -> Iterator[Line]:
        """The text, broken to the width."""
        return (line(Piece(row, "strong"), target=row) for row in wrap(self.words, width))


class Reading(App[None]):
    """A page alone."""

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name

    def compose(self) -> ComposeResult:
        """The page."""
        yield Reader()


@asynccontextmanager
async def reading(words: str) -> AsyncIterator[tuple[Pilot[None], Reader]]:
    """A page of these words, 20 cells wide and 5 high."""
    app = Reading()
    async with app.run_test(size=(20, 5)) as pilot:
        page = app.query_one(Reader)
        page.words = words
        page.renew()
        await pilot.pause()
        yield pilot, page


def drawn(page: Reader) -> list[str]:
    """What its lines look like."""
    return [page.render_line(y).text.rstrip() for y in range(page.size.height)]


async def test_it_is_broken_anew_when_the_width_changes() -> None:
    async with reading("a line of some words") as (pilot, page):
        assert drawn(page)[:2] == ["a line of some", "words"]
        await pilot.resize_terminal(40, 5)
        assert drawn(page)[:2] == ["a line of some words", ""]


async def test_control_characters_and_markup_stay_text_or_go() -> None:
    async with reading("[b]x[/b] \x1b[31mred\x07 \u202eback\u202c a\tb") as (_pilot, page):
        text = " ".join(" ".join(drawn(page)).split())
        assert text == "[b]x[/b] red back a b"


async def test_long_pages_scroll() -> None:
    async with reading("\n".join(str(n) for n in range(50))) as (pilot, page):
        page.focus()
        await pilot.press("pagedown")
        assert drawn(page)[0] == "5"
        await pilot.press("end")
        assert drawn(page)[-1] == "49"
        page.words = "short"
        page.renew()
        await pilot.pause()
        assert drawn(page)[0] == "short"


async def test_marked_text_can_be_copied() -> None:
    async with reading("first line\n退款 到账\nlast") as (_pilot, page):
        chosen = page.get_selection(Selection(Offset(6, 0), Offset(2, 1)))
        assert chosen == ("line\n退款", "\n")


@pytest.mark.parametrize(
    ("width", "text"),
    [(20, "退款三天没到账 14:20"), (16, "退款三天…  14:20"), (8, "…  14:20"), (5, "退款…")],
)
def test_what_stands_right_is_kept(width: int, text: str) -> None:
    row = aside((Piece("退款三天没到账"),), Piece("14:20"), width)
    assert row.text.rstrip() == text.rstrip()


def test_a_piece_that_would_say_nothing_leaves_no_gap() -> None:
    row = aside((Piece("left words"), Piece(" · further")), Piece("14:20"), 19)
    assert row.text == "left words    14:20"


def test_nothing_aside_leaves_the_line_alone() -> None:
    assert aside((Piece("left"),), NOTHING, 10).text == "left      "
