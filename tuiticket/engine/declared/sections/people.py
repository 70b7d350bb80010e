"""People: accounts, what they may do, how much they carry, where they belong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.people import AddAgent, ChangeAgent, Join
from tuiticket.engine.declared.composed import Field, Many, Table
from tuiticket.engine.declared.faults import Faults, Path
from tuiticket.engine.declared.section import Alteration, Entries, How, Section, World
from tuiticket.engine.declared.shapes import Address, Choice, Key, Link, Number, Words
from tuiticket.engine.errors import N_
from tuiticket.engine.model.calendar import ShopCalendar
from tuiticket.engine.model.people import Agent, Membership, Role, Skill, Team
from tuiticket.engine.ports import Find


class People(Section):
    """The members of the staff, by login."""

    name = "people"
    help = N_("The people of the desk, by login.")
    fields = (
        Field("name", Words(), N_("How they are called.")),
        Field(
            "role",
            Choice.of(Role),
            N_("agent, lead, supervisor, admin or monitor"),
            Role.AGENT,
        ),
        Field("mail", Address(), N_("Their mail address; what it sends is ours.")),
        Field(
            "capacity",
            Number(1, 1000),
            N_("How many tickets they can carry at once."),
            10,
        ),
        Field(
            "skills",
            Table(Key(), Number(1, 3)),
            N_("What they know and how well: refund = 2; 3 is senior."),
        ),
        Field("calendar", Link("calendars"), N_("The hours of their shift; default: always.")),
        Field("teams", Many(Link("teams", optional=False)), N_("The teams they belong to."), ()),
    )

    def present(self, desk: Find) -> dict[str, dict[str, Any]]:
        """The accounts there are."""
        keys = {team.id: team.key for team in desk.find(Team)}
        calendars = {one.id: one.key for one in desk.find(ShopCalendar)}
        teams: dict[int, list[str]] = {}
        for one in desk.find(Membership):
            teams.setdefault(one.agent_id, []).append(keys[one.team_id])
        return {
            agent.login: {
                "name": agent.name,
                "role": agent.role,
                "mail": agent.mail,
                "capacity": agent.capacity,
                "skills": {skill.key: skill.level for skill in agent.skills},
                "calendar": calendars.get(agent.calendar_id or 0),
                "teams": tuple(sorted(teams.get(agent.id, ()))),
            }
            for agent in desk.find(Agent)
        }

    def settle(self, facts: dict[str, Any], at: Path, world: World, faults: Faults) -> None:
        """Teams have no order."""
        if "teams" in facts:
            facts["teams"] = tuple(sorted(facts["teams"]))

    def agree(self, before: Entries, after: Entries, faults: Faults) -> None:
        """A desk does not lose its last administrator."""
        if _administered(before) and not _administered(after):
            faults.add(
                (self.name,),
                N_("Nobody would be left to administer the desk."),
                N_("Leave one person the role admin."),
            )

    def steps(self, alteration: Alteration, desk: Find) -> Iterator[Command]:
        """Open the account or change it."""
        login = alteration.key
        own = alteration.said("name", "role", "mail", "capacity", "calendar")
        if skills := alteration.changed("skills"):
            own["skills"] = tuple(Skill(*skill) for skill in skills["skills"].items())
        if alteration.how is How.ADDED:
            yield AddAgent(login=login, teams=alteration.new.get("teams", ()), **own)
            return
        if own:
            yield ChangeAgent(login=login, **own)
        before: tuple[str, ...] = alteration.old["teams"]
        after: tuple[str, ...] = alteration.new["teams"]
        for team in before:
            if team not in after:
                yield Join(login=login, team=team, leave=True)
        for team in after:
            if team not in before:
                yield Join(login=login, team=team)


def _administered(people: Entries) -> bool:
    return any(facts.get("role") is Role.ADMIN for facts in people.values())
