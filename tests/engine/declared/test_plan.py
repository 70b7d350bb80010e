"""What a declared set-up would change, and that exactly this is done."""

from __future__ import annotations

import pytest

from tests.declaring import export, planned, put, read, told
from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.people import ChangeTeam
from tuiticket.engine.declared.plan import plan
from tuiticket.engine.declared.putting import PutSetUp
from tuiticket.engine.errors import BadInput, Refused, Stale
from tuiticket.engine.model.calendar import ShopCalendar
from tuiticket.engine.model.canned import CannedReply
from tuiticket.engine.model.clock import Policy
from tuiticket.engine.model.people import Agent, Membership, Team

CALENDAR = """
[calendars.shop]
holidays = ["10-01"]
business_hours.mon = [["09:00", "18:00"]]
"""


def test_what_is_not_mentioned_stays(shop: Shop) -> None:
    before = export(shop)
    made = planned(shop, "[teams.after-sales]\n[teams.logistics]\nname = 'Parcels'")
    (one,) = made.alterations
    assert (one.section, one.key, one.changed()) == ("teams", "logistics", {"name": "Parcels"})
    assert made.unlisted == ()
    put(shop, "[teams.logistics]\nname = 'Parcels'\n[teams.after-sales]")
    assert export(shop) == before.replace('"Logistics"', '"Parcels"', 1)


def test_entries_may_name_each_other_round_in_a_ring(shop: Shop) -> None:
    put(
        shop,
        "[teams.a]\nlead = 'zoe'\nsister = 'b'\n[teams.b]\nsister = 'a'\n[teams.after-sales]\n"
        "[teams.logistics]\n[people.zoe]\nteams = ['a', 'b']\n",
    )
    with shop.desk.reading() as reading:
        (a,), (b,) = reading.find(Team, key="a"), reading.find(Team, key="b")
        (zoe,) = reading.find(Agent, login="zoe")
        assert (a.lead_id, a.sister_id, b.sister_id) == (zoe.id, b.id, a.id)
        assert [m.team_id for m in reading.find(Membership, agent_id=zoe.id)] == [a.id, b.id]


def test_people_are_never_removed(shop: Shop) -> None:
    made = put(shop, "[people.alice]\nteams = ['logistics']", prune=True)
    assert told(made) == [("people", "alice", "changed")]
    assert {left.key for left in made.unlisted} == {"bo", "chen", "dora", "lena", "ada", "wall"}
    assert "teams = []" not in export(shop).split("[people.alice]")[1].split("[people.bo]")[0]


def test_policies_are_tried_in_the_order_of_the_file(shop: Shop) -> None:
    put(shop, "[[policies]]\nname = 'New'\n[[policies]]\nname = 'Low'\nresolution = '9h'")
    with shop.desk.reading() as reading:
        policies = sorted(reading.find(Policy, retired=False), key=lambda one: one.position)
    assert [one.name for one in policies] == ["New", "Low", "Urgent", "High", "Normal"]
    assert [one.position for one in policies] == [1, 2, 3, 4, 5]
    low = policies[1]
    assert (low.resolution_s, low.first_response_s, low.steps) == (9 * 3600, None, ())


def test_unlisted_policies_are_retired_only_where_that_is_asked_for(shop: Shop) -> None:
    text = "[[policies]]\nname = 'Urgent'\npriority = 'urgent'"
    assert {left.key for left in planned(shop, text).unlisted} == {"High", "Normal", "Low"}
    made = put(shop, text, prune=True)
    assert told(made)[1:] == [("policies", name, "retired") for name in ("High", "Low", "Normal")]
    assert planned(shop, text, prune=True).alterations == ()


def test_a_calendar_something_counts_by_stays(shop: Shop) -> None:
    put(shop, CALENDAR + "[calendars.spare]\n[[policies]]\nname = 'All'\ncalendar = 'shop'")
    made = put(shop, "calendars = {}\n[[policies]]\nname = 'All'", prune=True)
    assert [(left.key, left.held) for left in made.unlisted] == [("shop", True)]
    assert ("calendars", "spare", "removed") in told(made)
    assert planned(shop, "calendars = {}", prune=True).alterations == ()


def test_what_the_desk_lacks_is_told(shop: Shop) -> None:
    file = read("[people.alice]\ncalendar = 'night'\nteams = ['logistics']")
    with shop.desk.reading() as reading:
        plan(file.declared, reading, file.faults)
    (fault,) = file.told()
    assert (fault.line, fault.field) == (2, "people.alice.calendar")
    assert "among the calendars of the desk" in fault.words
    with pytest.raises(BadInput):
        shop.desk.do(PutSetUp(declared=file.declared), by=ADMIN)


def test_the_last_administrator_stays_one(shop: Shop) -> None:
    file = read("[people.alice]\n[people.ada]\nrole = 'lead'")
    with shop.desk.reading() as reading:
        plan(file.declared, reading, file.faults)
    (fault,) = file.told()
    assert "Nobody would be left" in fault.words
    put(shop, "[people.ada]\nrole = 'lead'\n[people.alice]\nrole = 'admin'")


def test_a_canned_reply_is_edited_language_by_language_and_taken_away(shop: Shop) -> None:
    put(shop, "[canned.hi]\nbodies = {en = 'Hello', zh = '您好'}\n[canned.bye]\nbodies.en = 'Bye'")
    put(shop, "[canned.hi]\nname = 'Welcome'\nbodies.en = 'Hi'", prune=True)
    with shop.desk.reading() as reading:
        (kept,) = reading.find(CannedReply)
    assert (kept.name, kept.bodies) == ("Welcome", {"en": "Hi"})


def test_only_what_was_planned_is_done(shop: Shop) -> None:
    made = planned(shop, "[teams.logistics]\nname = 'A'\n[teams.after-sales]")
    shop.desk.do(ChangeTeam(key="logistics", name="B"), by=ADMIN)
    with pytest.raises(Stale):
        shop.desk.do(PutSetUp(declared=made.declared, planned=made), by=ADMIN)


def test_it_is_one_act_and_for_administrators(shop: Shop) -> None:
    made = planned(shop, CALENDAR + "[[policies]]\nname = 'All'\ncalendar = 'shop'")
    with pytest.raises(Refused):
        shop.do(PutSetUp(declared=made.declared, planned=made), by="lena")
    done = shop.do(PutSetUp(declared=made.declared, planned=made), by="ada")
    assert {event.act for event in done.events} == {done.act}
    assert done.events[0].kind == "calendar.added"


def test_public_holidays_close_and_their_working_days_open(shop: Shop) -> None:
    put(shop, CALENDAR.replace("holidays", "country = 'XA'\nholidays"))
    with shop.desk.reading() as reading:
        (calendar,) = reading.find(ShopCalendar)
    assert calendar.closed == ("10-01",)
    assert calendar.public is not None
    assert calendar.public.closed == ("2026-10-01", "2027-10-01")
    assert calendar.public.makeup == ("2026-10-10", "2027-10-10")
