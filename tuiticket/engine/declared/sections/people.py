"""People: accounts, what they may do, how much they carry, where they belong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.people import AddAgent, ChangeAgent, Join
from tuiticket.engine.declared.composed import Field, Many
from tuiticket.engine.declared.faults import Faults, Path
from tuiticket.engine.declared.section import Alteration, Find, How, Section, World
from tuiticket.engine.declared.shapes import Address, Choice, Link, Number, Words
from tuiticket.engine.errors import N_
from tuiticket.engine.model.people import Agent, Membership, Role, Team


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
        Field("teams", Many(Link("teams", optional=False)), N_("The teams they belong to."), ()),
    )

    def present(self, desk: Find) -> dict[str, dict[str, Any]]:
        """The accounts there are."""
        keys = {team.id: team.key for team in desk.find(Team)}
        teams: dict[int, list[str]] = {}
        for one in desk.find(Membership):
            teams.setdefault(one.agent_id, []).append(keys[one.team_id])
        return {
            agent.login: {
                "name": agent.name,
                "role": agent.role,
                "mail": agent.mail,
                "capacity": agent.capacity,
                "teams": tuple(sorted(teams.get(agent.id, ()))),
            }
            for agent in desk.find(Agent)
        }

    def settle(self, facts: dict[str, Any], at: Path, world: World, faults: Faults) -> None:
        """Teams have no order."""
        if "teams" in facts:
            facts["teams"] = tuple(sorted(facts["teams"]))

    def steps(self, alteration: Alteration, desk: Find) -> Iterator[Command]:
        """Open the account or change it."""
        login, own = alteration.key, alteration.changed("name", "role", "mail", "capacity")
        if "mail" in own:
            own["mail"] = own["mail"] or ""
        if alteration.how is How.ADDED:
            yield AddAgent(login=login, teams=alteration.new.get("teams", ()), **own)
            return
        if own:
            yield ChangeAgent(login=login, **own)
        before = alteration.old["teams"]
        after = alteration.changed("teams").get("teams", before)
        for team in before:
            if team not in after:
                yield Join(login=login, team=team, leave=True)
        for team in after:
            if team not in before:
                yield Join(login=login, team=team)
