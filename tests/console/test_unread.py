"""What is unread is seen in the queue, found by key, and read by opening it."""

from __future__ import annotations

import pytest

from tests.console.driving import console, press, queue, rows, second, toasts
from tests.desks import Shop
from tuiticket.engine.commands.assignment import Take
from tuiticket.engine.commands.conversation import Receive
from tuiticket.engine.commands.watching import SeeTicket


@pytest.fixture
def mine(shop: Shop) -> list[int]:
    """Five tickets of chen, all read to their end."""
    numbers = [shop.open(f"Parcel {n}", by="chen", team="logistics") for n in range(5)]
    shop.do(*(Take(ticket=number) for number in numbers), by="chen")
    shop.do(*(SeeTicket(ticket=number) for number in numbers), by="chen")
    return numbers


def write(shop: Shop, *numbers: int) -> None:
    """Let the customer write on these tickets."""
    for number in numbers:
        shop.do(Receive(ticket=number, body="And now?"), by="dora")


async def test_a_sign_stands_before_what_is_unread(shop: Shop, mine: list[int]) -> None:
    write(shop, mine[1])
    async with console(shop, "chen") as sitting:
        signs = [row.split("Parcel")[0][-1] for row in rows(sitting) if "Parcel" in row]
        assert signs.count("●") == 1
        assert any("●Parcel 1" in row for row in rows(sitting))
        write(shop, mine[3])
        await second(sitting)
        assert any("●Parcel 3" in row for row in rows(sitting))


async def test_keys_go_round_what_is_unread_either_way(shop: Shop, mine: list[int]) -> None:
    write(shop, mine[1], mine[3])
    async with console(shop, "chen") as sitting:
        table = queue(sitting).table
        unread = [n for n in table.numbers if n in (mine[1], mine[3])]
        await press(sitting, "g", "n")
        first = table.number
        await press(sitting, "n")
        assert {first, table.number} == set(unread)
        await press(sitting, "n")
        assert table.number == first
        await press(sitting, "N")
        assert table.number != first
        assert table.number in unread


async def test_opening_a_ticket_is_reading_it(shop: Shop, mine: list[int]) -> None:
    write(shop, mine[1])
    async with console(shop, "chen") as sitting:
        await press(sitting, "n", "enter")
        write(shop, mine[1])
        await second(sitting)
        await press(sitting, "q")
        assert not any("●Parcel" in row for row in rows(sitting))
        await press(sitting, "n")
        assert toasts(sitting)[-1] == "Nothing is unread here."
