"""What is said on a ticket, and what it does to the clocks."""

from __future__ import annotations

import pytest

from tests.desks import Shop
from tuiticket.engine.commands.articles import PutArticle
from tuiticket.engine.commands.conversation import AddNote, Receive, Reply
from tuiticket.engine.commands.life import Move
from tuiticket.engine.errors import BadInput, Refused, Stale, Unknown
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.clock import Clock, ClockKind, ClockState
from tuiticket.engine.model.message import Delivery, DeliveryState, Direction
from tuiticket.engine.model.people import Notice
from tuiticket.engine.model.ticket import Channel, Kind, State


def clock(shop: Shop, number: int, kind: ClockKind) -> Clock:
    """The newest clock of that kind."""
    return [clock for clock in shop.dossier(number).clocks if clock.kind is kind][-1]


def test_an_answer_opens_the_ticket_stops_the_clock_and_waits_in_the_outbox(shop: Shop) -> None:
    number = shop.open(channel=Channel.MAIL)
    shop.clock.advance(minutes=20)
    shop.do(Reply(ticket=number, body="We are looking for it."))
    dossier = shop.dossier(number)
    assert dossier.ticket.state is State.OPEN
    assert dossier.ticket.unanswered_since is None
    first = clock(shop, number, ClockKind.FIRST_RESPONSE)
    assert (first.state, first.consumed_s) == (ClockState.MET, 1200)
    with shop.desk.reading() as reading:
        [delivery] = reading.find(Delivery, ticket_id=number)
    assert (delivery.state, delivery.address) == (DeliveryState.HELD, "wang@example.cn")
    assert delivery.message_id == dossier.messages[-1].id


def test_an_answer_by_mail_bears_an_id_of_its_own_and_names_the_customers(shop: Shop) -> None:
    number = shop.open(channel=Channel.MAIL)
    shop.do(Receive(ticket=number, body="Hello?", mail_id="<c1@example.cn>"), by="alice")
    shop.do(Reply(ticket=number, body="One"))
    shop.do(Reply(ticket=number, body="Two"))
    one, two = [m for m in shop.dossier(number).messages if m.direction is Direction.OUT]
    assert one.in_reply_to == two.in_reply_to == "<c1@example.cn>"
    assert one.mail_id != two.mail_id
    assert one.mail_id is not None
    assert one.mail_id.endswith("@shop.example>")


def test_answer_and_wait_is_one_step(shop: Shop) -> None:
    number = shop.open()
    outcome = shop.do(Reply(ticket=number, body="Which colour?", then=State.WAITING_CUSTOMER))
    assert shop.ticket(number).state is State.WAITING_CUSTOMER
    assert clock(shop, number, ClockKind.RESOLUTION).state is ClockState.PAUSED
    assert len({event.act for event in outcome.events}) == 1


def test_waiting_is_refused_while_the_customer_waits_for_us(shop: Shop) -> None:
    number = shop.open()
    with pytest.raises(Refused, match="still waiting"):
        shop.do(Move(ticket=number, to=State.WAITING_CUSTOMER))


def test_a_customers_message_brings_a_waiting_ticket_back_with_a_fresh_promise(shop: Shop) -> None:
    number = shop.open(kind=Kind.COMPLAINT)
    shop.do(Reply(ticket=number, body="Which colour?", then=State.WAITING_CUSTOMER))
    shop.clock.advance(hours=30)
    shop.do(Receive(ticket=number, body="Green"), by="chen")
    assert shop.ticket(number).state is State.OPEN
    assert clock(shop, number, ClockKind.NEXT_RESPONSE).state is ClockState.RUNNING
    resolution = clock(shop, number, ClockKind.RESOLUTION)
    assert resolution.state is ClockState.RUNNING
    assert resolution.consumed_s == 0, "the thirty hours were the customer's"
    shop.clock.advance(minutes=5)
    since = shop.ticket(number).unanswered_since
    shop.do(Receive(ticket=number, body="No, blue"), by="chen")
    assert shop.ticket(number).unanswered_since == since, "the first unanswered word counts"
    with shop.desk.reading() as reading:
        told = [n.about for n in reading.find(Notice, ticket_id=number)]
    assert told.count("customer-wrote") == 2


def test_a_machines_mail_is_kept_and_moves_nothing(shop: Shop) -> None:
    number = shop.open()
    shop.do(Reply(ticket=number, body="Which colour?", then=State.WAITING_CUSTOMER))
    before = shop.dossier(number)
    shop.do(Receive(ticket=number, body="I am on holiday", automatic="Auto-Submitted"))
    after = shop.dossier(number)
    assert after.clocks == before.clocks
    assert after.ticket.state is State.WAITING_CUSTOMER
    assert after.messages[-1].automatic == "Auto-Submitted"


def test_a_customer_coming_back_reopens_a_solved_ticket_in_a_new_cycle(shop: Shop) -> None:
    number = shop.open()
    shop.do(Reply(ticket=number, body="Sent anew.", then=State.SOLVED))
    shop.clock.advance(days=1)
    shop.do(Receive(ticket=number, body="It is broken again"), by="chen")
    ticket = shop.ticket(number)
    assert (ticket.state, ticket.cycle, ticket.solved_at) == (State.OPEN, 1, None)
    assert ticket.unanswered_since is not None
    resolutions = [c for c in shop.dossier(number).clocks if c.kind is ClockKind.RESOLUTION]
    assert [(c.cycle, c.state) for c in resolutions] == [
        (0, ClockState.MET),
        (1, ClockState.RUNNING),
    ]


def test_a_note_touches_no_clock_and_tells_the_customer_nothing(shop: Shop) -> None:
    number = shop.open(channel=Channel.MAIL)
    before = shop.dossier(number).clocks
    shop.do(AddNote(ticket=number, body="He sounded angry"))
    dossier = shop.dossier(number)
    assert dossier.clocks == before
    assert dossier.messages[-1].direction is Direction.NOTE
    with shop.desk.reading() as reading:
        assert reading.find(Delivery, ticket_id=number) == []


def test_an_inserted_article_counts_its_use(shop: Shop) -> None:
    shop.do(PutArticle(title="退款时效说明", body="3 到 5 天"))
    with shop.desk.reading() as reading:
        [article] = reading.find(Article)
    number = shop.open()
    shop.do(Reply(ticket=number, body="…", articles=(article.id, article.id)))
    with shop.desk.reading() as reading:
        assert reading.find(Article)[0].uses == 1
    with pytest.raises(Unknown):
        shop.do(Reply(ticket=number, body="…", articles=(99,)))


def test_an_empty_answer_or_one_into_a_ticket_that_changed_is_not_sent(shop: Shop) -> None:
    number = shop.open()
    version = shop.ticket(number).version
    with pytest.raises(BadInput, match="reply"):
        shop.do(Reply(ticket=number, body=" \n"))
    shop.do(AddNote(ticket=number, body="x"))
    with pytest.raises(Stale):
        shop.do(Reply(ticket=number, body="Late", version=version))
    assert len(shop.dossier(number).messages) == 2
    with pytest.raises(Unknown):
        shop.do(Reply(ticket=99_999, body="x"))


def test_a_solved_ticket_is_not_answered_without_reopening(shop: Shop) -> None:
    number = shop.open()
    shop.do(Move(ticket=number, to=State.SOLVED))
    with pytest.raises(Refused, match=r"[Rr]eopen"):
        shop.do(Reply(ticket=number, body="PS"))
