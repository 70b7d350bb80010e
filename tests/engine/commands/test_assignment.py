"""Who works on a ticket."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.assignment import Assign, Release, Take, Transfer
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.offering import HandOut
from tuiticket.engine.commands.people import ChangeAgent, ChangeTeam, SetAvailable
from tuiticket.engine.errors import BadInput, Refused, Stale
from tuiticket.engine.model.people import Notice
from tuiticket.engine.model.ticket import Kind, State


def owner(shop: Shop, number: int) -> str | None:
    agent = shop.dossier(number).owner
    return agent.login if agent else None


def test_taking_works_only_from_nobody(shop: Shop) -> None:
    number = shop.open(category="logistics")
    shop.do(Take(ticket=number), by="chen")
    assert owner(shop, number) == "chen"
    assert shop.ticket(number).state is State.OPEN
    with pytest.raises(Refused, match="belongs to chen"):
        shop.do(Take(ticket=number), by="dora")
    with pytest.raises(Refused, match="yours already"):
        shop.do(Take(ticket=number), by="chen")
    assert owner(shop, number) == "chen"


def test_the_owner_or_a_lead_passes_a_ticket_on_nobody_else(shop: Shop) -> None:
    number = shop.open(category="logistics")
    shop.do(Take(ticket=number), by="chen")
    with pytest.raises(Refused, match="not yours"):
        shop.do(Assign(ticket=number, login="alice"), by="alice")
    shop.do(Assign(ticket=number, login="dora"), by="chen")
    assert owner(shop, number) == "dora"
    shop.do(Assign(ticket=number, login="bo"), by="lena")
    assert owner(shop, number) == "bo"
    with shop.desk.reading() as reading:
        told = {n.agent_id: n.about for n in reading.find(Notice, ticket_id=number)}
    logins = {a.id: a.login for a in shop.dossier(number).agents}
    assert {logins[i]: about for i, about in told.items()} == {
        "dora": "taken-away",
        "bo": "assigned",
    }


def test_the_wall_monitor_owns_no_tickets(shop: Shop) -> None:
    with pytest.raises(Refused, match="cannot own"):
        shop.do(Assign(ticket=shop.open(), login="wall"), by="lena")


def test_a_released_ticket_stands_in_its_teams_queue_again(shop: Shop) -> None:
    number = shop.open(category="logistics")
    shop.do(Take(ticket=number), by="chen")
    shop.do(Release(ticket=number), by="chen")
    assert owner(shop, number) is None
    with pytest.raises(Refused):
        shop.do(Release(ticket=number), by="chen")


def test_a_transfer_needs_a_reason_and_lets_the_new_team_hand_it_out(shop: Shop) -> None:
    number = shop.open(category="logistics")
    with pytest.raises(BadInput, match="reason"):
        shop.do(Transfer(ticket=number, team="after-sales", reason=" "), by="chen")
    shop.do(Transfer(ticket=number, team="after-sales", reason="wants a refund"), by="chen")
    dossier = shop.dossier(number)
    assert dossier.team is not None
    assert dossier.team.key == "after-sales"
    assert owner(shop, number) == "alice"
    assert "wants a refund" in [event.data.get("reason") for event in dossier.events]
    with pytest.raises(Refused, match="already"):
        shop.do(Transfer(ticket=number, team="after-sales", reason="x"), by="alice")


def test_nothing_done_is_handed_about(shop: Shop) -> None:
    number = shop.open()
    shop.do(Move(ticket=number, to=State.CLOSED))
    for command in (Take(ticket=number), Transfer(ticket=number, team="logistics", reason="x")):
        with pytest.raises(Refused, match="closed"):
            shop.do(command)


def test_two_who_looked_at_the_same_moment_do_not_both_win(shop: Shop) -> None:
    number = shop.open(category="logistics")
    seen = shop.ticket(number).version
    shop.do(Take(ticket=number, version=seen), by="chen")
    with pytest.raises(Stale):
        shop.do(Assign(ticket=number, login="dora", version=seen), by="lena")
    assert owner(shop, number) == "chen"


def test_who_is_away_gets_nothing_and_who_comes_back_is_offered_what_waits(shop: Shop) -> None:
    shop.do(SetAvailable(login="alice", available=False), by="alice")
    with pytest.raises(Refused):
        shop.do(SetAvailable(login="bo", available=False), by="lena")
    shop.do(SetAvailable(login="bo", available=False), by="ada")
    number = shop.open(kind=Kind.COMPLAINT, by="chen")
    assert owner(shop, number) is None
    shop.do(HandOut(), by="chen")
    assert owner(shop, number) is None
    shop.do(SetAvailable(login="bo", available=True), by="bo")
    assert owner(shop, number) == "bo"
    with pytest.raises(Refused, match="back already"):
        shop.do(SetAvailable(login="bo", available=True), by="bo")


def test_a_long_queue_is_handed_out_in_portions_until_nobody_has_room(shop: Shop) -> None:
    numbers = [shop.open(f"Parcel {i}", team="logistics") for i in range(32)]
    shop.desk.do(
        ChangeTeam(key="logistics", automatic=True),
        *(ChangeAgent(login=login, capacity=15) for login in ("chen", "dora")),
        by=ADMIN,
    )
    at_once = HandOut().limit
    assert [len(act.tickets) for act in shop.desk.tend()] == [at_once, 30 - at_once]
    owners = Counter(owner(shop, number) for number in numbers)
    assert owners == {"chen": 15, "dora": 15, None: 2}
