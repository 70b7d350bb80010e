"""Teams: who shares a queue, who leads it, who helps out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.people import AddTeam, ChangeTeam
from tuiticket.engine.declared.composed import Field
from tuiticket.engine.declared.section import Alteration, Find, How, Section
from tuiticket.engine.declared.shapes import Link, Switch, Words
from tuiticket.engine.errors import N_
from tuiticket.engine.model.people import Agent, Team


class Teams(Section):
    """The teams of the shop, by key."""

    name = "teams"
    help = N_("Teams, by a key of your own; each has a queue.")
    fields = (
        Field("name", Words(), N_("How it is called.")),
        Field("name_zh", Words(optional=True), N_("How it is called in Chinese."), ""),
        Field("automatic", Switch(), N_("Whether the desk hands its tickets out by itself."), True),
        Field("lead", Link("people"), N_("Who hears of late tickets.")),
        Field("sister", Link("teams"), N_("The team that helps out.")),
    )

    def present(self, desk: Find) -> dict[str, dict[str, Any]]:
        """The teams there are."""
        logins = {agent.id: agent.login for agent in desk.find(Agent)}
        teams = desk.find(Team)
        keys = {team.id: team.key for team in teams}
        return {
            team.key: {
                "name": team.name,
                "name_zh": team.name_zh,
                "automatic": team.automatic,
                "lead": logins.get(team.lead_id or 0),
                "sister": keys.get(team.sister_id or 0),
            }
            for team in teams
        }

    def steps(self, alteration: Alteration, desk: Find) -> Iterator[Command]:
        """Set it up or change it, but for those whom it names."""
        own = alteration.changed("name", "name_zh", "automatic")
        if alteration.how is How.ADDED:
            yield AddTeam(key=alteration.key, **own)
        elif own:
            yield ChangeTeam(key=alteration.key, **own)

    def links(self, alteration: Alteration, desk: Find) -> Iterator[Command]:
        """Name its lead and the team that helps out."""
        if named := alteration.changed("lead", "sister"):
            yield ChangeTeam(
                key=alteration.key, **{name: key or "" for name, key in named.items()}
            )
