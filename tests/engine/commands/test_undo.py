"""Taking back what one did."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.articles import PutArticle
from tuiticket.engine.commands.assignment import Assign, Take, Transfer
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.conversation import AddNote, Receive, Reply
from tuiticket.engine.commands.escalating import Escalate
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.commands.life import Move, Reopen
from tuiticket.engine.commands.merging import Merge
from tuiticket.engine.commands.policies import PutPolicy
from tuiticket.engine.commands.review import Review, Submit
from tuiticket.engine.commands.setup import POLICIES
from tuiticket.engine.commands.triage import Triage
from tuiticket.engine.commands.undo import Undo
from tuiticket.engine.errors import Refused, Stale
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.clock import ClockKind
from tuiticket.engine.model.message import Delivery, DeliveryState
from tuiticket.engine.model.ticket import Channel, Kind, Priority, State
from tuiticket.engine.rules.record import record

NOTES = ("x", "Nearly")
"""Words that only colleagues read, which change nothing else."""


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
        Submit(ticket=10_001, result="Found"),
        Submit(ticket=10_001, result="Nearly", interim=True),
        Merge(ticket=10_001, into=10_002),
        Escalate(ticket=10_001, reason="x"),
    ],
    ids=lambda command: type(command).__name__,
)
def test_an_act_taken_back_leaves_the_facts_as_they_were(shop: Shop, command: Command) -> None:
    number = shop.open(category="logistics", channel=Channel.MAIL)
    shop.open(category="logistics")
    before = facts(shop, number)
    shop.clock.advance(minutes=3)
    shop.do(command, by="chen")
    assert facts(shop, number) != before or shop.dossier(number).messages[-1].body in NOTES
    shop.do(Undo(), by="chen")
    assert facts(shop, number) == before
    assert shop.dossier(number).events[-1].kind == "desk.undone"


def test_merging_taken_back_gives_each_ticket_its_words(shop: Shop) -> None:
    one, two = shop.open(channel=Channel.MAIL), shop.open()
    shop.do(Reply(ticket=two, body="Looking", then=State.WAITING_CUSTOMER))
    before = facts(shop, two)
    shop.do(Merge(ticket=one, into=two))
    assert len(shop.dossier(two).messages) == 3
    shop.do(Undo())
    assert facts(shop, two) == before
    assert [len(shop.dossier(number).messages) for number in (one, two)] == [1, 2]


@pytest.mark.parametrize("accept", [True, False])
def test_a_judgement_is_taken_back_but_not_the_result(shop: Shop, accept: bool) -> None:
    number = shop.open(team="logistics")
    shop.do(Submit(ticket=number, result="Found"), by="chen")
    before = facts(shop, number)
    shop.do(Review(ticket=number, accept=accept, reason="No"), by="dora")
    shop.do(Undo(), by="dora")
    assert facts(shop, number) == before
    assert shop.ticket(number).state is State.REVIEW


@pytest.mark.parametrize("rebound", [True, False])
def test_triage_is_taken_back(shop: Shop, rebound: bool) -> None:
    policy = replace(POLICIES[2], triage_s=3600)
    shop.desk.do(PutPolicy(policy=policy), by=ADMIN)
    number = shop.open(team="logistics")
    shop.do(Move(ticket=number, to=State.SOLVED), by="lena")
    shop.desk.do(Receive(ticket=number, body="It broke again"), by=ADMIN)
    before = facts(shop, number)
    shop.do(Triage(ticket=number, rebound=rebound), by="lena")
    assert facts(shop, number) != before
    shop.do(Undo(), by="lena")
    assert facts(shop, number) == before


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


def test_who_did_what_since_is_named(shop: Shop) -> None:
    number = shop.open(category="logistics")
    shop.do(Take(ticket=number), by="chen")
    shop.do(Assign(ticket=number, login="dora"), by="lena")
    with pytest.raises(Stale, match="lena did something to it since: assignment"):
        shop.do(Undo(), by="chen")
