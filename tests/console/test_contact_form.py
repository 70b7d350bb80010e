"""Recording calls and opening tickets by hand: known callers, measured time, nothing lost."""

from __future__ import annotations

import pytest

from tests.console.driving import Sitting, console, press, rows, second, shown, toasts, type_in
from tests.desks import Shop
from tuiticket.engine.model.message import Direction
from tuiticket.engine.model.ticket import Channel, Kind, Priority, State, Ticket
from tuiticket.screens.call import CallScreen
from tuiticket.screens.contact_form import ContactForm
from tuiticket.screens.new_ticket import NewTicketScreen
from tuiticket.screens.queue import QueueScreen


def newest(shop: Shop) -> Ticket:
    """The ticket opened last."""
    with shop.desk.reading() as reading:
        return reading.find(Ticket)[-1]


async def fill(sitting: Sitting, **fields: str) -> None:
    """Fill in the fields of the form in front, by name."""
    form = sitting.app.screen
    assert isinstance(form, ContactForm)
    for name, text in fields.items():
        getattr(form, name).focus()
        await type_in(sitting, text)


async def test_a_call_answered_on_the_spot_is_on_record_and_solved(shop: Shop) -> None:
    async with console(shop) as sitting:
        await press(sitting, "C")
        assert isinstance(sitting.app.screen, CallScreen)
        await type_in(sitting, "13800138000")
        await press(sitting, "enter", "enter")
        await type_in(sitting, "Opening hours")
        await press(sitting, "enter", "enter")
        await type_in(sitting, "Nine to six")
        shop.clock.advance(seconds=95)
        await second(sitting)
        assert "0:01:35" in rows(sitting)[0]
        await press(sitting, "ctrl+s")
        assert isinstance(sitting.app.screen, QueueScreen)
        number = newest(shop).id
        assert toasts(sitting)[-1] == f"Recorded and solved · #{number}"
    dossier = shop.dossier(number)
    assert dossier.ticket.state is State.SOLVED
    assert dossier.ticket.channel is Channel.PHONE
    assert [contact.value for contact in dossier.contacts] == ["+8613800138000"]
    assert [(m.direction, m.body, m.seconds) for m in dossier.messages] == [
        (Direction.IN, "Opening hours", 95),
        (Direction.OUT, "Nine to six", None),
    ]


async def test_a_call_left_open_goes_to_a_team(shop: Shop) -> None:
    async with console(shop) as sitting:
        await press(sitting, "C")
        await fill(
            sitting, contact="wang@example.cn", subject="灯不亮了", said_by_customer="才三天"
        )
        screen = sitting.app.screen
        assert isinstance(screen, CallScreen)
        screen.kind.focus()
        await press(sitting, "right", "ctrl+s")
    ticket = newest(shop)
    assert ticket.kind is Kind.COMPLAINT
    assert ticket.language == "zh"
    assert ticket.active
    assert shop.dossier(ticket.id).messages[0].body == "才三天"
    assert ticket.team_id is not None


async def test_a_known_caller_is_greeted_with_what_is_open(shop: Shop) -> None:
    number = shop.open("Parcel late", contact="138 0013 8000", customer_name="Wang Fang")
    async with console(shop) as sitting:
        await press(sitting, "C")
        await type_in(sitting, "1380013800")
        assert "Wang Fang" not in shown(sitting)
        await type_in(sitting, "0")
        assert "Wang Fang" in shown(sitting)
        assert f"#{number} Parcel late" in shown(sitting)
        await press(sitting, "backspace")
        assert "Wang Fang" not in shown(sitting)


async def test_what_is_wrong_is_said_and_nothing_is_lost(shop: Shop) -> None:
    async with console(shop) as sitting:
        await press(sitting, "C")
        await fill(sitting, contact="nonsense", subject="About")
        assert "no number, address or chat id yet" in shown(sitting)
        await press(sitting, "ctrl+s")
        assert "“nonsense” is neither" in toasts(sitting)[-1]
        form = sitting.app.screen
        assert isinstance(form, CallScreen)
        assert form.focused is form.contact
        assert form.subject.value == "About"
        form.contact.value = "wang@example.cn"
        form.subject.value = ""
        await press(sitting, "ctrl+s")
        assert toasts(sitting)[-1].startswith("The subject is empty.")
        assert form.focused is form.subject


async def test_a_ticket_is_opened_by_hand(shop: Shop) -> None:
    async with console(shop) as sitting:
        await press(sitting, "+")
        assert isinstance(sitting.app.screen, NewTicketScreen)
        await fill(sitting, contact="wang@example.cn", subject="Refund", body="Where is it")
        form = sitting.app.screen
        assert "‹ e-mail ›" in shown(sitting), "the channel follows the contact"
        form.priority.focus()
        await press(sitting, "enter", "1")
        form.category.focus()
        await press(sitting, "enter")
        assert "─ Category ─" in shown(sitting)
        await type_in(sitting, "delay")
        await press(sitting, "enter", "ctrl+s")
        ticket = newest(shop)
        assert toasts(sitting)[-1] == f"Opened · #{ticket.id}"
        assert "Refund" in shown(sitting)
    assert (ticket.priority, ticket.channel) == (Priority.URGENT, Channel.MAIL)
    dossier = shop.dossier(ticket.id)
    assert dossier.category is not None
    assert dossier.category.key == "logistics/delay"
    assert dossier.messages[0].body == "Where is it"


async def test_a_form_with_words_in_it_is_not_left_by_accident(shop: Shop) -> None:
    async with console(shop) as sitting:
        await press(sitting, "+", "escape")
        assert isinstance(sitting.app.screen, QueueScreen)
        await press(sitting, "+")
        await type_in(sitting, "wang")
        await press(sitting, "escape")
        assert "not recorded yet" in shown(sitting)
        await press(sitting, "escape")
        form = sitting.app.screen
        assert isinstance(form, NewTicketScreen)
        assert form.contact.value == "wang"
        await press(sitting, "escape", "y")
        assert isinstance(sitting.app.screen, QueueScreen)


@pytest.mark.parametrize("keys", [("right",), ("space",), ("left", "left", "left")])
async def test_a_choice_goes_round(shop: Shop, keys: tuple[str, ...]) -> None:
    async with console(shop) as sitting:
        await press(sitting, "+")
        form = sitting.app.screen
        assert isinstance(form, NewTicketScreen)
        form.kind.focus()
        assert "‹ enquiry ›" in shown(sitting)
        await press(sitting, *keys)
        assert "‹ complaint ›" in shown(sitting)


async def test_forms_speak_the_language_of_the_moment(shop: Shop) -> None:
    async with console(shop) as sitting:
        await press(sitting, "C")
        await fill(sitting, contact="wang@example.cn")
        await press(sitting, "f8")
        assert "‹ 咨询 ›" in shown(sitting)
        assert "优先级" in shown(sitting)
        form = sitting.app.screen
        assert isinstance(form, CallScreen)
        assert form.contact.value == "wang@example.cn"
