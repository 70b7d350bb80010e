"""Handing over with a deadline, handing in results, and judging them, by keys."""

from __future__ import annotations

from dataclasses import replace

from tests.console.driving import console, press, shown, toasts, type_in
from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.assignment import Take
from tuiticket.engine.commands.conversation import Receive
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.policies import PutPolicy
from tuiticket.engine.commands.review import Submit
from tuiticket.engine.commands.setup import POLICIES
from tuiticket.engine.model.clock import Clock, ClockKind, ClockState
from tuiticket.engine.model.ticket import State
from tuiticket.screens.queue import QueueScreen


def clock(shop: Shop, number: int, kind: ClockKind) -> Clock:
    """The newest clock of a kind."""
    return [each for each in shop.dossier(number).clocks if each.kind is kind][-1]


def reason(shop: Shop, number: int) -> str:
    """Why the ticket was handed over."""
    (event,) = (e for e in shop.dossier(number).events if e.kind == "ticket.transferred")
    return str(event.data["reason"])


async def test_a_transfer_may_set_a_deadline(shop: Shop) -> None:
    number = shop.open()
    async with console(shop, login="lena") as sitting:
        await press(sitting, "7", "t")
        await type_in(sitting, "logis")
        await press(sitting, "enter")
        assert "(empty: as promised)" in shown(sitting)
        await type_in(sitting, "carrier")
        await press(sitting, "tab")
        await type_in(sitting, "1h30x")
        assert "Write it as 4h, 90m or 1h30m." in shown(sitting)
        await press(sitting, "enter")
        assert shop.ticket(number).team_id != 2, "not before it can be read"
        await press(sitting, "backspace", "m")
        assert "= 1h 30m" in shown(sitting)
        await press(sitting, "enter")
        assert toasts(sitting)[-1].startswith(f"Transferred · #{number}")
    submit = clock(shop, number, ClockKind.SUBMIT)
    assert (submit.target_s, submit.agreed) == (5400, True)
    assert reason(shop, number) == "carrier"


async def test_a_transfer_asks_for_a_reason(shop: Shop) -> None:
    number = shop.open()
    async with console(shop, login="lena") as sitting:
        await press(sitting, "7", "t", "1", "tab")
        await type_in(sitting, "4h")
        await press(sitting, "enter")
        assert "Why?" in shown(sitting)
        await type_in(sitting, "carrier")
        await press(sitting, "enter")
    assert reason(shop, number) == "carrier"


async def test_a_result_is_handed_in_and_sent_back_and_accepted(shop: Shop) -> None:
    number = shop.open(team="logistics")
    shop.do(Take(ticket=number), by="chen")
    async with console(shop, login="chen") as sitting:
        await press(sitting, "D")
        await type_in(sitting, "It is in Hangzhou")
        await press(sitting, "ctrl+s")
        assert toasts(sitting)[-1] == f"Handed in · #{number} · u undoes"
        assert shop.ticket(number).state is State.REVIEW
        assert shop.dossier(number).messages[-1].body == "It is in Hangzhou"
        await press(sitting, "d", "1")
        assert "Nobody reviews their own work." in toasts(sitting)[-1]
    async with console(shop, login="lena") as sitting:
        await press(sitting, "7", "d", "2")
        assert "What is missing?" in shown(sitting)
        await type_in(sitting, "Which depot")
        await press(sitting, "enter")
        assert shop.ticket(number).state is State.OPEN
        assert shop.dossier(number).events[-1].data["reason"] == "Which depot"
        shop.do(Submit(ticket=number, result="Depot 4"), by="chen")
        await press(sitting, "R", "d")
        await type_in(sitting, "acc")
        await press(sitting, "enter")
        assert toasts(sitting)[-1] == f"Accepted · #{number} · u undoes"
        await press(sitting, "u")
    assert shop.ticket(number).state is State.REVIEW


async def test_an_interim_result_is_marked_as_such(shop: Shop) -> None:
    number = shop.open(team="logistics")
    async with console(shop, login="chen") as sitting:
        await press(sitting, "7", "enter", "D")
        assert "final: goes to review" in shown(sitting)
        await type_in(sitting, "Found the depot")
        await press(sitting, "tab", "space")
        assert "interim: without review" in shown(sitting)
        await press(sitting, "ctrl+s")
    event = next(e for e in shop.dossier(number).events if e.kind == "result.recorded")
    assert event.data["interim"] is True
    assert shop.ticket(number).state is State.NEW


async def test_a_written_result_is_not_lost_by_one_key(shop: Shop) -> None:
    number = shop.open(team="logistics")
    async with console(shop, login="chen") as sitting:
        await press(sitting, "7", "D", "ctrl+s")
        assert "goes to review" in shown(sitting), "nothing to hand in yet"
        await type_in(sitting, "Found")
        await press(sitting, "escape")
        assert "esc again throws it away" in shown(sitting)
        await press(sitting, "escape")
        assert isinstance(sitting.app.screen, QueueScreen)
        await press(sitting, "D", "escape")
        assert isinstance(sitting.app.screen, QueueScreen)
    assert shop.ticket(number).state is State.NEW


async def test_words_after_the_solution_are_judged(shop: Shop) -> None:
    shop.desk.do(PutPolicy(policy=replace(POLICIES[2], triage_s=3600)), by=ADMIN)
    number = shop.open(team="logistics")
    shop.do(Move(ticket=number, to=State.SOLVED), by="lena")
    shop.desk.do(Receive(ticket=number, body="It came broken"), by=ADMIN)
    async with console(shop, login="lena") as sitting:
        await press(sitting, "9", "d")
        assert "just thanks" in shown(sitting)
        await press(sitting, "2")
        assert clock(shop, number, ClockKind.TRIAGE).state is ClockState.MET
        await press(sitting, "u", "d", "1")
        assert toasts(sitting)[-1] == f"Reopened · #{number} · u undoes"
    assert (shop.ticket(number).state, shop.ticket(number).cycle) == (State.OPEN, 1)


async def test_where_nothing_is_to_be_judged_it_is_said(shop: Shop) -> None:
    number = shop.open()
    async with console(shop) as sitting:
        await press(sitting, "7", "d")
        assert f"Nothing on ticket {number} waits to be judged." in toasts(sitting)[-1]


async def test_a_supposed_rebound_is_said_to_be_another_matter(shop: Shop) -> None:
    earlier = shop.open("Lamp flickers", team="logistics")
    shop.do(Move(ticket=earlier, to=State.SOLVED), by="lena")
    number = shop.open("Lamp flickers", team="logistics")
    async with console(shop, login="lena") as sitting:
        await press(sitting, "7", "enter")
        assert f"the matter of ticket {earlier} is back" in shown(sitting)
        await press(sitting, "d")
        assert f"no rebound of #{earlier}: another matter" in shown(sitting)
        await press(sitting, "enter")
        assert toasts(sitting)[-1] == f"Another matter · #{number} · u undoes"
    assert shop.ticket(number).rebound_of is None
