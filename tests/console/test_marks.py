"""Marking tickets in the queue, and doing something to all of them."""

from __future__ import annotations

import pytest

from tests.console.driving import console, press, queue, rows, second, settled, shown, toasts
from tests.desks import Shop
from tuiticket.engine.commands.assignment import Take
from tuiticket.engine.commands.conversation import Receive
from tuiticket.engine.commands.life import Move
from tuiticket.engine.model.ticket import Priority, State
from tuiticket.screens.queue import QueueScreen
from tuiticket.widgets.marks import MOST, Marks


@pytest.fixture
def parcels(shop: Shop) -> list[int]:
    """Six tickets of one team, in the order of the queue."""
    return [shop.open(f"Parcel {n}", by="chen", team="logistics") for n in range(6)]


async def test_space_marks_and_moves_on(shop: Shop, parcels: list[int]) -> None:
    async with console(shop, "chen") as sitting:
        await press(sitting, "space", "j", "space")
        table = queue(sitting).table
        assert table.marked == [parcels[0], parcels[2]]
        assert table.number == parcels[3]
        assert "2 marked of 6 tickets" in rows(sitting)[1]
        signs = ["✓" in row for row in rows(sitting)[3:9]]
        assert signs == [True, False, True, False, False, False]
        await press(sitting, "k", "space")
        assert table.marked == [parcels[0]]


async def test_all_marked_are_changed_by_one_act_and_one_undo(
    shop: Shop, parcels: list[int]
) -> None:
    async with console(shop, "chen") as sitting:
        await press(sitting, "space", "space", "G", "x")
        states = [shop.ticket(number).state for number in parcels]
        assert states == [State.SOLVED] * 2 + [State.NEW] * 4
        assert toasts(sitting)[-1] == "Solved · 2 tickets · u undoes"
        await press(sitting, "u")
        assert {shop.ticket(number).state for number in parcels} == {State.NEW}


async def test_a_range_goes_from_where_it_began_to_the_cursor(
    shop: Shop, parcels: list[int]
) -> None:
    async with console(shop, "chen") as sitting:
        await press(sitting, "j", "V", "j", "j", "j", "k")
        assert queue(sitting).table.marked == parcels[1:4]
        await press(sitting, "V", "G", "space")
        assert queue(sitting).table.marked == [*parcels[1:4], parcels[5]]


async def test_a_range_is_drawn_upwards_too_and_forgotten_by_escape(
    shop: Shop, parcels: list[int]
) -> None:
    async with console(shop, "chen") as sitting:
        await press(sitting, "space", "G", "V", "k", "k")
        assert queue(sitting).table.marked == [parcels[0], *parcels[3:]]
        await press(sitting, "escape")
        assert queue(sitting).table.marked == [parcels[0]]
        await press(sitting, "escape")
        assert queue(sitting).table.marked == []
        assert "marked" not in rows(sitting)[1]


async def test_an_act_may_be_done_to_a_range_while_it_is_drawn(
    shop: Shop, parcels: list[int]
) -> None:
    async with console(shop, "chen") as sitting:
        await press(sitting, "V", "j", "!", "1")
    priorities = [shop.ticket(number).priority for number in parcels]
    assert priorities == [Priority.URGENT] * 2 + [Priority.NORMAL] * 4


async def test_all_of_the_filter_are_marked_and_again_none(shop: Shop, parcels: list[int]) -> None:
    shop.open("Something else", body="A lamp", by="chen", team="logistics")
    async with console(shop, "chen") as sitting:
        await press(sitting, "/", *"Parcel", "enter", "asterisk")
        assert queue(sitting).table.marked == parcels
        await press(sitting, "asterisk")
        assert queue(sitting).table.marked == []


async def test_tickets_never_seen_are_changed_with_the_rest(shop: Shop) -> None:
    numbers = [shop.open(f"Parcel {n}", by="chen", team="logistics") for n in range(60)]
    async with console(shop, "chen", size=(80, 12)) as sitting:
        await sitting.press("asterisk", "a", "y")
        await settled(sitting)
        assert toasts(sitting)[-1] == "Taken · 60 tickets · u undoes"
        assert isinstance(sitting.app.screen, QueueScreen)
    assert {shop.dossier(number).ticket.owner_id for number in numbers} == {3}


async def test_marks_outlive_a_refresh_and_fall_with_tickets_that_left(
    shop: Shop, parcels: list[int]
) -> None:
    async with console(shop, "chen") as sitting:
        await press(sitting, "space", "space", "space")
        shop.do(Move(ticket=parcels[1], to=State.SOLVED), by="dora")
        await second(sitting)
        assert queue(sitting).table.marked == [parcels[0], parcels[2]]
        assert "2 marked of 5 tickets" in rows(sitting)[1]
        await press(sitting, "1")
        assert queue(sitting).table.marked == []


async def test_two_acts_follow_one_another_on_the_same_marks(
    shop: Shop, parcels: list[int]
) -> None:
    async with console(shop, "chen") as sitting:
        await press(sitting, "space", "space", "!", "1", "x")
    states = [shop.ticket(number).state for number in parcels]
    assert states == [State.SOLVED] * 2 + [State.NEW] * 4


async def test_what_the_customer_wrote_on_meanwhile_is_left_out(
    shop: Shop, parcels: list[int]
) -> None:
    async with console(shop, "chen") as sitting:
        await press(sitting, "space", "space", "s")
        shop.do(Receive(ticket=parcels[0], body="One more thing"), by="bo")
        await press(sitting, *"solv", "enter")
        assert toasts(sitting)[-1] == (
            "State changed · 1 ticket · 1 left out: "
            f"Ticket {parcels[0]} was changed meanwhile. · u undoes"
        )
    assert shop.ticket(parcels[0]).state is State.NEW


async def test_what_belongs_to_others_is_left_out(shop: Shop, parcels: list[int]) -> None:
    shop.do(Take(ticket=parcels[1]), by="dora")
    async with console(shop, "chen") as sitting:
        await press(sitting, "asterisk", "a")
        assert "5 tickets · 1 left out" in toasts(sitting)[-1]


async def test_a_range_never_spreads_over_lines_nobody_drew_it_over(
    shop: Shop, parcels: list[int]
) -> None:
    async with console(shop, "chen") as sitting:
        await press(sitting, "V", "j")
        new = shop.open("It burns", by="dora", team="logistics", priority=Priority.URGENT)
        await second(sitting)
        assert queue(sitting).table.numbers[0] == new
        assert queue(sitting).table.marked == parcels[:2]
        await press(sitting, "j")
        assert queue(sitting).table.marked == parcels[:3]
        assert "It burns" in shown(sitting)


def test_no_more_than_so_many_are_marked_at_once() -> None:
    marks, numbers = Marks(), range(1, 5 * MOST)
    marks.add(numbers[:10])
    marks.begin(numbers, 100)
    marks.follow(numbers, 100 + 2 * MOST)
    assert len(marks) == MOST
    marks.follow(numbers, 103)
    assert marks.numbers == [*range(1, 11), *range(101, 105)]
    marks.end()
    marks.add(numbers)
    assert len(marks) == MOST
