"""The desk of the sample shop before its first ticket."""

from __future__ import annotations

from collections import Counter

from tuiticket.demo.articles import load_articles, load_procedures
from tuiticket.demo.setting_up import going_live, setting_up
from tuiticket.demo.shop import load_shop
from tuiticket.engine.commands.people import AddAgent, AddTeam, ChangeTeam
from tuiticket.engine.commands.setup import SetUp

COMMANDS = list(setting_up(load_shop()))


def test_everything_the_shop_has_is_set_up() -> None:
    kinds = Counter(type(command).__name__ for command in COMMANDS)
    shop = load_shop()
    assert isinstance(COMMANDS[0], SetUp)
    assert kinds["AddTeam"] == len(shop.teams)
    assert kinds["AddAgent"] == len(shop.people)
    assert kinds["AddCategory"] == len(shop.categories)
    assert kinds["AddCustomer"] == len(shop.customers)
    assert kinds["PutArticle"] == len(load_articles()) + len(load_procedures())
    assert kinds["AttachProcedure"] == len({page.category for page in load_procedures()})


def test_during_the_play_nobody_is_handed_a_ticket() -> None:
    assert not any(command.automatic for command in COMMANDS if isinstance(command, AddTeam))


def test_afterwards_the_desk_hands_out_for_the_teams_that_want_it() -> None:
    live = [command for command in going_live(load_shop()) if isinstance(command, ChangeTeam)]
    assert {command.key for command in live if command.automatic} == {"after-sales", "logistics"}


def test_the_wall_belongs_to_no_team() -> None:
    teams = {command.login: command.teams for command in COMMANDS if isinstance(command, AddAgent)}
    assert teams["wall"] == ()
    assert all(teams[login] for login in teams if login != "wall")


def test_every_skill_that_is_asked_for_somebody_has_at_that_level() -> None:
    shop = load_shop()
    asked = [(branch.key, branch.skill, branch.skill_level) for branch in shop.categories]
    teams = {branch.key: shop.team_of(branch.key) for branch in shop.categories}
    wanted = [(teams[key], skill, level) for key, skill, level in asked if skill]
    wanted += [(rule.team, rule.skill, rule.skill_level) for rule in shop.rules if rule.skill]
    assert len(wanted) > 3
    for team, skill, level in wanted:
        assert any(person.skills.get(skill, 0) >= level for person in shop.members(team))
