"""A matter that comes back in a new ticket."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.desks import Shop
from tuiticket.engine.commands.coming_back import Unrelated
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.opening import LogCall
from tuiticket.engine.commands.policies import PutPolicy
from tuiticket.engine.commands.setup import POLICIES, ChangeSettings
from tuiticket.engine.commands.undo import Undo
from tuiticket.engine.errors import Refused
from tuiticket.engine.inspection import inspect
from tuiticket.engine.model.clock import ReboundTo
from tuiticket.engine.model.people import SENIOR
from tuiticket.engine.model.ticket import Priority, State


def solved(shop: Shop, **fields: str) -> int:
    """A ticket about an order, solved two days ago."""
    number = shop.open("Lamp flickers", order_number="88213", team="logistics", **fields)
    shop.do(Move(ticket=number, to=State.SOLVED), by="chen")
    shop.clock.advance(days=2)
    return number


def test_it_is_linked_raised_once_and_told(shop: Shop) -> None:
    earlier = solved(shop)
    number = shop.open("It does it again", order_number="88213", team="logistics")
    dossier = shop.dossier(number)
    assert (dossier.ticket.rebound_of, dossier.ticket.priority) == (earlier, Priority.HIGH)
    kinds = [event.kind for event in dossier.events]
    assert kinds[:2] == ["ticket.opened", "ticket.came-back"]
    assert dossier.events[1].data["number"] == earlier
    assert {clock.target_s for clock in dossier.clocks} == {3600, 8 * 3600}, "as a high one"
    assert dossier.ticket.urgency == Priority.HIGH + 1
    assert shop.ticket(earlier).state is State.SOLVED
    with shop.desk.reading() as reading:
        assert list(inspect(reading, reading.calendars(), shop.desk.now())) == []


def test_a_third_ticket_comes_back_on_the_one_before(shop: Shop) -> None:
    solved(shop)
    second = solved(shop)
    third = shop.open("Lamp flickers", team="logistics")
    assert shop.ticket(second).rebound_of is not None
    assert shop.ticket(third).rebound_of == second


@pytest.mark.parametrize(
    "fields",
    [{"contact": "li@example.cn", "order_number": "88213"}, {"order_number": "7"}, {}],
    ids=["another customer", "another order", "another subject"],
)
def test_other_matters_are_left_alone(shop: Shop, fields: dict[str, str]) -> None:
    solved(shop)
    ticket = shop.ticket(shop.open("Which size?", team="logistics", **fields))
    assert (ticket.rebound_of, ticket.priority) == (None, Priority.NORMAL)


def test_the_shop_says_for_how_long(shop: Shop) -> None:
    solved(shop)
    shop.do(ChangeSettings(rebound_within_s=int(timedelta(days=1).total_seconds())), by="ada")
    assert shop.ticket(shop.open(order_number="88213", team="logistics")).rebound_of is None
    shop.do(ChangeSettings(rebound_within_s=int(timedelta(days=2).total_seconds())), by="ada")
    assert shop.ticket(shop.open(order_number="88213", team="logistics")).rebound_of is not None


def test_a_call_that_was_answered_at_once_is_none(shop: Shop) -> None:
    solved(shop, contact="13800138000")
    asked = {"contact": "13800138000", "subject": "Lamp flickers", "team": "logistics"}
    told = shop.do(LogCall(**asked, answer="Tighten the bulb")).tickets[0]  # type: ignore[arg-type]
    assert shop.ticket(told).rebound_of is None
    open_ = shop.do(LogCall(**asked)).tickets[0]  # type: ignore[arg-type]
    assert shop.ticket(open_).rebound_of is not None


def test_a_person_may_say_that_it_is_another_matter_and_take_that_back(shop: Shop) -> None:
    earlier = solved(shop)
    number = shop.open(order_number="88213", team="logistics")
    shop.do(Unrelated(ticket=number), by="chen")
    ticket = shop.ticket(number)
    assert (ticket.rebound_of, ticket.urgency) == (None, ticket.priority)
    assert shop.dossier(number).events[-1].kind == "ticket.unrelated"
    with pytest.raises(Refused, match="no other"):
        shop.do(Unrelated(ticket=number), by="chen")
    shop.do(Undo(), by="chen")
    assert shop.ticket(number).rebound_of == earlier


def test_the_policy_may_want_somebody_else(shop: Shop) -> None:
    policy = replace(POLICIES[1], rebound_to=ReboundTo.OTHER)
    shop.do(PutPolicy(policy=policy), by="ada")
    earlier = shop.open("Lamp flickers", team="after-sales")
    owner = shop.ticket(earlier).owner_id
    shop.do(Move(ticket=earlier, to=State.SOLVED), by="lena")
    ticket = shop.ticket(shop.open("Lamp flickers", team="after-sales"))
    assert ticket.excluded == (owner,)
    assert ticket.owner_id not in (None, owner)


def test_the_policy_may_want_somebody_senior(shop: Shop) -> None:
    policy = replace(POLICIES[1], rebound_to=ReboundTo.SENIOR)
    shop.do(PutPolicy(policy=policy), by="ada")
    solved(shop)
    ticket = shop.ticket(shop.open("Lamp flickers", team="after-sales"))
    assert (ticket.needs_level, ticket.owner_id) == (SENIOR, None)
