"""Doing again what one took back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.desks import Shop
from tests.engine.commands.test_undo import facts
from tuiticket.engine.commands.articles import PutArticle
from tuiticket.engine.commands.assignment import Assign, Take, Transfer
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.conversation import AddNote, Reply
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.commands.life import Move, Reopen
from tuiticket.engine.commands.merging import Merge
from tuiticket.engine.commands.review import Submit
from tuiticket.engine.commands.undo import Redo, Undo
from tuiticket.engine.errors import Refused, Stale
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.message import Delivery, DeliveryState
from tuiticket.engine.model.ticket import Channel, Kind, Priority, State
from tuiticket.engine.rules.rebuild import rebuilt, same


@pytest.mark.parametrize(
    "command",
    [
        Take(ticket=10_001),
        Assign(ticket=10_001, login="dora"),
        Transfer(ticket=10_001, team="after-sales", reason="x"),
        Reply(ticket=10_001, body="Hello", then=State.WAITING_CUSTOMER),
        AddNote(ticket=10_001, body="x"),
        Move(ticket=10_001, to=State.SOLVED),
        Move(ticket=10_001, to=State.CLOSED),
        Describe(ticket=10_001, priority=Priority.URGENT, kind=Kind.REPAIR, tags=("a",)),
        Submit(ticket=10_001, result="Found"),
        Merge(ticket=10_001, into=10_002),
    ],
    ids=lambda command: type(command).__name__,
)
def test_an_act_redone_is_as_if_never_taken_back(shop: Shop, command: Command) -> None:
    number = shop.open(category="logistics", channel=Channel.MAIL)
    shop.open(category="logistics")
    before = facts(shop, number)
    shop.clock.advance(minutes=3)
    shop.do(command, by="chen")
    done = facts(shop, number)
    shop.clock.advance(seconds=2)
    shop.do(Undo(), by="chen")
    shop.do(Redo(), by="chen")
    assert facts(shop, number) == done
    said = [message.withdrawn_at for message in shop.dossier(number).messages]
    assert said == [None] * len(said)
    shop.do(Undo(), by="chen")
    assert facts(shop, number) == before
    with shop.desk.reading() as reading:
        assert same(shop.dossier(number).clocks, rebuilt(reading.events())[number])


def test_a_reopening_redone_lets_its_clock_run_again(shop: Shop) -> None:
    number = shop.open()
    shop.do(Move(ticket=number, to=State.SOLVED))
    shop.do(Reopen(ticket=number))
    done = facts(shop, number)
    shop.do(Undo())
    shop.do(Redo())
    assert facts(shop, number) == done


def test_an_answer_redone_waits_in_the_outbox_anew_and_counts_its_articles(shop: Shop) -> None:
    shop.do(PutArticle(title="A", body="B"))
    number = shop.open(channel=Channel.MAIL)
    shop.do(Reply(ticket=number, body="Hello", articles=(1,)))
    shop.do(Undo())
    shop.clock.advance(minutes=5)
    shop.do(Redo())
    with shop.desk.reading() as reading:
        [delivery] = reading.find(Delivery, ticket_id=number)
        [article] = reading.find(Article)
    assert delivery.state is DeliveryState.HELD
    assert delivery.hold_until == shop.clock.now + timedelta(seconds=10)
    assert article.uses == 1
    shop.do(Undo())
    with shop.desk.reading() as reading:
        assert reading.find(Article)[0].uses == 0


def test_several_are_redone_the_last_undone_first(shop: Shop) -> None:
    number = shop.open(category="logistics")
    shop.do(Take(ticket=number), by="chen")
    shop.do(Describe(ticket=number, priority=Priority.HIGH), by="chen")
    shop.do(Undo(), by="chen")
    shop.do(Undo(), by="chen")
    shop.do(Redo(), by="chen")
    assert shop.ticket(number).owner_id is not None
    assert shop.ticket(number).priority is Priority.NORMAL
    shop.do(Redo(), by="chen")
    assert shop.ticket(number).priority is Priority.HIGH
    with pytest.raises(Refused, match="nothing of yours to redo"):
        shop.do(Redo(), by="chen")


def test_an_act_over_many_tickets_is_redone_as_one(shop: Shop) -> None:
    numbers = [shop.open(category="logistics") for _ in range(3)]
    shop.do(*(Take(ticket=number) for number in numbers), by="chen")
    shop.do(Undo(), by="chen")
    redone = shop.do(Redo(), by="chen")
    assert redone.tickets == tuple(numbers)
    assert all(shop.ticket(number).owner_id is not None for number in numbers)
    assert [event.data["kinds"] for event in redone.events] == [["ticket.taken"]] * 3


def test_nothing_is_redone_once_one_did_something_else(shop: Shop) -> None:
    number = shop.open(category="logistics")
    shop.do(Take(ticket=number), by="chen")
    shop.do(Undo(), by="chen")
    shop.do(AddNote(ticket=number, body="x"), by="chen")
    with pytest.raises(Refused, match="nothing of yours to redo"):
        shop.do(Redo(), by="chen")
    with pytest.raises(Refused, match="nothing of yours to redo"):
        shop.do(Redo(), by="dora")


def test_what_somebody_changed_since_is_not_trampled_on(shop: Shop) -> None:
    number = shop.open(category="logistics")
    shop.do(Take(ticket=number), by="chen")
    shop.do(Undo(), by="chen")
    shop.do(Take(ticket=number), by="dora")
    with pytest.raises(Stale, match="dora did something to it since: taking"):
        shop.do(Redo(), by="chen")


def test_redone_and_undone_again_it_can_be_redone_again(shop: Shop) -> None:
    number = shop.open(category="logistics")
    shop.do(Take(ticket=number), by="chen")
    for _ in range(3):
        shop.do(Undo(), by="chen")
        assert shop.ticket(number).owner_id is None
        shop.do(Redo(), by="chen")
        assert shop.ticket(number).owner_id is not None
