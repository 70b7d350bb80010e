"""Taking back what one did."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.desks import Shop
from tuiticket.engine.commands.articles import PutArticle
from tuiticket.engine.commands.assignment import Assign, Take, Transfer
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.conversation import AddNote, Receive, Reply
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.commands.life import Move, Reopen
from tuiticket.engine.commands.undo import Undo
from tuiticket.engine.errors import Refused, Stale
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.clock import ClockKind
from tuiticket.engine.model.message import Delivery, DeliveryState
from tuiticket.engine.model.ticket import Channel, Kind, Priority, State
from tuiticket.engine.rules.record import record


def facts(shop: Shop, number: int) -> dict[str, object]:
    """What undo must bring back: the ticket and its living clocks."""
    dossier = shop.dossier(number)
    clocks = [record(clock) for clock in dossier.clocks if clock.alive]
    return {"ticket": record(dossier.ticket), "clocks": clocks}


@pytest.mark.parametrize(
    "command",
    [
        Take(ticket=10_001),
        Assign(ticket=10_001, login="dora"),
        Transfer(ticket=10_001, team="after-sales", reason="x"),
        Reply(ticket=10_001, body="Hello"),
        Reply(ticket=10_001, body="Hello", then=State.SOLVED),
        Reply(ticket=10_001, body="Hello", then=State.WAITING_CUSTOMER),
        AddNote(ticket=10_001, body="x"),
        Move(ticket=10_001, to=State.SOLVED),
        Move(ticket=10_001, to=State.CLOSED),
        Describe(ticket=10_001, priority=Priority.URGENT, kind=Kind.REPAIR, tags=("a",)),
    ],
    ids=lambda command: type(command).__name__,
)
def test_an_act_taken_back_leaves_the_facts_as_they_were(shop: Shop, command: Command) -> None:
    number = shop.open(category="logistics", channel=Channel.MAIL)
    before = facts(shop, number)
    shop.clock.advance(minutes=3)
    shop.do(command, by="chen")
    assert facts(shop, number) != before or isinstance(command, AddNote)
    shop.do(Undo(), by="chen")
    assert facts(shop, number) == before
    assert shop.dossier(number).events[-1].kind == "desk.undone"


def test_a_withdrawn_answer_stays_on_record_but_never_leaves(shop: Shop) -> None:
    shop.do(PutArticle(title="A", body="B"))
    number = shop.open(channel=Channel.MAIL)
    shop.do(Reply(ticket=number, body="Oops", articles=(1,)))
    shop.do(Undo())
    with shop.desk.reading() as reading:
        [delivery] = reading.find(Delivery, ticket_id=number)
        [article] = reading.find(Article)
    assert delivery.state is DeliveryState.WITHDRAWN
    assert article.uses == 0
    assert shop.dossier(number).messages[-1].withdrawn_at is not None
    assert shop.ticket(number).unanswered_since is not None


def test_acts_are_taken_back_one_by_one_the_newest_first(shop: Shop) -> None:
    number = shop.open(category="logistics")
    shop.do(Take(ticket=number), by="chen")
    shop.do(Describe(ticket=number, priority=Priority.HIGH), by="chen")
    shop.do(Undo(), by="chen")
    assert shop.ticket(number).priority is Priority.NORMAL
    shop.do(Undo(), by="chen")
    assert shop.ticket(number).owner_id is None


def test_only_ones_own_acts_and_only_what_can_be(shop: Shop) -> None:
    number = shop.open(category="logistics")
    taken = shop.do(Take(ticket=number), by="chen")
    with pytest.raises(Refused, match="chen"):
        shop.do(Undo(act=taken.act), by="lena")
    with pytest.raises(Refused, match="nothing"):
        shop.do(Undo(), by="lena")
    with pytest.raises(Refused, match="cannot be undone"):
        shop.do(Undo(), by="alice")


def test_what_somebody_changed_since_is_not_trampled_on(shop: Shop) -> None:
    number = shop.open(category="logistics")
    shop.do(Describe(ticket=number, priority=Priority.HIGH), by="chen")
    shop.do(Describe(ticket=number, priority=Priority.URGENT), by="dora")
    with pytest.raises(Stale):
        shop.do(Undo(), by="chen")
    assert shop.ticket(number).priority is Priority.URGENT


def test_a_clock_that_runs_again_is_due_by_the_target_it_got_meanwhile(shop: Shop) -> None:
    number = shop.open(category="logistics")
    shop.do(Reply(ticket=number, body="Where?", then=State.WAITING_CUSTOMER), by="chen")
    shop.do(Describe(ticket=number, priority=Priority.LOW), by="alice")
    shop.do(Undo(), by="chen")
    (clock,) = (c for c in shop.dossier(number).clocks if c.kind is ClockKind.RESOLUTION)
    assert clock.due_at == clock.started_at + timedelta(seconds=clock.target_s)


def test_an_answer_the_customer_has_replied_to_stays(shop: Shop) -> None:
    number = shop.open()
    shop.do(Reply(ticket=number, body="Hello"))
    shop.clock.advance(minutes=1)
    shop.do(Receive(ticket=number, body="Thanks"), by="bo")
    with pytest.raises(Stale):
        shop.do(Undo())


def test_a_reopening_taken_back_calls_its_clock_off(shop: Shop) -> None:
    number = shop.open()
    shop.do(Move(ticket=number, to=State.SOLVED))
    solved = shop.ticket(number)
    shop.do(Reopen(ticket=number, reason="still broken"))
    shop.do(Undo())
    assert record(shop.ticket(number)) == record(solved)
    assert not any(clock.alive for clock in shop.dossier(number).clocks)


def test_several_commands_of_one_act_are_taken_back_together(shop: Shop) -> None:
    numbers = [shop.open(category="logistics") for _ in range(3)]
    shop.do(*(Take(ticket=number) for number in numbers), by="chen")
    shop.do(Undo(), by="chen")
    assert [shop.ticket(number).owner_id for number in numbers] == [None] * 3
