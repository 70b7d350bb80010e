"""Tickets that leave their owners: not looked at, left behind, given back, come back."""

from __future__ import annotations

import pytest

from tests.desks import ADMIN, Shop
from tests.engine.commands.assigning import (
    HOUR,
    SHIFT,
    TEAM,
    away,
    by_load,
    notices,
    opened,
    owner,
    told,
    verdicts,
)
from tests.engine.test_inspection import findings
from tuiticket.engine.commands.assignment import Accept, Assign, Release, Steal, Take
from tuiticket.engine.commands.calendars import PutCalendar
from tuiticket.engine.commands.conversation import Receive, Reply
from tuiticket.engine.commands.drafts import SaveDraft
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.offering import HandOut
from tuiticket.engine.commands.people import AddAgent, ChangeAgent, ChangeTeam, Join, SetAvailable
from tuiticket.engine.commands.policies import PutPolicy
from tuiticket.engine.commands.undo import Undo
from tuiticket.engine.errors import BadInput, Refused
from tuiticket.engine.model.calendar import ShopCalendar
from tuiticket.engine.model.clock import Policy, ReboundTo
from tuiticket.engine.model.people import DraftKind, Role, Skill
from tuiticket.engine.model.ticket import State, Ticket


@pytest.fixture(name="shop")
def _shop(shop: Shop) -> Shop:
    return by_load(shop)


# Acceptance.


def test_who_does_not_look_in_time_loses_it_and_does_not_get_it_again(shop: Shop) -> None:
    shop.do(ChangeTeam(key=TEAM, accept_s=600), by="ada")
    number = opened(shop)
    assert owner(shop, number) == "alice"
    shop.clock.advance(seconds=599)
    shop.desk.tick()
    assert owner(shop, number) == "alice"
    shop.clock.advance(seconds=1)
    shop.desk.tick()
    assert owner(shop, number) == "bo"
    assert ("lena", "not-accepted") in notices(shop, number)
    shop.clock.advance(seconds=600)
    shop.desk.tick()
    assert owner(shop, number) is None
    assert set(verdicts(told(shop, number, "ticket.queued")[0]).values()) == {"had it before"}
    assert len(told(shop, number, "ticket.not-accepted")) == 2
    assert findings(shop) == []


def test_opening_it_or_doing_anything_to_it_accepts_it(shop: Shop) -> None:
    shop.do(ChangeTeam(key=TEAM, accept_s=600), by="ada")
    looked, answered = opened(shop), opened(shop)
    shop.do(Accept(ticket=looked), by="bo")
    assert shop.ticket(looked).accepted_at is None, "only the owner accepts"
    assert shop.do(Accept(ticket=looked), by="alice").events
    assert not shop.do(Accept(ticket=looked), by="alice").events
    shop.do(Reply(ticket=answered, body="Soon"), by="bo")
    shop.clock.advance(hours=1)
    shop.desk.tick(hand_out=False)
    assert (owner(shop, looked), owner(shop, answered)) == ("alice", "bo")
    shop.do(Undo(), by="bo")
    assert shop.ticket(answered).accepted_at is not None
    assert shop.ticket(answered).state is State.NEW


def test_looking_is_nothing_to_undo(shop: Shop) -> None:
    number = opened(shop)
    shop.do(Describe(ticket=number, subject="Lamp"), by="alice")
    other = opened(shop)
    shop.do(Accept(ticket=other), by="bo")
    with pytest.raises(Refused, match="nothing of yours"):
        shop.do(Undo(), by="bo")


def test_the_time_to_accept_runs_only_in_the_shift_and_not_for_what_people_choose(
    shop: Shop,
) -> None:
    lunch = ShopCalendar(
        key="lunch", zone="UTC", week=(((9 * 3600, 43_500), (46_800, 18 * 3600)),) * 7
    )
    shop.do(PutCalendar(calendar=lunch), by="ada")
    shop.do(
        ChangeAgent(login="alice", calendar="lunch"), ChangeTeam(key=TEAM, accept_s=600), by="ada"
    )
    number = opened(shop)
    chosen = opened(shop)
    shop.do(Assign(ticket=chosen, login="alice"), by="lena")
    shop.clock.advance(minutes=64, seconds=59)
    shop.desk.tick()
    assert owner(shop, number) == "alice", "five minutes before lunch, not yet five after it"
    shop.clock.advance(seconds=1)
    shop.desk.tick()
    assert owner(shop, number) == "bo"
    assert owner(shop, chosen) == "alice"


# Leaving.


def test_at_the_end_of_the_shift_work_goes_back_and_what_waits_stays(shop: Shop) -> None:
    shop.do(PutCalendar(calendar=SHIFT), by="ada")
    shop.do(ChangeAgent(login="alice", calendar="days"), by="ada")
    acting, waiting = opened(shop), opened(shop)
    shop.do(Assign(ticket=waiting, login="alice"), by="lena")
    shop.do(Reply(ticket=waiting, body="Which one?", then=State.WAITING_CUSTOMER), by="alice")
    shop.do(SaveDraft(ticket=acting, kind=DraftKind.REPLY, body="Dear"), by="alice")
    shop.clock.advance(hours=3)
    shop.desk.tick()
    assert owner(shop, acting) == "bo"
    (note,) = told(shop, acting, "ticket.handed-back")
    assert note.data == {
        "owner": "alice",
        "reason": "shift-end",
        "waited": 3 * HOUR,
        "drafts": ["reply"],
    }
    assert owner(shop, waiting) == "alice"
    shop.do(Receive(ticket=waiting, body="The blue one"), by="chen")
    assert owner(shop, waiting) == "bo"
    assert told(shop, waiting, "ticket.handed-back")[0].data["reason"] == "customer-wrote"
    assert findings(shop) == []


def test_who_goes_away_leaves_word_and_their_work(shop: Shop) -> None:
    number = opened(shop)
    shop.do(SetAvailable(login="alice", available=False, note="flu"), by="alice")
    assert owner(shop, number) == "bo"
    assert told(shop, number, "ticket.handed-back")[0].data["note"] == "flu"
    shop.do(SetAvailable(login="alice", available=True), by="alice")
    assert owner(shop, number) == "bo", "it is not taken away again"


def test_a_worker_that_slept_over_a_shift_takes_nothing_from_who_is_back(shop: Shop) -> None:
    shop.do(PutCalendar(calendar=SHIFT), by="ada")
    shop.do(ChangeAgent(login="alice", calendar="days"), by="ada")
    number = opened(shop)
    shop.clock.advance(hours=22)
    shop.desk.tick()
    assert owner(shop, number) == "alice"
    assert findings(shop) == []


def test_what_a_person_takes_after_their_shift_stays_theirs(shop: Shop) -> None:
    shop.do(PutCalendar(calendar=SHIFT), by="ada")
    shop.do(ChangeAgent(login="chen", calendar="days"), by="ada")
    number = shop.open(by="dora", category="logistics")
    shop.clock.advance(hours=4)
    shop.do(Take(ticket=number), by="chen")
    shop.do(Receive(ticket=number, body="Hello?"), by="dora")
    shop.desk.tick()
    assert owner(shop, number) == "chen"


# People's choice.


def test_stealing_takes_a_reason_and_tells_the_one_who_had_it(shop: Shop) -> None:
    number = opened(shop)
    with pytest.raises(BadInput, match="reason"):
        shop.do(Steal(ticket=number, reason=" "), by="bo")
    shop.do(Steal(ticket=number, reason="I know her"), by="bo")
    assert owner(shop, number) == "bo"
    assert ("alice", "stolen") in notices(shop, number)
    with pytest.raises(Refused, match="yours already"):
        shop.do(Steal(ticket=number, reason="again"), by="bo")
    shop.do(Undo(), by="bo")
    assert owner(shop, number) == "alice"
    free = shop.open(by="chen", category="logistics")
    with pytest.raises(Refused, match="nobody"):
        shop.do(Steal(ticket=free, reason="mine"), by="bo")


def test_what_one_gives_back_does_not_come_back_by_itself(shop: Shop) -> None:
    number = opened(shop)
    shop.do(Release(ticket=number), by="alice")
    assert owner(shop, number) is None, "so that it can be undone"
    shop.desk.tick()
    assert owner(shop, number) == "bo"
    shop.do(Release(ticket=number), by="bo")
    shop.do(HandOut(), by="bo")
    assert owner(shop, number) is None


# Rebounds.


@pytest.mark.parametrize(
    ("to", "after"), [(ReboundTo.SAME, "alice"), (ReboundTo.OTHER, "bo"), (ReboundTo.SENIOR, "eve")]
)
def test_who_gets_what_came_back_is_as_the_policy_says(
    shop: Shop, to: ReboundTo, after: str
) -> None:
    policy = Policy(name="All", position=0, first_response_s=HOUR, rebound_to=to)
    shop.do(PutPolicy(policy=policy), by="ada")
    number = opened(shop)
    shop.do(Move(ticket=number, to=State.SOLVED), by="alice")
    shop.do(
        AddAgent(login="eve", role=Role.AGENT, teams=(TEAM,), skills=(Skill("audio", 3),)), by="ada"
    )
    shop.do(Receive(ticket=number, body="It broke again"), by="chen")
    assert owner(shop, number) == after
    assert findings(shop) == []


def test_a_senior_keeps_what_came_back_and_one_who_is_gone_does_not(shop: Shop) -> None:
    policy = Policy(name="All", position=0, rebound_to=ReboundTo.SENIOR)
    shop.do(PutPolicy(policy=policy), by="ada")
    shop.do(ChangeAgent(login="alice", skills=(Skill("audio", 3),)), by="ada")
    number = opened(shop)
    shop.do(Move(ticket=number, to=State.SOLVED), by="alice")
    shop.do(Receive(ticket=number, body="It broke again"), by="chen")
    assert owner(shop, number) == "alice"
    shop.do(Move(ticket=number, to=State.SOLVED), by="alice")
    away(shop, "alice")
    shop.do(Receive(ticket=number, body="And again"), by="chen")
    assert owner(shop, number) is None


def test_who_joins_a_team_is_offered_what_waits_there(shop: Shop) -> None:
    away(shop, "alice", "bo")
    number = opened(shop)
    shop.desk.do(Join(login="dora", team=TEAM), by=ADMIN)
    assert owner(shop, number) == "dora"


def test_a_ticket_in_review_stands_in_no_queue(shop: Shop) -> None:
    number = shop.open(by="chen", category="logistics")
    shop.do(Move(ticket=number, to=State.REVIEW), by="chen")
    with shop.desk.reading() as reading:
        (ticket,) = reading.find(Ticket, id=number)
    assert ticket.queued_at is None
    assert findings(shop) == []
