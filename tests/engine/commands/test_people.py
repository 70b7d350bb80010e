"""What is known of the staff and their teams: skills, shifts, and how teams hand out."""

from __future__ import annotations

import pytest

from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.calendars import PutCalendar
from tuiticket.engine.commands.categories import AddCategory, ChangeCategory
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.people import AddAgent, AddTeam, ChangeAgent, ChangeTeam
from tuiticket.engine.commands.setup import ChangeSettings
from tuiticket.engine.errors import BadInput, Unknown
from tuiticket.engine.model.calendar import ShopCalendar
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.people import Agent, Skill, Team
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Kind

DAYS = ShopCalendar(key="days", zone="UTC", week=(((32_400, 64_800),),) * 7)


def agent(shop: Shop, login: str) -> Agent:
    with shop.desk.reading() as reading:
        return reading.find(Agent, login=login)[0]


def test_skills_and_a_shift_come_and_go(shop: Shop) -> None:
    shop.do(PutCalendar(calendar=DAYS), by="ada")
    skills = (Skill("refund", 2), Skill("audio"))
    shop.do(AddAgent(login="eve", skills=skills, calendar="days"), by="ada")
    eve = agent(shop, "eve")
    assert eve.skills == (Skill("audio", 1), Skill("refund", 2))
    assert eve.calendar_id is not None
    shop.do(ChangeAgent(login="eve", name="Eve"), by="ada")
    assert agent(shop, "eve").calendar_id == eve.calendar_id
    shop.do(
        ChangeAgent(login="eve", skills=(), calendar="", away_note=" at the dentist "), by="ada"
    )
    eve = agent(shop, "eve")
    assert (eve.skills, eve.calendar_id, eve.away_note) == ((), None, "at the dentist")


def test_a_teams_ways_of_handing_out_are_set_and_taken_away(shop: Shop) -> None:
    shop.do(AddTeam(key="repairs", accept_s=600, overflow=(25, 50, 75), lead="lena"), by="ada")
    with shop.desk.reading() as reading:
        team = reading.find(Team, key="repairs")[0]
    assert (team.accept_s, team.overflow) == (600, (25, 50, 75))
    shop.do(ChangeTeam(key="repairs", accept_s=0, overflow=(), lead=""), by="ada")
    with shop.desk.reading() as reading:
        team = reading.find(Team, key="repairs")[0]
    assert (team.accept_s, team.overflow, team.lead_id) == (None, (), None)


def test_a_branch_is_renamed_and_asks_for_a_skill(shop: Shop) -> None:
    shop.do(AddCategory(key="audio", name="Audio", skill="audio", skill_level=2), by="ada")
    shop.do(ChangeCategory(key="audio", name_zh="音响", team="logistics"), by="ada")
    with shop.desk.reading() as reading:
        branch = reading.find(Category, key="audio")[0]
    assert (branch.name, branch.name_zh, branch.skill, branch.skill_level) == (
        "Audio",
        "音响",
        "audio",
        2,
    )
    assert branch.team_id is not None
    shop.do(ChangeCategory(key="audio", team="", skill=""), by="ada")
    with shop.desk.reading() as reading:
        branch = reading.find(Category, key="audio")[0]
    assert (branch.team_id, branch.skill) == (None, None)


def test_weights_and_times_of_handing_out(shop: Shop) -> None:
    change = ChangeSettings(weights={Kind.COMPLAINT: 2.0}, waiting_weight=0.5, unrouted_s=0)
    shop.do(change, by="ada")
    shop.do(ChangeSettings(weights={Kind.REPAIR: 1.5}, sticky=False, break_s=0), by="ada")
    with shop.desk.reading() as reading:
        facts = reading.find(Settings)[0]
    assert facts.weights == {Kind.COMPLAINT: 2.0, Kind.REPAIR: 1.5}
    assert (facts.waiting_weight, facts.unrouted_s, facts.sticky, facts.break_s) == (
        0.5,
        None,
        False,
        0,
    )


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (AddAgent(login="eve", skills=(Skill("refund", 0),)), "level 0"),
        (AddAgent(login="eve", skills=(Skill("Refund"),)), "Refund"),
        (ChangeAgent(login="alice", skills=(Skill("a"), Skill("a", 2))), "twice"),
        (ChangeAgent(login="alice", calendar="nights"), "nights"),
        (AddTeam(key="repairs", accept_s=-1), "-1 seconds"),
        (ChangeTeam(key="logistics", overflow=(50, 25)), "50,25"),
        (ChangeTeam(key="logistics", overflow=(0,)), "overflow 0"),
        (ChangeTeam(key="logistics", overflow=(1, 2, 3, 4)), "1,2,3,4"),
        (AddCategory(key="audio", name="", skill="audio", skill_level=9), "level 9"),
        (ChangeSettings(weights={Kind.REPAIR: 0.0}), "weigh 0.0"),
        (ChangeSettings(waiting_weight=11.0), "weigh 11.0"),
        (ChangeSettings(break_s=-5), "break_s"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(shop: Shop, command: Command, said: str) -> None:
    with pytest.raises((BadInput, Unknown), match=said):
        shop.desk.do(command, by=ADMIN)
