"""A list to choose from: its cursor, by keys and by mouse, and what it says when it is empty."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tuiticket.theme import DARK
from tuiticket.widgets.choice_list import Choice, ChoiceList
from tuiticket.widgets.page import Piece


class Listing(App[None]):
    """A list of numbers and what was chosen from it."""

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name
        self.chosen: list[int | None] = []

    def compose(self) -> ComposeResult:
        """The list."""
        yield ChoiceList[int]("nothing here")

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """Remember it."""
        self.chosen.append(message.source.value)


@asynccontextmanager
async def listing(
    count: int,
) -> AsyncIterator[tuple[Pilot[None], ChoiceList[int], list[int | None]]]:
    """A focused list of `count` numbers, ten of them in sight."""
    app = Listing()
    async with app.run_test(size=(20, 10)) as pilot:
        one = app.query_one(ChoiceList)
        one.show(numbers(range(count)))
        one.focus()
        await pilot.pause()
        yield pilot, one, app.chosen


def numbers(values: range) -> list[Choice[int]]:
    """Choices for some numbers."""
    return [Choice(value, (Piece(f"number {value}"),), Piece("right")) for value in values]


async def test_keys_move_the_cursor_as_far_as_it_goes() -> None:
    async with listing(30) as (pilot, one, chosen):
        for keys, value in (
            (("up",), 0),
            (("down", "down"), 2),
            (("pagedown",), 11),
            (("end", "down"), 29),
            (("pageup",), 20),
            (("home",), 0),
        ):
            await pilot.press(*keys)
            assert one.value == value
        await pilot.press("down", "enter")
        assert chosen == [1]


async def test_the_cursor_stays_in_sight_and_jumps_half_a_page() -> None:
    async with listing(30) as (pilot, one, _chosen):
        await pilot.press(*["down"] * 9)
        assert one.scroll_offset.y == 0
        await pilot.press("down")
        assert one.scroll_offset.y == 5
        await pilot.press("down")
        assert one.scroll_offset.y == 5


async def test_a_click_moves_the_cursor_and_a_second_one_chooses() -> None:
    async with listing(5) as (pilot, one, chosen):
        await pilot.click(ChoiceList, offset=(2, 3))
        assert one.value == 3
        assert chosen == []
        await pilot.click(ChoiceList, offset=(2, 3))
        assert chosen == [3]
        await pilot.click(ChoiceList, offset=(2, 8))
        assert one.value == 3


async def test_other_choices_keep_the_cursor_where_they_can() -> None:
    async with listing(9) as (pilot, one, _chosen):
        await pilot.press(*["down"] * 4)
        one.show(numbers(range(3, 7)))
        assert one.value == 4
        one.show(numbers(range(7, 9)))
        assert one.value == 7
        one.show(numbers(range(9)), at=8)
        assert one.value == 8


async def test_an_empty_list_says_so_and_gives_nothing() -> None:
    async with listing(0) as (pilot, one, chosen):
        assert [row.text for row in one.lines] == ["nothing here"]
        await pilot.press("down", "enter")
        await pilot.click(ChoiceList, offset=(1, 0))
        assert one.value is None
        assert chosen == []


async def test_left_is_cut_and_right_is_kept() -> None:
    async with listing(0) as (_pilot, one, _chosen):
        wide = Choice(1, (Piece("退款三天没到账，再不处理"),), Piece("right"))
        one.show([wide])
        row = one.lines[0].text
        assert row.endswith("… right")
        assert row.startswith("退款三天")
