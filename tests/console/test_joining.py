"""Merging and splitting by keys."""

from __future__ import annotations

import pytest

from tests.console.driving import console, press, shown, toasts, type_in
from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.conversation import Receive
from tuiticket.engine.model.ticket import State
from tuiticket.screens.queue import QueueScreen
from tuiticket.screens.ticket import TicketScreen


@pytest.mark.parametrize("opened", [False, True], ids=["in the queue", "with it open"])
async def test_a_ticket_is_merged_into_another_of_the_customer(shop: Shop, opened: bool) -> None:
    into, number = shop.open("Parcel late"), shop.open("Where is it?")
    shop.open("Something else", contact="li@example.cn")
    async with console(shop) as sitting:
        await press(sitting, "7", "o", "2", *(["enter"] if opened else []))
        screen = sitting.app.screen
        here = screen.current().id  # type: ignore[attr-defined]
        other = into if here == number else number
        await press(sitting, "m")
        assert f"#{other} " in shown(sitting)
        assert "Something else" not in shown(sitting).split("Merge into")[1]
        await press(sitting, "enter")
        assert f"→ #{other} " in shown(sitting)
        assert shop.ticket(here).state is State.NEW, "not before it is confirmed"
        await press(sitting, "y")
        assert toasts(sitting)[-1] == f"Merged · #{other} · u undoes"
        if opened:
            assert isinstance(sitting.app.screen, TicketScreen)
            assert sitting.app.screen.number == other
        assert (shop.ticket(here).state, shop.ticket(here).merged_into) == (State.CLOSED, other)
        await press(sitting, "u")
    assert (shop.ticket(here).state, shop.ticket(here).merged_into) == (State.NEW, None)


async def test_any_ticket_is_chosen_by_its_number(shop: Shop) -> None:
    number = shop.open("Parcel late")
    into = shop.open("The same, by his wife", contact="li@example.cn")
    async with console(shop, login="lena") as sitting:
        await press(sitting, "7", "slash")
        await type_in(sitting, f"number:{number}")
        await press(sitting, "enter", "m")
        assert "Type the number of the ticket." in shown(sitting)
        await type_in(sitting, f"#{into}")
        await press(sitting, "enter")
        assert f"→ #{into} The same, by his wife" in shown(sitting)
        await press(sitting, "escape")
        assert shop.ticket(number).merged_into is None
        await press(sitting, "m")
        await type_in(sitting, "99999")
        await press(sitting, "enter")
        assert "There is no ticket 99999." in toasts(sitting)[-1]
        await press(sitting, "m")
        await type_in(sitting, str(number))
        await press(sitting, "enter", "y")
        assert "cannot be merged into itself" in toasts(sitting)[-1]


@pytest.mark.parametrize("opened", [False, True], ids=["in the queue", "with it open"])
async def test_a_message_is_split_off(shop: Shop, opened: bool) -> None:
    number = shop.open("Parcel late")
    shop.desk.do(Receive(ticket=number, body="And the lamp\nis broken"), by=ADMIN)
    async with console(shop) as sitting:
        await press(sitting, "7", *(["enter"] if opened else []), "M")
        if not opened:  # in the ticket the message under the cursor is meant, the last one at first
            assert "● And the lamp is broken" in shown(sitting), "the last one first"
            await press(sitting, "enter")
        assert "What is the new ticket about?" in shown(sitting)
        await type_in(sitting, "Broken lamp")
        await press(sitting, "enter")
        (new,) = [one.id for one in shop.dossier(number).others]
        assert toasts(sitting)[-1] == f"Split off #{number} as #{new}"
        assert isinstance(sitting.app.screen, TicketScreen if opened else QueueScreen)
    assert shop.ticket(new).subject == "Broken lamp"
    assert [said.body for said in shop.dossier(new).messages] == ["And the lamp\nis broken"]


async def test_the_only_message_stays(shop: Shop) -> None:
    number = shop.open("Parcel late")
    async with console(shop) as sitting:
        await press(sitting, "7", "M")
        assert f"It is all the customer said on ticket {number}." in toasts(sitting)[-1]
