"""Doing to many tickets what fits only some: the others are left out, and it is said why."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.desks import Shop
from tuiticket.engine.commands.assignment import Take
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.undo import Undo
from tuiticket.engine.errors import BadInput, Refused, Stale
from tuiticket.engine.model.people import Via
from tuiticket.engine.model.ticket import Kind, State
from tuiticket.engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class ThinkBetterOfIt(Command):
    """Solves a ticket, then refuses after all."""

    ticket: int

    def carry_out(self, work: Work) -> None:
        """Raises Refused, with half of it done."""
        Move(ticket=self.ticket, to=State.SOLVED).carry_out(work)
        ticket = work.ticket(self.ticket)
        work.change(ticket, subject="half done")
        raise Refused("Better not.")


@pytest.fixture
def tickets(shop: Shop) -> list[int]:
    """Three tickets nobody owns."""
    return [shop.open(f"Parcel {n}", by="chen", team="logistics") for n in range(3)]


def test_those_it_does_not_fit_are_left_out_and_the_others_are_one_act(
    shop: Shop, tickets: list[int]
) -> None:
    first, second, third = tickets
    shop.do(Take(ticket=second), by="dora")
    chen = shop.desk.actor("chen", Via.CONSOLE)
    done = shop.desk.do(*(Take(ticket=n) for n in tickets), by=chen, fitting=True)
    assert done.tickets == (first, third)
    assert {event.act for event in done.events} == {done.act}
    assert [str(error) for error in done.left_out] == [
        f"Ticket {second} belongs to dora. Ask them, or let a lead assign it to you."
    ]
    shop.do(Undo(), by="chen")
    assert shop.ticket(first).owner_id is None
    assert shop.ticket(third).owner_id is None


def test_what_a_left_out_command_had_begun_leaves_no_trace(shop: Shop, tickets: list[int]) -> None:
    before = shop.dossier(tickets[1])
    chen = shop.desk.actor("chen", Via.CONSOLE)
    done = shop.desk.do(
        Take(ticket=tickets[0]),
        ThinkBetterOfIt(ticket=tickets[1]),
        Describe(ticket=tickets[2], kind=Kind.COMPLAINT),
        by=chen,
        fitting=True,
    )
    assert done.tickets == (tickets[0], tickets[2])
    after = shop.dossier(tickets[1])
    assert (after.ticket, after.clocks, after.events) == (
        before.ticket,
        before.clocks,
        before.events,
    )
    assert shop.desk.verify_log() is None


def test_a_ticket_that_changed_meanwhile_is_left_out(shop: Shop, tickets: list[int]) -> None:
    versions = {number: shop.ticket(number).version for number in tickets}
    shop.do(Describe(ticket=tickets[0], subject="Other"), by="dora")
    done = shop.desk.do(
        *(Move(ticket=n, to=State.SOLVED, version=versions[n]) for n in tickets),
        by=shop.desk.actor("chen", Via.CONSOLE),
        fitting=True,
    )
    assert done.tickets == tuple(tickets[1:])
    assert isinstance(done.left_out[0], Stale)


def test_where_it_fits_none_the_first_reason_is_given(shop: Shop, tickets: list[int]) -> None:
    for number in tickets:
        shop.do(Take(ticket=number), by="dora")
    chen = shop.desk.actor("chen", Via.CONSOLE)
    with pytest.raises(Refused, match=f"Ticket {tickets[0]} belongs to dora"):
        shop.desk.do(*(Take(ticket=n) for n in tickets), by=chen, fitting=True)


def test_what_is_wrong_for_all_stops_all(shop: Shop, tickets: list[int]) -> None:
    chen = shop.desk.actor("chen", Via.CONSOLE)
    with pytest.raises(BadInput):
        shop.desk.do(
            Take(ticket=tickets[0]),
            Describe(ticket=tickets[1], category="there/is-none"),
            by=chen,
            fitting=True,
        )
    assert shop.ticket(tickets[0]).owner_id is None
