"""What keys do to tickets, from the queue and with one open: through the desk's own commands."""

from __future__ import annotations

from typing import ClassVar

import pytest
from textual.widgets._toast import ToastHolder

from tests.console.driving import (
    SIZE,
    console,
    on,
    press,
    rows,
    second,
    settled,
    shown,
    toasts,
    type_in,
)
from tests.desks import ADMIN, Shop
from tuiticket import i18n
from tuiticket.app import Console
from tuiticket.engine.commands.articles import PutArticle
from tuiticket.engine.commands.assignment import Assign, Take
from tuiticket.engine.commands.conversation import Receive, Reply
from tuiticket.engine.commands.life import Move
from tuiticket.engine.model.people import Agent
from tuiticket.engine.model.ticket import Kind, Priority, State, Ticket
from tuiticket.keymap import Context
from tuiticket.screens.acts.on_tickets import MANY
from tuiticket.screens.bindings import bindings
from tuiticket.screens.log import LogScreen
from tuiticket.screens.queue import QueueScreen
from tuiticket.screens.ticket import TicketScreen
from tuiticket.screens.ticket_acts import TicketActs


@pytest.mark.parametrize("opened", [False, True], ids=["in the queue", "with it open"])
async def test_a_ticket_is_taken_and_given_back(shop: Shop, opened: bool) -> None:
    number = shop.open(kind=Kind.ENQUIRY)
    async with console(shop) as sitting:
        await press(sitting, *(["enter"] if opened else []), "a")
        assert isinstance(sitting.app.screen, TicketScreen if opened else QueueScreen)
        dossier = shop.dossier(number)
        assert dossier.owner is not None
        assert dossier.owner.login == "alice"
        assert dossier.ticket.state is State.OPEN
        assert toasts(sitting)[-1] == f"Taken · #{number} · u undoes"
        await press(sitting, "u")
    assert shop.ticket(number).owner_id is None


async def test_what_cannot_be_done_is_said(shop: Shop) -> None:
    number = shop.open(kind=Kind.ENQUIRY)
    shop.do(Take(ticket=number), by="bo")
    async with console(shop) as sitting:
        await press(sitting, "7", "a")
        assert f"Ticket {number} belongs to bo." in toasts(sitting)[-1]


async def test_a_ticket_is_given_to_a_colleague_found_by_letters(shop: Shop) -> None:
    number = shop.open(kind=Kind.ENQUIRY)
    async with console(shop, login="lena") as sitting:
        await press(sitting, "7", "A")
        assert f"Assign to · #{number}" in shown(sitting)
        assert "1   Lena" in shown(sitting)
        await type_in(sitting, "dor")
        assert "Chen" not in shown(sitting)
        await press(sitting, "enter")
        owner = shop.dossier(number).owner
        assert owner is not None
        assert owner.login == "dora"
        await press(sitting, "A")
        await type_in(sitting, "nobody")
        await press(sitting, "enter")
    assert shop.ticket(number).owner_id is None


async def test_those_of_the_team_are_offered_first(shop: Shop) -> None:
    shop.open(category="logistics/delay", kind=Kind.ENQUIRY)
    async with console(shop, login="lena") as sitting:
        await press(sitting, "7", "A")
        offered = [row.split("│")[1].split() for row in rows(sitting) if "│" in row]
        names = [words[1] for words in offered if words[0].isdigit()]
        assert names[:3] == ["Lena", "Chen", "Dora"]


async def test_a_ticket_is_transferred_with_a_reason(shop: Shop) -> None:
    number = shop.open(kind=Kind.ENQUIRY)
    async with console(shop) as sitting:
        await press(sitting, "t")
        await type_in(sitting, "logis")
        await press(sitting, "enter", "enter")
        assert "Why?" in shown(sitting)
        await type_in(sitting, "carrier")
        await press(sitting, "enter")
    dossier = shop.dossier(number)
    assert dossier.team is not None
    assert dossier.team.key == "logistics"
    assert dossier.events[-1].data["reason"] == "carrier"


async def test_states_are_offered_that_may_follow(shop: Shop) -> None:
    number = shop.open()
    shop.do(Move(ticket=number, to=State.SOLVED))
    async with console(shop) as sitting:
        await press(sitting, "9", "s")
        assert "open" in shown(sitting)
        assert "waiting for third party" not in shown(sitting)
        await type_in(sitting, "clos")
        await press(sitting, "enter")
    assert shop.ticket(number).state is State.CLOSED


async def test_a_number_picks_at_once(shop: Shop) -> None:
    number = shop.open()
    async with console(shop) as sitting:
        await press(sitting, "!", "2")
        assert isinstance(sitting.app.screen, QueueScreen)
    assert shop.ticket(number).priority is Priority.HIGH


async def test_the_arrows_pick_from_what_is_so_now(shop: Shop) -> None:
    number = shop.open(priority=Priority.HIGH)
    async with console(shop) as sitting:
        await press(sitting, "!", "down", "down", "enter")
    assert shop.ticket(number).priority is Priority.LOW


async def test_leaving_a_dialog_changes_nothing(shop: Shop) -> None:
    number = shop.open()
    version = shop.ticket(number).version
    async with console(shop) as sitting:
        for key in ("!", "s", "t", "A", "=", "E", "D", "m", "M"):
            await press(sitting, key, "escape")
            assert isinstance(sitting.app.screen, QueueScreen)
    assert shop.ticket(number).version == version


async def test_kind_and_category_are_picked_from_one_list(shop: Shop) -> None:
    number = shop.open(kind=Kind.ENQUIRY)
    async with console(shop) as sitting:
        await press(sitting, "=")
        assert "● enquiry" in shown(sitting)
        await type_in(sitting, "repair")
        await press(sitting, "enter", "=")
        await type_in(sitting, "delay")
        assert "Logistics › Delay" in shown(sitting)
        await press(sitting, "enter", "=")
        assert "● repair" in shown(sitting)
        assert "● Logistics › Delay" in shown(sitting)
    dossier = shop.dossier(number)
    assert dossier.ticket.kind is Kind.REPAIR
    assert dossier.category is not None
    assert dossier.category.key == "logistics/delay"


async def test_names_are_found_in_either_language(shop: Shop) -> None:
    number = shop.open(kind=Kind.ENQUIRY)
    i18n.switch("zh_CN")
    async with console(shop) as sitting:
        await press(sitting, "=")
        assert "物流 › 物流延迟" in shown(sitting)
        await type_in(sitting, "delay")
        await press(sitting, "enter")
    category = shop.dossier(number).category
    assert category is not None
    assert category.key == "logistics/delay"


async def test_solving_waiting_and_reopening_take_one_key(shop: Shop) -> None:
    number = shop.open()
    async with console(shop) as sitting:
        await press(sitting, "enter", "x")
        assert shop.ticket(number).state is State.SOLVED
        await press(sitting, "X")
        assert shop.ticket(number).state is State.OPEN
        assert shop.ticket(number).cycle == 1
        shop.do(Reply(ticket=number, body="Which one?"), by="bo")
        await second(sitting)
        await press(sitting, "w")
    assert shop.ticket(number).state is State.WAITING_CUSTOMER


async def test_nobody_solves_what_the_customer_just_wrote_on(shop: Shop) -> None:
    number = shop.open()
    async with console(shop) as sitting:
        await press(sitting, "s")
        shop.do(Receive(ticket=number, body="One more thing"), by="bo")
        await type_in(sitting, "solv")
        await press(sitting, "enter")
        assert f"Ticket {number} was changed meanwhile." in toasts(sitting)[-1]
    assert shop.ticket(number).state is State.NEW


async def test_an_article_found_from_the_queue_begins_an_answer(shop: Shop) -> None:
    shop.desk.do(PutArticle(title="Parcel late", body="Please wait."), by=ADMIN)
    shop.open()
    async with console(shop) as sitting:
        await press(sitting, "f", "enter")
        assert "Please wait." in shown(sitting)
        assert "ctrl+s" in rows(sitting)[-1]


async def test_the_log_tells_every_step(shop: Shop) -> None:
    number = shop.open()
    shop.do(Take(ticket=number))
    shop.do(Reply(ticket=number, body="Hello", then=State.SOLVED))
    async with console(shop) as sitting:
        await press(sitting, "9", "L")
        assert isinstance(sitting.app.screen, LogScreen)
        text = shown(sitting)
        assert f"Log of #{number} Parcel late" in text
        assert "2026-03-02 20:00:00" in text
        steps = ["opened the ticket: phone", "took the ticket", "answered the customer", "→ solved"]
        assert sorted(steps, key=text.index) == steps
        assert "first response: met" in text
        assert "resolution: met" in text


async def test_why_this_owner_and_these_clocks(shop: Shop) -> None:
    shop.open(kind=Kind.COMPLAINT, priority=Priority.URGENT)
    async with console(shop) as sitting:
        await press(sitting, "7", "E")
        text = shown(sitting)
        assert "Urgent: answer in 30m · solve in 4h" in text
        assert "150 %  hand over to the team that helps out" in text
        assert "assigned to Alice · chosen from After-sales" in text
        assert "Bo 0/3: " in text
        await press(sitting, "q")
        assert isinstance(sitting.app.screen, QueueScreen)


async def test_its_number_goes_to_the_clipboard(shop: Shop) -> None:
    number = shop.open()
    async with console(shop) as sitting:
        await press(sitting, "y")
        assert sitting.app.clipboard == f"#{number}"
        assert "if your terminal allows it" in toasts(sitting)[-1]


async def test_with_no_ticket_nothing_happens(shop: Shop) -> None:
    async with console(shop) as sitting:
        for key in "arctxswAX!=fyLEdDmM":
            await press(sitting, key)
            assert isinstance(sitting.app.screen, QueueScreen)
        assert toasts(sitting) == []


class Marked(TicketActs[None]):
    """A screen on which many tickets are marked."""

    BINDINGS: ClassVar = [*bindings(Context.ON_TICKET)]

    def __init__(self, shop: Shop, numbers: list[int]) -> None:
        super().__init__()
        self._tickets = [shop.ticket(number) for number in numbers]

    def current(self) -> Ticket:
        """The first."""
        return self._tickets[0]

    def targets(self) -> list[Ticket]:
        """All."""
        return self._tickets


async def test_many_at_once_are_one_act_and_asked_about_first(shop: Shop) -> None:
    numbers = [shop.open(f"Parcel {n}") for n in range(MANY + 1)]
    async with console(shop) as sitting:
        await sitting.app.push_screen(Marked(shop, numbers))
        await press(sitting, "x")
        assert "This changes 11 tickets at once." in shown(sitting)
        assert "y: solve · esc cancels" in shown(sitting)
        await press(sitting, "escape")
        assert shop.ticket(numbers[0]).state is State.NEW
        await press(sitting, "x", "y")
        assert {shop.ticket(number).state for number in numbers} == {State.SOLVED}
        assert toasts(sitting)[-1] == "Solved · 11 tickets · u undoes"
        await press(sitting, "u")
        assert toasts(sitting)[-1] == "Taken back: state · 11 tickets · U does it again"
    assert {shop.ticket(number).state for number in numbers} == {State.NEW}


async def test_what_it_does_not_fit_is_left_out_and_said(shop: Shop) -> None:
    numbers = [shop.open(f"Parcel {n}", kind=Kind.ENQUIRY) for n in range(3)]
    shop.do(Take(ticket=numbers[1]), by="bo")
    async with console(shop) as sitting:
        await sitting.app.push_screen(Marked(shop, numbers))
        await press(sitting, "a")
        said = f"Taken · 2 tickets · 1 left out: Ticket {numbers[1]} belongs to bo. · u undoes"
        assert toasts(sitting)[-1] == said
        await press(sitting, "u")
        assert {shop.ticket(numbers[0]).owner_id, shop.ticket(numbers[2]).owner_id} == {None}


async def test_reasons_of_one_sort_are_told_once(shop: Shop) -> None:
    numbers = [shop.open(f"Parcel {n}", kind=Kind.ENQUIRY) for n in range(4)]
    for number in numbers[1:3]:
        shop.do(Take(ticket=number), by="bo")
    shop.do(Move(ticket=numbers[3], to=State.SOLVED))
    async with console(shop) as sitting:
        await sitting.app.push_screen(Marked(shop, numbers))
        await press(sitting, "a")
        assert toasts(sitting)[-1] == (
            f"Taken · 1 ticket · 3 left out: Ticket {numbers[1]} belongs to bo. "
            f"Ticket {numbers[3]} is solved. · u undoes"
        )


async def test_the_last_act_is_done_once_more_elsewhere(shop: Shop) -> None:
    first, second_ = shop.open(), shop.open()
    async with console(shop) as sitting:
        await press(sitting, "full_stop", "full_stop")
        assert toasts(sitting) == ["Nothing has been done yet that could be repeated."]
        await press(sitting, "!", "2", "j", "enter", "full_stop")
    assert shop.ticket(first).priority is Priority.HIGH
    assert shop.ticket(second_).priority is Priority.HIGH


async def test_what_was_undone_is_named_and_done_again(shop: Shop) -> None:
    number = shop.open("First", by="chen", team="logistics")
    async with console(shop, "chen") as sitting:
        await press(sitting, "a", "u")
        assert toasts(sitting) == [f"Taken back: taking · #{number} · U does it again"]
        await press(sitting, "U")
        assert toasts(sitting) == [f"Done again: taking · #{number} · u undoes"]
        owner = shop.dossier(number).owner
        assert owner is not None
        assert owner.login == "chen"


async def test_an_offer_that_was_taken_and_a_word_said_twice_leave_nothing_on_the_screen(
    shop: Shop,
) -> None:
    shop.open("First", by="chen", team="logistics")
    async with Console(on(shop), "chen").run_test(size=SIZE, notifications=True) as sitting:
        await settled(sitting)
        await press(sitting, "full_stop", "full_stop")
        assert shown(sitting).count("Nothing has been done yet") == 1
        await press(sitting, "a")
        assert "u undoes" in shown(sitting)
        await press(sitting, "u")
        assert "u undoes" not in shown(sitting)
        assert len(sitting.app.screen.query(ToastHolder)) == 2


async def test_no_wide_character_of_what_is_said_is_lost_where_the_side_begins(shop: Shop) -> None:
    number = shop.open()
    async with Console(on(shop), "alice").run_test(size=(120, 40), notifications=True) as sitting:
        await settled(sitting)
        await press(sitting, "number_sign", *str(number), "enter")
        for said in ("危险" * 15, "危险" * 15 + "!"):
            sitting.app.notify(said)
        await settled(sitting)
        assert shown(sitting).count("危") == shown(sitting).count("险") == 30


def owner(shop: Shop, number: int) -> str | None:
    """Whose the ticket is, by login."""
    agent = shop.dossier(number).owner
    return agent.login if agent else None


async def test_taking_over_needs_a_reason_which_the_former_owner_reads(shop: Shop) -> None:
    number = shop.open("Parcel late")
    shop.do(Assign(ticket=number, login="bo"), by="lena")
    async with console(shop) as sitting:
        await press(sitting, "7", "a")
        assert owner(shop, number) == "bo"
        await press(sitting, "ctrl+t")
        await type_in(sitting, "He is ill")
        await press(sitting, "enter")
        assert "Taken over" in toasts(sitting)[-1]
    assert owner(shop, number) == "alice"
    with shop.desk.reading() as reading:
        (bo,) = reading.find(Agent, login="bo")
        told = reading.inbox(bo, unseen_only=True, limit=9)
    assert [line.notice.details for line in told if line.notice.about == "stolen"] == [
        {"by": "alice", "reason": "He is ill"}
    ]
