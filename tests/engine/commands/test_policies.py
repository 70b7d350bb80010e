"""Promises: which fits, what an edit changes, and what only an explicit act does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.conversation import Reply
from tuiticket.engine.commands.customers import TagCustomer
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.commands.policies import ApplyPolicies, PutPolicy
from tuiticket.engine.commands.setup import POLICIES
from tuiticket.engine.commands.undo import Undo
from tuiticket.engine.errors import BadInput, Refused
from tuiticket.engine.model.clock import Clock, ClockKind, ClockState, Policy, Step
from tuiticket.engine.model.ticket import Kind, Priority

HOUR = 3600
NORMAL = POLICIES[2]


def resolution(shop: Shop, number: int) -> Clock:
    """The resolution clock of a ticket."""
    return next(c for c in shop.dossier(number).clocks if c.kind is ClockKind.RESOLUTION)


def test_an_edit_is_for_clocks_that_start_later(shop: Shop) -> None:
    before = shop.open()
    shop.desk.do(PutPolicy(policy=replace(NORMAL, resolution_s=HOUR)), by=ADMIN)
    assert resolution(shop, before).target_s == 24 * HOUR
    assert resolution(shop, shop.open()).target_s == HOUR
    shop.clock.advance(minutes=40)
    shop.desk.do(ApplyPolicies(), by=ADMIN)
    clock = resolution(shop, before)
    assert (clock.target_s, clock.consumed_s) == (HOUR, 40 * 60)
    assert shop.dossier(before).events[-1].kind == "clock.retargeted"


def test_the_same_policy_again_is_refused(shop: Shop) -> None:
    with pytest.raises(Refused):
        shop.desk.do(PutPolicy(policy=NORMAL), by=ADMIN)


@pytest.mark.parametrize(
    "policy",
    [
        replace(NORMAL, resolution_s=0),
        replace(NORMAL, tell_s=-5),
        replace(NORMAL, steps=(Step(0, ()),)),
        replace(NORMAL, name=" "),
    ],
)
def test_promises_that_make_no_sense_are_refused(shop: Shop, policy: Policy) -> None:
    with pytest.raises(BadInput):
        shop.desk.do(PutPolicy(policy=policy), by=ADMIN)


def test_a_new_tag_of_the_customer_moves_the_clocks_of_their_tickets(shop: Shop) -> None:
    vip = Policy(name="VIP", position=0, customer_tag="vip", resolution_s=HOUR)
    shop.desk.do(PutPolicy(policy=vip), by=ADMIN)
    number = shop.open()
    customer = shop.ticket(number).customer_id
    shop.clock.advance(minutes=5)
    shop.do(TagCustomer(customer=customer, tags=("VIP",)))
    assert resolution(shop, number).target_s == HOUR
    states = {c.kind: c.state for c in shop.dossier(number).clocks}
    assert states[ClockKind.FIRST_RESPONSE] is ClockState.CANCELLED, "no longer promised"


def breaches(shop: Shop, number: int) -> list[bool]:
    """For each breach of the resolution whether only a new target made it."""
    return [
        event.data.get("cut_short", False)
        for event in shop.dossier(number).events
        if event.kind == "clock.breached" and event.data["clock"] == "resolution"
    ]


def test_a_breach_by_a_new_target_alone_says_so(shop: Shop) -> None:
    number = shop.open()
    shop.do(Reply(ticket=number, body="Soon"))
    shop.clock.advance(hours=5)
    shop.do(Describe(ticket=number, priority=Priority.URGENT))
    shop.desk.tick()
    assert breaches(shop, number) == [True]


def test_a_breach_by_time_does_not(shop: Shop) -> None:
    number = shop.open(priority=Priority.URGENT)
    shop.clock.advance(hours=5)
    shop.desk.tick()
    shop.do(Describe(ticket=number, kind=Kind.REPAIR))
    shop.desk.tick()
    assert breaches(shop, number) == [False]


def test_a_breach_nobody_ticked_for_is_recorded_when_the_clock_stops(shop: Shop) -> None:
    number = shop.open()
    shop.clock.advance(hours=9)
    shop.do(Reply(ticket=number, body="Sorry"))
    told = [e for e in shop.dossier(number).events if e.kind == "clock.breached"]
    assert [e.data["clock"] for e in told] == ["first-response"]
    shop.do(Undo())
    shop.desk.tick()
    told = [e for e in shop.dossier(number).events if e.kind == "clock.breached"]
    assert len(told) == 1, "it came before the answer, and stays when that is taken back"


def test_a_breach_is_recorded_though_the_policy_does_nothing_about_it(shop: Shop) -> None:
    shop.desk.do(PutPolicy(policy=replace(NORMAL, steps=())), by=ADMIN)
    number = shop.open()
    shop.clock.advance(days=2)
    shop.desk.tick()
    shop.desk.tick()
    assert breaches(shop, number) == [False]
