"""A matter that is told already: warned of while typing, merged or kept apart by one key."""

from __future__ import annotations

from tests.console.driving import console, press, rows, shown, toasts
from tests.console.test_contact_form import fill, newest
from tests.desks import Shop
from tuiticket.screens.call import CallScreen
from tuiticket.screens.new_ticket import NewTicketScreen
from tuiticket.screens.queue import QueueScreen
from tuiticket.screens.ticket import TicketScreen

BODY = "The shade of my walnut lamp arrived cracked, one screw was missing."


def cracked(shop: Shop, subject: str = "Lamp cracked") -> int:
    """A ticket about a cracked lamp."""
    return shop.open(subject, body=BODY)


async def test_a_new_ticket_goes_under_the_one_it_repeats(shop: Shop) -> None:
    first = cracked(shop)
    async with console(shop) as sitting:
        await press(sitting, "+")
        await fill(sitting, contact="wang@example.cn", subject="Lamp", body="cracked shade, screw")
        assert f"looks like #{first} (new, now): same customer, 4 rare words" in shown(sitting)
        await press(sitting, "ctrl+s")
        assert f"put it under #{first}" in shown(sitting)
        await press(sitting, "2")
        assert isinstance(sitting.app.screen, TicketScreen), "first a look at it"
        await press(sitting, "escape")
        assert isinstance(sitting.app.screen, NewTicketScreen), "nothing typed is lost"
        await press(sitting, "ctrl+s", "1")
        assert isinstance(sitting.app.screen, QueueScreen)
        assert toasts(sitting)[-1].startswith(f"Merged · #{first}")
    assert newest(shop).merged_into == first
    assert [m.body for m in shop.dossier(first).messages] == [BODY, "cracked shade, screw"]


async def test_a_call_is_a_matter_of_its_own_if_one_says_so(shop: Shop) -> None:
    first = cracked(shop)
    async with console(shop) as sitting:
        await press(sitting, "C")
        await fill(sitting, contact="wang@example.cn", subject="Lamp cracked, screw missing")
        assert f"looks like #{first}" in shown(sitting)
        form = sitting.app.screen
        assert isinstance(form, CallScreen)
        await press(sitting, "ctrl+s", "3")
        assert isinstance(sitting.app.screen, QueueScreen)
    second = newest(shop)
    assert second.id != first
    assert second.active
    assert shop.dossier(second.id).doubles == ()


async def test_an_open_ticket_shows_its_double_and_one_key_answers(shop: Shop) -> None:
    first = cracked(shop)
    second = cracked(shop, "Hello? Lamp!")
    async with console(shop, size=(160, 48)) as sitting:
        await press(sitting, "7", "G", "enter")
        screen = sitting.app.screen
        assert isinstance(screen, TicketScreen)
        if screen.number != second:
            await press(sitting, "K")
        assert screen.number == second
        assert "Duplicate?" in shown(sitting)
        assert f"duplicate of #{first}?" in rows(sitting)[1]
        assert rows(sitting)[-1].startswith(" & duplicate?")
        await press(sitting, "E")
        assert "walnut" in shown(sitting)
        await press(sitting, "escape", "&", "3")
        assert "Duplicate?" not in shown(sitting)
        assert shop.dossier(second).doubles == ()
        await press(sitting, "u")
        assert shop.dossier(second).doubles != ()
        await press(sitting, "&", "1")
        assert screen.number == first, "on with the ticket that took it up"
        await press(sitting, "&")
        assert f"Ticket {first} is taken for no duplicate." in toasts(sitting)[-1]
    assert shop.ticket(second).merged_into == first
