"""Who else is at a ticket: seen at once, typing included, gone when they go."""

from __future__ import annotations

from tests.console.driving import console, press, rows, second, type_in
from tests.desks import Shop
from tuiticket.engine.model.presence import Doing, Present


async def test_two_at_one_ticket_see_each_other(shop: Shop) -> None:
    shop.open()
    async with console(shop) as alice, console(shop, "bo") as bo:
        await press(alice, "enter")
        assert "here too" not in rows(alice)[1]
        await press(bo, "9", "enter")
        assert "● Alice is here too" in rows(bo)[1]
        await second(alice)
        assert "● Bo is here too" in rows(alice)[1]
        await press(bo, "escape")
        await second(bo)
        await second(alice)
        assert "here too" not in rows(alice)[1]


async def test_who_types_is_seen_to_type_until_the_hands_rest(shop: Shop) -> None:
    shop.open()
    async with console(shop) as alice, console(shop, "bo") as bo:
        await press(bo, "9", "r")
        await press(alice, "r")
        assert "● Bo is here too" in rows(alice)[0]
        await type_in(bo, "D")
        await second(alice)
        assert "● Bo is typing" in rows(alice)[0]
        shop.clock.advance(seconds=9)
        await second(bo)
        await second(alice)
        assert "● Bo is here too" in rows(alice)[0]


async def test_a_console_that_ends_leaves_nobody_behind(shop: Shop) -> None:
    number = shop.open()
    async with console(shop) as sitting:
        await press(sitting, "enter")
        here = shop.desk.presence.at([number], shop.clock.now)
        assert here == (Present("alice", number, Doing.LOOKING),)
    assert shop.desk.presence.at([number], shop.clock.now) == ()


async def test_signs_of_life_wake_nobody_who_follows_the_desk(shop: Shop) -> None:
    shop.open()
    async with console(shop) as sitting:
        await press(sitting, "enter")
        before = shop.desk.data_version()
        for _ in range(3):
            shop.clock.advance(seconds=6)
            await second(sitting)
        assert shop.desk.data_version() == before


async def test_one_moves_on_from_ticket_to_ticket(shop: Shop) -> None:
    first, last = shop.open("The first"), shop.open("The last")
    async with console(shop) as sitting:
        await press(sitting, "enter", "J")
        here = shop.desk.presence.at([first, last], shop.clock.now)
        assert len(here) == 1
        assert f"#{here[0].ticket}" in rows(sitting)[0]
