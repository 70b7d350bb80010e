"""Snoozing tickets, and following them up."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.desks import ADMIN, NOON, Shop
from tests.engine.commands.test_undo import facts
from tuiticket.engine.commands.assignment import Take
from tuiticket.engine.commands.conversation import Receive, Reply
from tuiticket.engine.commands.follow_up import FollowUp
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.merging import Merge
from tuiticket.engine.commands.snoozing import Snooze, Wake
from tuiticket.engine.commands.undo import Undo
from tuiticket.engine.errors import BadInput, Refused
from tuiticket.engine.inspection import inspect
from tuiticket.engine.model.people import Agent, Notice
from tuiticket.engine.model.ticket import State
from tuiticket.engine.rules.query import parse
from tuiticket.engine.rules.views import VIEWS

TOMORROW = NOON + timedelta(days=1)


@pytest.fixture(name="number")
def _number(shop: Shop) -> int:
    """A ticket of chen's, who has answered."""
    number = shop.open(team="logistics")
    shop.do(Take(ticket=number), Reply(ticket=number, body="We look into it"), by="chen")
    return number


def found(shop: Shop, query: str) -> list[int]:
    """What a query finds for chen now."""
    with shop.desk.reading() as reading:
        me = reading.find(Agent, login="chen")[0]
        return list(reading.queue(parse(query), me, shop.desk.now()))


def abouts(shop: Shop, login: str) -> list[str]:
    """What somebody was told of."""
    with shop.desk.reading() as reading:
        me = reading.find(Agent, login=login)[0]
        return [notice.about for notice in reading.find(Notice, agent_id=me.id)]


def views(shop: Shop, number: int) -> set[str]:
    """The views that hold a ticket, for chen."""
    return {view.key for view in VIEWS if number in found(shop, view.text)}


def sound(shop: Shop) -> bool:
    """Whether the doctor finds nothing."""
    with shop.desk.reading() as reading:
        return list(inspect(reading, reading.calendars(), shop.desk.now())) == []


def test_a_snoozed_ticket_is_out_of_the_views_and_its_clocks_run_on(
    shop: Shop, number: int
) -> None:
    clocks = shop.dossier(number).clocks
    assert views(shop, number) == {"mine", "team", "active", "all"}
    shop.do(Snooze(ticket=number, until=TOMORROW), by="chen")
    assert views(shop, number) == {"all"}
    assert found(shop, "is:snoozed") == [number]
    assert shop.dossier(number).clocks == clocks
    assert shop.dossier(number).events[-1].data["until"] == "2026-03-03T20:00+08:00"
    assert sound(shop)


def test_it_comes_back_in_time_and_its_owner_is_told(shop: Shop, number: int) -> None:
    shop.do(Snooze(ticket=number, until=NOON + timedelta(hours=1)), by="lena")
    shop.clock.advance(minutes=59)
    shop.desk.tick()
    assert found(shop, "is:snoozed") == [number]
    shop.clock.advance(minutes=1)
    shop.desk.tick()
    assert found(shop, "is:snoozed") == []
    assert shop.ticket(number).snoozed_until is None
    assert abouts(shop, "chen").count("woken") == 1
    assert sound(shop)


def test_the_customers_word_brings_it_back(shop: Shop, number: int) -> None:
    shop.do(Snooze(ticket=number, until=TOMORROW), by="chen")
    shop.desk.do(Receive(ticket=number, body="Out of office", automatic="auto-reply"), by=ADMIN)
    assert shop.ticket(number).snoozed_until == TOMORROW
    shop.desk.do(Receive(ticket=number, body="Any news?"), by=ADMIN)
    assert shop.ticket(number).snoozed_until is None
    assert sound(shop)


def test_solving_and_merging_end_it(shop: Shop, number: int) -> None:
    shop.do(Snooze(ticket=number, until=TOMORROW), by="chen")
    shop.do(Move(ticket=number, to=State.SOLVED), by="chen")
    assert shop.ticket(number).snoozed_until is None
    one, two = shop.open(team="logistics"), shop.open(team="logistics")
    shop.do(*(Snooze(ticket=n, until=TOMORROW) for n in (one, two)))
    shop.do(Merge(ticket=one, into=two))
    assert [shop.ticket(n).snoozed_until for n in (one, two)] == [None, None]
    assert sound(shop)


def test_snoozing_and_waking_are_undone(shop: Shop, number: int) -> None:
    before = facts(shop, number)
    shop.do(Snooze(ticket=number, until=TOMORROW), by="chen")
    after = facts(shop, number)
    shop.do(Wake(ticket=number), by="chen")
    shop.do(Undo(), by="chen")
    assert facts(shop, number) == after
    shop.do(Undo(), by="chen")
    assert facts(shop, number) == before
    assert sound(shop)


def test_what_cannot_be_snoozed(shop: Shop, number: int) -> None:
    with pytest.raises(BadInput, match=r"2026-03-02 20:00\S+ is past"):
        shop.do(Snooze(ticket=number, until=NOON), by="chen")
    with pytest.raises(Refused, match="not snoozed"):
        shop.do(Wake(ticket=number), by="chen")
    shop.do(Move(ticket=number, to=State.SOLVED), by="chen")
    with pytest.raises(Refused, match="solved"):
        shop.do(Snooze(ticket=number, until=TOMORROW), by="chen")


def test_a_follow_up_is_told_once_and_stays_noted_until_done(shop: Shop, number: int) -> None:
    shop.do(FollowUp(ticket=number, at=TOMORROW), by="chen")
    shop.do(Move(ticket=number, to=State.SOLVED), by="lena")
    shop.clock.advance(days=1)
    shop.desk.tick()
    shop.desk.tick()
    assert abouts(shop, "chen").count("follow-up") == 1
    assert found(shop, "follow-up:<+1m") == [number]
    assert sound(shop)
    shop.do(FollowUp(ticket=number, at=None), by="chen")
    assert found(shop, "follow-up:<+1m") == []
    assert shop.dossier(number).events[-1].kind == "ticket.followed-up"


def test_without_an_owner_the_lead_is_told(shop: Shop) -> None:
    number = shop.open(team="logistics")
    shop.do(FollowUp(ticket=number, at=NOON + timedelta(minutes=5)), by="chen")
    shop.clock.advance(minutes=5)
    shop.desk.tick()
    assert "follow-up" in abouts(shop, "lena")


def test_a_follow_up_set_anew_is_told_anew(shop: Shop, number: int) -> None:
    shop.do(FollowUp(ticket=number, at=NOON + timedelta(hours=1)), by="chen")
    shop.clock.advance(hours=1)
    shop.desk.tick()
    shop.do(FollowUp(ticket=number, at=NOON + timedelta(hours=2)), by="lena")
    shop.clock.advance(hours=1)
    shop.desk.tick()
    assert abouts(shop, "chen").count("follow-up") == 2
    with pytest.raises(Refused, match="so already"):
        shop.do(FollowUp(ticket=number, at=None), FollowUp(ticket=number, at=None), by="chen")
