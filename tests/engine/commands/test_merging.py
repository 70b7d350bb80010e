"""Merging two tickets and splitting one."""

from __future__ import annotations

import pytest

from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.conversation import Receive, Reply
from tuiticket.engine.commands.life import Move, Reopen
from tuiticket.engine.commands.merging import Merge, Split
from tuiticket.engine.errors import Refused, Unknown
from tuiticket.engine.model.clock import Clock, ClockKind, ClockState
from tuiticket.engine.model.ticket import State

FR, NR, RS = ClockKind.FIRST_RESPONSE, ClockKind.NEXT_RESPONSE, ClockKind.RESOLUTION


def alive(shop: Shop, number: int) -> dict[ClockKind, Clock]:
    """The living clocks of a ticket."""
    return {clock.kind: clock for clock in shop.dossier(number).clocks if clock.alive}


def wrote(shop: Shop, number: int, body: str = "And?") -> int:
    """Let the customer write; the id of the message."""
    shop.desk.do(Receive(ticket=number, body=body), by=ADMIN)
    return shop.dossier(number).messages[-1].id


def test_the_older_unanswered_message_of_both_sets_the_next_response(shop: Shop) -> None:
    into, number = shop.open(), shop.open()
    shop.do(Reply(ticket=into, body="Looking into it", then=State.WAITING_CUSTOMER))
    asked = shop.clock.now
    shop.clock.advance(minutes=30)
    before = alive(shop, into)[RS]
    shop.do(Merge(ticket=number, into=into))
    ticket, clocks = shop.ticket(into), alive(shop, into)
    assert ticket.unanswered_since == clocks[NR].started_at == asked
    assert (ticket.state, clocks[RS].state) == (State.OPEN, ClockState.RUNNING)
    assert clocks[RS].started_at == before.started_at, "it keeps its own"
    assert len(shop.dossier(into).messages) == 3


def test_a_younger_next_response_begins_earlier_by_the_merge(shop: Shop) -> None:
    number = shop.open()
    asked = shop.clock.now
    shop.clock.advance(minutes=5)
    into = shop.open()
    shop.do(Reply(ticket=into, body="Yes"))
    shop.clock.advance(minutes=5)
    wrote(shop, into)
    shop.do(Merge(ticket=number, into=into))
    assert alive(shop, into)[NR].started_at == asked


def test_a_merged_ticket_is_closed_and_its_clocks_called_off(shop: Shop) -> None:
    into, number = shop.open(), shop.open()
    shop.do(Merge(ticket=number, into=into))
    dossier = shop.dossier(number)
    assert (dossier.ticket.state, dossier.ticket.merged_into) == (State.CLOSED, into)
    assert {clock.state for clock in dossier.clocks} == {ClockState.CANCELLED}
    assert dossier.messages == ()
    assert set(alive(shop, into)) == {FR, RS}, "an unanswered first response covers it"


def test_what_a_customer_writes_on_a_merged_ticket_goes_to_the_other(shop: Shop) -> None:
    last, into, number = shop.open(), shop.open(), shop.open()
    shop.do(Merge(ticket=number, into=into))
    shop.do(Merge(ticket=into, into=last))
    shop.desk.do(Receive(ticket=number, body="Still waiting"), by=ADMIN)
    assert shop.dossier(last).messages[-1].body == "Still waiting"
    assert [shop.ticket(one).state for one in (into, number)] == [State.CLOSED] * 2


def test_a_merged_ticket_is_not_reopened(shop: Shop) -> None:
    into, number = shop.open(), shop.open()
    shop.do(Merge(ticket=number, into=into))
    for command in (Reopen(ticket=number), Move(ticket=number, to=State.OPEN)):
        with pytest.raises(Refused, match="merged into"):
            shop.do(command)


def test_what_cannot_be_merged(shop: Shop) -> None:
    one, two, done = shop.open(), shop.open(), shop.open()
    shop.do(Move(ticket=done, to=State.SOLVED))
    shop.do(Merge(ticket=two, into=one))
    for ticket, into in ((one, one), (two, one), (one, two), (one, done)):
        with pytest.raises(Refused):
            shop.do(Merge(ticket=ticket, into=into))


def test_a_split_message_has_clocks_from_its_own_time(shop: Shop) -> None:
    number = shop.open()
    shop.do(Reply(ticket=number, body="Sent again"))
    shop.clock.advance(minutes=7)
    at, message = shop.clock.now, wrote(shop, number, "My invoice is wrong too")
    shop.clock.advance(minutes=7)
    shop.do(Split(ticket=number, message=message, subject="Invoice"))
    new = shop.dossier(number + 1)
    assert (new.ticket.subject, new.ticket.unanswered_since) == ("Invoice", at)
    assert {c.kind: c.started_at for c in new.clocks} == {FR: at, RS: at}
    assert [said.id for said in new.messages] == [message]
    old = shop.dossier(number)
    assert old.ticket.unanswered_since is None
    assert next(c for c in old.clocks if c.kind is NR).state is ClockState.CANCELLED


def test_what_is_left_unanswered_keeps_its_time(shop: Shop) -> None:
    number = shop.open()
    shop.do(Reply(ticket=number, body="Sent again"))
    first = wrote(shop, number, "My invoice is wrong too")
    shop.clock.advance(minutes=7)
    at = shop.clock.now
    wrote(shop, number, "And the parcel is not there")
    shop.do(Split(ticket=number, message=first))
    clock = alive(shop, number)[NR]
    assert (clock.started_at, clock.generation) == (at, 1), "due later by somebody's act"


def test_only_a_further_message_of_the_customer_can_be_split_off(shop: Shop) -> None:
    number = shop.open()
    (only,) = shop.dossier(number).messages
    with pytest.raises(Refused):
        shop.do(Split(ticket=number, message=only.id))
    shop.do(Reply(ticket=number, body="Yes"))
    with pytest.raises(Unknown):
        shop.do(Split(ticket=number, message=only.id + 1))
