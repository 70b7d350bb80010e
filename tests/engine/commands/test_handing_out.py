"""Which team and person a ticket goes to, and what becomes of one that nobody can take."""

from __future__ import annotations

import pytest

from tests.desks import Shop
from tests.engine.commands.assigning import (
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
from tuiticket.engine.commands.calendars import PutCalendar
from tuiticket.engine.commands.categories import AddCategory
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.people import AddAgent, ChangeAgent, ChangeTeam, SetAvailable
from tuiticket.engine.commands.routing_rules import PutRoutingRule
from tuiticket.engine.commands.setup import ChangeSettings
from tuiticket.engine.commands.undo import Undo
from tuiticket.engine.model.calendar import ShopCalendar
from tuiticket.engine.model.people import Skill
from tuiticket.engine.model.ticket import Kind, State


@pytest.fixture(name="shop")
def _shop(shop: Shop) -> Shop:
    return by_load(shop)


# Routing.


def test_the_shops_rule_beats_the_category_and_the_log_says_which(shop: Shop) -> None:
    rule = PutRoutingRule(name="Money", team=TEAM, keywords=("退款",), skill="refund")
    shop.do(rule, ChangeAgent(login="bo", skills=(Skill("refund"),)), by="ada")
    number = shop.open("Box", by="chen", body="我要退款", category="logistics/delay")
    assert owner(shop, number) == "bo"
    (event,) = told(shop, number, "ticket.routed")
    assert (event.data["by"], event.data["name"]) == ("rule", "Money")
    assert verdicts(told(shop, number, "ticket.assigned")[0])["alice"] == "lacks the skill"


def test_what_nothing_routes_waits_and_leads_hear_of_it_once(shop: Shop) -> None:
    number = shop.open(by="chen")
    assert shop.ticket(number).team_id is None
    shop.clock.advance(minutes=16)
    shop.desk.tick()
    shop.clock.advance(hours=9)
    shop.desk.tick()
    assert len(told(shop, number, "ticket.unrouted")) == 1
    assert ("lena", "unrouted") in notices(shop, number)
    assert findings(shop) == []
    shop.do(Describe(ticket=number, category="logistics"), by="chen")
    team = shop.dossier(number).team
    assert team is not None
    assert team.key == "logistics"
    assert findings(shop) == []


def test_what_waits_without_a_team_is_told_of_never_where_the_shop_wants_it_so(shop: Shop) -> None:
    shop.do(ChangeSettings(unrouted_s=0), by="ada")
    number = shop.open(by="chen")
    shop.clock.advance(days=1)
    shop.desk.tick()
    assert told(shop, number, "ticket.unrouted") == []


# Choosing.


def test_the_same_customer_or_order_stays_with_the_same_person(shop: Shop) -> None:
    shop.do(ChangeSettings(sticky=True), by="ada")
    first = opened(shop, order_number="A-1")
    assert owner(shop, first) == "alice"
    assert owner(shop, opened(shop)) == "alice"
    assert owner(shop, opened(shop, contact="b@example.cn", order_number="A-1")) == "alice"
    assert owner(shop, opened(shop)) == "bo", "alice is full"
    away(shop, "alice")


def test_complaints_weigh_what_the_shop_says(shop: Shop) -> None:
    shop.do(ChangeSettings(weights={Kind.COMPLAINT: 2.0}), by="ada")
    owners = [owner(shop, opened(shop, kind=Kind.COMPLAINT)) for _ in range(3)]
    assert owners == ["alice", "bo", None]
    assert owner(shop, opened(shop)) == "alice", "for what weighs less there is room"
    assert findings(shop) == []


def test_only_those_on_shift_get_tickets_and_who_comes_is_offered_what_waits(shop: Shop) -> None:
    late = ShopCalendar(key="late", zone="UTC", week=(((13 * 3600, 15 * 3600),),) * 7)
    shop.do(PutCalendar(calendar=late), by="ada")
    shop.do(*(ChangeAgent(login=one, calendar="late") for one in ("alice", "bo")), by="ada")
    number = opened(shop)
    assert owner(shop, number) is None
    (event,) = told(shop, number, "ticket.queued")
    assert set(verdicts(event).values()) == {"off shift"}
    shop.clock.advance(minutes=59, seconds=59)
    shop.desk.tick()
    assert owner(shop, number) is None
    shop.clock.advance(seconds=1)
    shop.desk.tick(hand_out=False)
    assert owner(shop, number) == "alice"
    assert findings(shop) == []


def test_whoever_finishes_one_is_offered_the_next_at_once_in_an_act_of_its_own(shop: Shop) -> None:
    numbers = [opened(shop) for _ in range(7)]
    assert [owner(shop, number) for number in numbers[5:]] == ["bo", None]
    shop.do(Move(ticket=numbers[0], to=State.SOLVED), by="alice")
    assert owner(shop, numbers[6]) == "alice"
    (event,) = told(shop, numbers[6], "ticket.assigned")
    assert event.actor == "system"
    shop.do(Undo(), by="alice")
    assert shop.ticket(numbers[0]).state is State.NEW
    assert owner(shop, numbers[6]) == "alice"


def test_neither_a_full_team_nor_a_rare_skill_holds_others_up(shop: Shop) -> None:
    shop.do(AddCategory(key="audio", name="Audio", team=TEAM, skill="audio"), by="ada")
    for agent in ("alice", "bo"):
        shop.do(SetAvailable(login=agent, available=False), by=agent)
    rare = [opened(shop, team=None, category="audio") for _ in range(120)]
    plain = opened(shop)
    shop.do(SetAvailable(login="bo", available=True), by="bo")
    assert owner(shop, plain) == "bo"
    assert {owner(shop, number) for number in rare} == {None}


def test_those_who_had_some_already_hold_up_none_that_others_had(shop: Shop) -> None:
    shop.do(ChangeTeam(key=TEAM, accept_s=600), by="ada")
    away(shop, "bo")
    first = [opened(shop) for _ in range(3)]
    assert {owner(shop, number) for number in first} == {"alice"}
    shop.clock.advance(minutes=10)
    shop.desk.tick()
    assert {owner(shop, number) for number in first} == {None}
    fresh = opened(shop)
    assert owner(shop, fresh) == "alice", "she had none of this one"
    shop.do(SetAvailable(login="bo", available=True), by="bo")
    assert {owner(shop, number) for number in first} == {"bo"}
    assert findings(shop) == []


# Overflow.


def test_a_ticket_nobody_can_take_is_offered_more_widely_step_by_step(shop: Shop) -> None:
    shop.do(
        AddAgent(login="eve", teams=(TEAM,), skills=(Skill("audio", 1),)),
        ChangeAgent(login="chen", skills=(Skill("audio", 2),)),
        AddCategory(key="audio", name="Audio", team=TEAM, skill="audio", skill_level=3),
        ChangeTeam(key=TEAM, overflow=(25, 50, 75), sister="logistics"),
        by="ada",
    )
    number = opened(shop, team=None, category="audio")
    assert owner(shop, number) is None
    shop.clock.advance(minutes=15)
    shop.desk.tick()
    assert owner(shop, number) is None, "level 2 would do now, but eve has 1"
    shop.clock.advance(minutes=15)
    shop.desk.tick()
    assert owner(shop, number) == "chen", "of the sister team"
    team = shop.dossier(number).team
    assert team is not None
    assert team.key == TEAM
    assert [event.data["step"] for event in told(shop, number, "ticket.widened")] == [1, 2]
    assert findings(shop) == []


def test_the_lead_is_the_last_resort_and_never_if_away(shop: Shop) -> None:
    shop.do(ChangeTeam(key=TEAM, overflow=(10, 20, 30)), by="ada")
    away(shop, "alice", "bo")
    first, second = opened(shop), opened(shop)
    shop.clock.advance(minutes=17)
    shop.desk.tick()
    assert owner(shop, first) is None
    shop.do(SetAvailable(login="lena", available=False), by="lena")
    shop.clock.advance(minutes=1)
    shop.desk.tick()
    assert (owner(shop, first), owner(shop, second)) == (None, None)
    shop.do(SetAvailable(login="lena", available=True), by="lena")
    assert (owner(shop, first), owner(shop, second)) == ("lena", "lena")
    assert len(told(shop, first, "ticket.widened")) == 3
