"""What a customer writes after the solution: a rebound, or just thanks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.conversation import Receive, Reply
from tuiticket.engine.commands.life import Move, Reopen
from tuiticket.engine.commands.policies import PutPolicy
from tuiticket.engine.commands.setup import POLICIES
from tuiticket.engine.commands.triage import Triage
from tuiticket.engine.errors import Refused
from tuiticket.engine.model.clock import Clock, ClockKind, ClockState
from tuiticket.engine.model.ticket import Priority, State

HOUR = 3600


def solved(shop: Shop) -> int:
    """A ticket of normal priority that was answered and solved."""
    number = shop.open()
    shop.clock.advance(minutes=10)
    shop.do(Reply(ticket=number, body="Done", then=State.SOLVED))
    shop.clock.advance(hours=1)
    return number


def wrote(shop: Shop, number: int, body: str) -> None:
    """Let the customer write."""
    shop.desk.do(Receive(ticket=number, body=body), by=ADMIN)


def clocks(shop: Shop, number: int, kind: ClockKind) -> list[Clock]:
    """The clocks of a kind, oldest first."""
    return [clock for clock in shop.dossier(number).clocks if clock.kind is kind]


@pytest.fixture(name="patient")
def _patient(shop: Shop) -> Shop:
    """A shop that gives people half an hour to judge such messages."""
    policy = replace(POLICIES[2], triage_s=HOUR // 2)
    shop.desk.do(PutPolicy(policy=policy), by=ADMIN)
    return shop


def test_a_rebound_starts_a_new_cycle_from_the_message_and_keeps_the_first_result(
    shop: Shop,
) -> None:
    number = solved(shop)
    at = shop.clock.now
    wrote(shop, number, "It is broken again")
    ticket = shop.ticket(number)
    assert (ticket.state, ticket.cycle) == (State.OPEN, 1)
    assert ticket.priority is Priority.HIGH, "one step sooner"
    first, again = clocks(shop, number, ClockKind.RESOLUTION)
    assert (first.cycle, first.state) == (0, ClockState.MET)
    assert (again.cycle, again.target_s) == (1, 4 * HOUR), "half of the eight hours of high"
    (response,) = clocks(shop, number, ClockKind.NEXT_RESPONSE)
    assert (response.cycle, response.started_at, again.started_at) == (1, at, at)


def test_the_rebound_target_is_the_policys_or_half_and_at_least_an_hour(shop: Shop) -> None:
    high = next(policy for policy in POLICIES if policy.priority is Priority.HIGH)
    for rebound_s, resolution_s, expected in ((999, 9999, 999), (None, 1800, HOUR)):
        policy = replace(high, rebound_s=rebound_s, resolution_s=resolution_s)
        shop.desk.do(PutPolicy(policy=policy), by=ADMIN)
        number = solved(shop)
        wrote(shop, number, "It is broken again")
        assert clocks(shop, number, ClockKind.RESOLUTION)[-1].target_s == expected


def test_thanks_leave_a_solved_ticket_solved(shop: Shop) -> None:
    number = solved(shop)
    wrote(shop, number, "好的，谢谢您！")
    ticket = shop.ticket(number)
    assert (ticket.state, ticket.cycle, ticket.unanswered_since) == (State.SOLVED, 0, None)
    assert shop.dossier(number).events[-1].kind == "ticket.thanked"


def test_a_person_may_judge_while_the_triage_clock_runs(patient: Shop) -> None:
    number = solved(patient)
    wrote(patient, number, "It flickers a little")
    (triage,) = clocks(patient, number, ClockKind.TRIAGE)
    assert triage.state is ClockState.RUNNING
    assert patient.ticket(number).state is State.SOLVED
    since = patient.clock.now
    patient.clock.advance(minutes=20)
    patient.do(Triage(ticket=number, rebound=True))
    assert clocks(patient, number, ClockKind.TRIAGE)[0].state is ClockState.MET
    assert clocks(patient, number, ClockKind.RESOLUTION)[-1].started_at == since
    with pytest.raises(Refused):
        patient.do(Triage(ticket=number, rebound=False))


def test_judged_thanks_stop_the_triage_clock(patient: Shop) -> None:
    number = solved(patient)
    wrote(patient, number, "Received, all in order")
    patient.do(Triage(ticket=number, rebound=False))
    assert clocks(patient, number, ClockKind.TRIAGE)[0].state is ClockState.MET
    assert patient.ticket(number).unanswered_since is None


def test_a_ticket_does_not_close_before_it_is_judged(patient: Shop) -> None:
    number = solved(patient)
    wrote(patient, number, "It flickers a little")
    patient.clock.advance(days=9)
    patient.desk.tick()
    assert patient.ticket(number).state is State.SOLVED
    kinds = [event.kind for event in patient.dossier(number).events]
    assert kinds.count("clock.breached") == 1
    patient.do(Triage(ticket=number, rebound=False))
    patient.desk.tick()
    assert patient.ticket(number).state is State.CLOSED


def test_staff_taking_a_ticket_up_again_raise_nothing(shop: Shop) -> None:
    number = solved(shop)
    shop.do(Reopen(ticket=number, reason="forgot the refund"))
    assert shop.ticket(number).priority is Priority.NORMAL
    assert clocks(shop, number, ClockKind.NEXT_RESPONSE) == []
    assert clocks(shop, number, ClockKind.RESOLUTION)[-1].cycle == 1
    with pytest.raises(Refused):
        shop.do(Triage(ticket=number, rebound=True))
    shop.do(Move(ticket=number, to=State.SOLVED))
    with pytest.raises(Refused):
        shop.do(Triage(ticket=number, rebound=True))
