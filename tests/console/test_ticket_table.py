"""The list of tickets as a widget: a million lines, few bytes, a cursor that keeps its ticket."""

from __future__ import annotations

from array import array
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot

from tests.test_queue_columns import LINE, NOW
from tuiticket.engine.model.queue import QueueLine
from tuiticket.queue_columns import Reader
from tuiticket.theme import DARK
from tuiticket.widgets.ticket_table import TicketTable

HEIGHT = 20


class Watched(TicketTable):
    """A table that notes which parts of it are painted again."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[Region] = []

    def refresh(self, *regions: Region, **options: bool) -> Watched:
        self.painted += regions or [Region(0, 0, *self.size)]
        super().refresh(*regions, **options)
        return self


class Holder(App[None]):
    """Nothing but a table, which is told the lines it asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name
        self.wanted: list[tuple[int, ...]] = []
        self.moved: list[int | None] = []
        self.opened: list[int] = []

    def compose(self) -> ComposeResult:
        yield Watched()

    def on_ticket_table_wanted(self, event: TicketTable.Wanted) -> None:
        self.wanted.append(event.numbers)
        self.query_one(Watched).supply(lines(event.numbers))

    def on_ticket_table_moved(self, event: TicketTable.Moved) -> None:
        self.moved.append(event.number)

    def on_ticket_table_opened(self, event: TicketTable.Opened) -> None:
        self.opened.append(event.number)


def lines(numbers: Sequence[int], **fields: object) -> list[QueueLine]:
    return [
        replace(LINE, id=number, subject=f"Ticket {number}", **fields)  # type: ignore[arg-type]
        for number in numbers
    ]


@asynccontextmanager
async def holding(numbers: Sequence[int]) -> AsyncIterator[tuple[Pilot[None], Holder, Watched]]:
    """The table at 100 × HEIGHT with these tickets, the cursor on the first."""
    app = Holder()
    async with app.run_test(size=(100, HEIGHT)) as pilot:
        table = app.query_one(Watched)
        table.tell_time(Reader(NOW))
        table.show(numbers, [], 0, anew=True)
        await pilot.pause()
        table.painted.clear()
        yield pilot, app, table


def text(table: TicketTable) -> list[str]:
    return [table.render_line(y).text.rstrip() for y in range(table.size.height)]


def lit(table: TicketTable) -> list[int]:
    return [y for y, row in enumerate(text(table)) if row.startswith("▌")]


async def test_a_million_tickets_cost_only_the_lines_in_sight() -> None:
    async with holding(array("q", range(1_000_000))) as (pilot, app, table):
        assert sum(map(len, app.wanted)) <= 3 * HEIGHT
        table.go(999_999)
        await pilot.pause()
        assert table.number == 999_999
        assert "Ticket 999999" in text(table)[lit(table)[0]]
        assert sum(map(len, app.wanted)) <= 6 * HEIGHT


async def test_a_step_paints_two_lines_up_to_the_end_of_the_subject() -> None:
    async with holding(range(100)) as (_pilot, _app, table):
        table.move(1)
        assert [region.y for region in table.painted] == [0, 1]
        end = text(table)[1].index("王芳")
        assert {region.width for region in table.painted} <= set(range(end + 2))
        assert lit(table) == [1]


async def test_at_the_edge_the_view_jumps_half_a_page() -> None:
    async with holding(range(100)) as (pilot, _app, table):
        table.go(HEIGHT - 1)
        assert table.scroll_offset.y == 0
        table.move(1)
        await pilot.pause()
        assert table.scroll_offset.y == HEIGHT // 2
        assert lit(table) == [HEIGHT // 2]
        table.go(0)
        await pilot.pause()
        assert table.scroll_offset.y == 0


async def test_the_cursor_stops_at_both_ends() -> None:
    async with holding(range(3)) as (_pilot, _app, table):
        table.move(-1)
        assert table.cursor == 0
        table.move(10)
        assert table.cursor == 2
        table.page(1)
        assert table.number == 2


async def test_a_second_paints_only_clocks_that_read_differently() -> None:
    async with holding(range(100)) as (pilot, _app, table):
        hours = replace(LINE, id=1, next_due_at=NOW + timedelta(hours=5, seconds=30))
        rests = replace(LINE, id=2, next_due_at=None, paused_left_s=4_000)
        table.supply([hours, rests])
        await pilot.pause()
        text(table)
        table.painted.clear()
        table.tell_time(Reader(NOW + timedelta(seconds=1)))
        assert [region.y for region in table.painted] == [0, *range(3, HEIGHT)]
        assert {region.width for region in table.painted} == {11}


async def test_once_a_minute_all_is_painted_for_the_ages() -> None:
    async with holding(range(100)) as (_pilot, _app, table):
        table.tell_time(Reader(NOW + timedelta(minutes=1)))
        assert table.painted == [Region(0, 0, *table.size)]


async def test_what_changed_elsewhere_paints_only_its_line() -> None:
    async with holding(range(100)) as (_pilot, _app, table):
        text(table)
        table.supply(lines([5], owner="dora"))
        assert [region.y for region in table.painted] == [5]


async def test_the_cursor_keeps_its_line_on_the_screen_when_others_come_and_go() -> None:
    async with holding(range(100)) as (pilot, app, table):
        table.go(50)
        await pilot.pause()
        before, moves = lit(table), list(app.moved)
        table.show([1_000, 1_001, *range(100)], lines(range(30, 90)), 52, anew=False)
        await pilot.pause()
        assert (table.number, lit(table), app.moved) == (50, before, moves)


async def test_a_ticket_new_at_the_top_is_seen_by_who_looks_at_the_top() -> None:
    async with holding(range(100)) as (pilot, _app, table):
        table.move(3)
        table.show([1_000, *range(100)], lines([1_000, *range(40)]), 4, anew=False)
        await pilot.pause()
        assert "Ticket 1000" in text(table)[0]
        assert (table.number, lit(table)) == (3, [4])


@pytest.mark.parametrize("width", [60, 170])
async def test_a_resized_terminal_is_filled_to_its_edge(width: int) -> None:
    async with holding(range(100)) as (pilot, app, table):
        table.go(70)
        await pilot.resize_terminal(width, HEIGHT - 5)
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        assert {strip.cell_length for strip in strips} == {width}
        assert sum(strip.text.startswith("▌") for strip in strips) == 1
        assert all(strip.text[-2] in "m " for strip in strips)


async def test_an_empty_list_shows_words() -> None:
    async with holding(range(10)) as (_pilot, _app, table):
        table.say("Nothing here.", "", "] shows the next view.")
        assert "   Nothing here." in text(table)
        assert (table.number, table.line) == (None, None)


async def test_the_right_edge_shows_which_part_is_in_sight() -> None:
    async with holding(range(100)) as (pilot, _app, table):
        assert [y for y, row in enumerate(text(table)) if row.endswith("▐")] == [0, 1, 2, 3]
        table.go(99)
        await pilot.pause()
        assert text(table)[-1].endswith("▐")
        assert not text(table)[0].endswith("▐")


@pytest.mark.parametrize(
    "subject",
    ["[red]x[/red] \x1b[31m", "a\x00b\nc", "𠜎" * 400, "e" + "\u0301" * 50],
)
async def test_no_subject_breaks_the_line(subject: str) -> None:
    async with holding(range(3)) as (_pilot, _app, table):
        table.supply([replace(LINE, id=1, subject=subject)])
        strip = table.render_line(1)
        assert strip.cell_length == table.size.width
        assert all(ord(char) >= 32 for char in strip.text)


async def test_a_click_moves_and_a_double_click_opens() -> None:
    async with holding(range(10)) as (pilot, app, table):
        await pilot.click(TicketTable, offset=(30, 4))
        assert table.number == 4
        await pilot.click(TicketTable, offset=(30, 4), times=2)
        assert app.opened == [4]
        await pilot.click(TicketTable, offset=(30, 15))
        assert table.number == 4
