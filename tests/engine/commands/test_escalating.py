"""Calling for help with a ticket."""

from __future__ import annotations

import pytest

from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.escalating import Escalate
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.people import ChangeTeam
from tuiticket.engine.errors import BadInput, Refused
from tuiticket.engine.model.clock import ClockKind
from tuiticket.engine.model.people import Agent, Notice
from tuiticket.engine.model.ticket import Priority, State


def told(shop: Shop, login: str) -> list[tuple[str, object]]:
    """What somebody was told, and the reason that was given."""
    with shop.desk.reading() as reading:
        agent = reading.find(Agent, login=login)[0]
        notices = reading.find(Notice, agent_id=agent.id)
    return [(notice.about, notice.details.get("reason")) for notice in notices]


def test_the_priority_goes_up_and_the_lead_is_told_why(shop: Shop) -> None:
    number = shop.open(by="chen", team="logistics")
    clocks = {clock.kind: clock.target_s for clock in shop.dossier(number).clocks}
    shop.do(Escalate(ticket=number, reason=" He threatens\nto sue "), by="chen")
    dossier = shop.dossier(number)
    assert dossier.ticket.priority is Priority.HIGH
    assert told(shop, "lena")[-1] == ("escalated", "He threatens to sue")
    assert dossier.events[-1].data["called"] == ["lena"]
    resolution = next(c for c in dossier.clocks if c.kind is ClockKind.RESOLUTION and c.alive)
    assert resolution.target_s < clocks[ClockKind.RESOLUTION]


def test_what_is_urgent_already_stays_so_and_is_told(shop: Shop) -> None:
    number = shop.open(by="chen", team="logistics", priority=Priority.URGENT)
    shop.do(Escalate(ticket=number, reason="still nobody"), by="chen")
    assert shop.ticket(number).priority is Priority.URGENT
    assert told(shop, "lena")[-1][0] == "escalated"


def test_a_lead_calls_those_above(shop: Shop) -> None:
    number = shop.open(by="chen", team="logistics")
    shop.do(Escalate(ticket=number, reason="too big for us"), by="lena")
    assert told(shop, "ada")[-1] == ("escalated", "too big for us")
    assert all(about != "escalated" for about, _reason in told(shop, "lena"))


def test_it_needs_a_reason_somebody_to_call_and_work_to_be_done(shop: Shop) -> None:
    number = shop.open(by="chen", team="logistics")
    with pytest.raises(BadInput, match="reason"):
        shop.do(Escalate(ticket=number, reason="  "), by="chen")
    shop.desk.do(ChangeTeam(key="logistics", lead="ada"), by=ADMIN)
    with pytest.raises(Refused, match="nobody above you"):
        shop.do(Escalate(ticket=number, reason="x"), by="ada")
    shop.do(Move(ticket=number, to=State.SOLVED), by="chen")
    with pytest.raises(Refused, match="solved"):
        shop.do(Escalate(ticket=number, reason="x"), by="chen")
    assert shop.ticket(number).priority is Priority.NORMAL
