"""The fields of a ticket in one form: changed together, saved and undone as one act."""

from __future__ import annotations

from tests.console.driving import console, press, shown, toasts, type_in
from tests.desks import Shop
from tuiticket.engine.commands.undo import Undo
from tuiticket.engine.model.ticket import Kind, Priority, Severity
from tuiticket.screens.dialogs.confirm import Confirm
from tuiticket.screens.dialogs.fields import Fields
from tuiticket.screens.ticket import TicketScreen


async def test_all_fields_are_changed_by_one_act(shop: Shop) -> None:
    number = shop.open("Parcel late", tags=("old",))
    before = len(shop.dossier(number).events)
    async with console(shop) as sitting:
        await press(sitting, "enter", "h")
        assert isinstance(sitting.app.screen, Fields)
        await type_in(sitting, " again")
        await press(sitting, "tab", "right", "tab", "enter")
        await type_in(sitting, "delay")
        await press(sitting, "enter", "tab", "left", "tab", "left", "tab", "right", "tab")
        await type_in(sitting, "88213")
        await press(sitting, "tab")
        await type_in(sitting, " vip")
        await press(sitting, "ctrl+s")
        assert isinstance(sitting.app.screen, TicketScreen)
        assert "Fields saved" in toasts(sitting)[-1]
        assert "Parcel late again" in shown(sitting)
    ticket = shop.ticket(number)
    assert (ticket.subject, ticket.kind) == ("Parcel late again", Kind.ENQUIRY)
    assert (ticket.priority, ticket.severity) == (Priority.HIGH, Severity.MAJOR)
    assert (ticket.language, ticket.order_number) == ("zh", "88213")
    assert ticket.tags == ("old", "vip")
    assert ticket.category_id is not None
    events = shop.dossier(number).events[before:]
    assert len({event.act for event in events}) == 1
    shop.do(Undo())
    assert shop.ticket(number).subject == "Parcel late"
    assert shop.ticket(number).language == "en"


async def test_nothing_changed_is_nothing_done(shop: Shop) -> None:
    number = shop.open()
    before = len(shop.dossier(number).events)
    async with console(shop) as sitting:
        await press(sitting, "enter", "h", "ctrl+s")
        assert isinstance(sitting.app.screen, TicketScreen)
        await press(sitting, "h", "escape")
        assert isinstance(sitting.app.screen, TicketScreen)
    assert len(shop.dossier(number).events) == before


async def test_what_is_refused_stays_to_be_mended(shop: Shop) -> None:
    number = shop.open("x")
    async with console(shop) as sitting:
        await press(sitting, "enter", "h", "backspace", "tab", "ctrl+s")
        assert toasts(sitting)[-1] == "The subject is empty. Give it some words."
        assert isinstance(sitting.app.screen, Fields)
        await type_in(sitting, "Better")
        await press(sitting, "ctrl+s")
    assert shop.ticket(number).subject == "Better"


async def test_changes_are_not_thrown_away_unasked(shop: Shop) -> None:
    number = shop.open("Parcel late")
    async with console(shop) as sitting:
        await press(sitting, "enter", "h", "!", "escape")
        assert isinstance(sitting.app.screen, Confirm)
        await press(sitting, "escape")
        assert isinstance(sitting.app.screen, Fields)
        await press(sitting, "escape", "y")
        assert isinstance(sitting.app.screen, TicketScreen)
    assert shop.ticket(number).subject == "Parcel late"
