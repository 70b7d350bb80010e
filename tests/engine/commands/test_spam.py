"""Spam: laid to rest, found again, taken back."""

from __future__ import annotations

import pytest

from tests.desks import ADMIN, Shop
from tests.engine.commands.test_later import found, sound
from tests.engine.commands.test_undo import facts
from tuiticket.engine.commands.conversation import Receive, Reply
from tuiticket.engine.commands.life import Move, Reopen
from tuiticket.engine.commands.spam import MarkSpam, NotSpam
from tuiticket.engine.commands.undo import Undo
from tuiticket.engine.errors import Refused
from tuiticket.engine.model.clock import ClockKind
from tuiticket.engine.model.message import Delivery, DeliveryState
from tuiticket.engine.model.ticket import Channel, State
from tuiticket.engine.rules.views import VIEWS


def alive(shop: Shop, number: int) -> set[ClockKind]:
    """The clocks that run on a ticket."""
    return {clock.kind for clock in shop.dossier(number).clocks if clock.alive}


def test_spam_rests_out_of_every_view(shop: Shop) -> None:
    number = shop.open()
    shop.do(MarkSpam(ticket=number))
    assert shop.ticket(number).state is State.SPAM
    assert alive(shop, number) == set()
    assert not any(number in found(shop, view.text) for view in VIEWS)
    assert found(shop, "is:spam") == found(shop, "state:spam") == [number]
    assert sound(shop)
    with pytest.raises(Refused, match="spam already"):
        shop.do(MarkSpam(ticket=number))


def test_what_its_sender_writes_later_is_kept_and_wakes_nobody(shop: Shop) -> None:
    number = shop.open()
    shop.do(MarkSpam(ticket=number))
    shop.desk.do(Receive(ticket=number, body="BUY NOW"), by=ADMIN)
    shop.clock.advance(days=200)
    shop.desk.tick()
    assert shop.ticket(number).state is State.SPAM
    assert [message.body for message in shop.dossier(number).messages][-1] == "BUY NOW"
    assert sound(shop)


def test_an_answer_still_here_does_not_leave(shop: Shop) -> None:
    number = shop.open(channel=Channel.MAIL)
    shop.do(Reply(ticket=number, body="Hello"))
    shop.do(MarkSpam(ticket=number))
    with shop.desk.reading() as reading:
        assert [d.state for d in reading.find(Delivery)] == [DeliveryState.WITHDRAWN]
    shop.do(Undo())
    with shop.desk.reading() as reading:
        assert [d.state for d in reading.find(Delivery)] == [DeliveryState.HELD]


def test_undo_brings_all_of_it_back(shop: Shop) -> None:
    number = shop.open(team="logistics")
    before = facts(shop, number)
    shop.do(MarkSpam(ticket=number))
    assert shop.dossier(number).customer.tags == ("spam",)
    shop.do(Undo())
    assert facts(shop, number) == before
    assert shop.dossier(number).customer.tags == ()
    assert sound(shop)


def test_a_customer_of_whom_more_is_known_is_not_noted(shop: Shop) -> None:
    shop.open()
    number = shop.open("Buy pills")
    shop.do(MarkSpam(ticket=number))
    assert shop.dossier(number).customer.tags == ()


@pytest.mark.parametrize("answered", [True, False])
def test_taken_back_its_promises_begin_anew(shop: Shop, answered: bool) -> None:
    number = shop.open(team="logistics")
    if answered:
        shop.do(Reply(ticket=number, body="Hello"))
        shop.clock.advance(minutes=1)
        shop.desk.do(Receive(ticket=number, body="Hm"), by=ADMIN)
    shop.do(MarkSpam(ticket=number))
    shop.clock.advance(days=2)
    shop.do(NotSpam(ticket=number), by="lena")
    ticket = shop.ticket(number)
    assert (ticket.state, ticket.unanswered_since is None) == (State.OPEN, False)
    assert shop.dossier(number).customer.tags == ()
    first = ClockKind.NEXT_RESPONSE if answered else ClockKind.FIRST_RESPONSE
    assert alive(shop, number) == {first, ClockKind.RESOLUTION}
    assert ticket.next_due_at is not None
    assert ticket.next_due_at > shop.clock.now
    assert sound(shop)
    with pytest.raises(Refused, match="not spam"):
        shop.do(NotSpam(ticket=number))


def test_it_comes_back_only_as_no_spam(shop: Shop) -> None:
    number = shop.open()
    shop.do(MarkSpam(ticket=number))
    for intent in (Reopen(ticket=number), Move(ticket=number, to=State.OPEN)):
        with pytest.raises(Refused, match="spam"):
            shop.do(intent)
    with pytest.raises(Refused):
        shop.do(Move(ticket=number, to=State.ARCHIVED))
