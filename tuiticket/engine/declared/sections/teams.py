"""Teams: who shares a queue, who leads it, who helps out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.people import MOST_WIDENED, AddTeam, ChangeTeam
from tuiticket.engine.declared.composed import Field, Many
from tuiticket.engine.declared.faults import Faults, Path
from tuiticket.engine.declared.section import Alteration, How, Section, World
from tuiticket.engine.declared.shapes import Link, Number, Span, Switch, Words
from tuiticket.engine.errors import N_
from tuiticket.engine.model.people import Agent, Team
from tuiticket.engine.ports import Find


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
        Field(
            "accept_within",
            Span(optional=True),
            N_('Who does not open a ticket that soon loses it again; "": they keep it.'),
        ),
        Field(
            "overflow",
            Many(Number(1, 1000)),
            N_("Per cent of the first-response time after which it is offered more widely."),
            (),
        ),
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
                "accept_within": team.accept_s,
                "overflow": team.overflow,
            }
            for team in teams
        }

    def settle(self, facts: dict[str, Any], at: Path, world: World, faults: Faults) -> None:
        """Its shares rise."""
        shares = facts.get("overflow", ())
        if list(shares) != sorted(shares) or len(shares) > MOST_WIDENED:
            faults.add(
                (*at, "overflow"),
                N_("These shares make no sense."),
                N_("Give up to three, each above the one before."),
            )

    def steps(self, alteration: Alteration, desk: Find) -> Iterator[Command]:
        """Set it up or change it, but for those whom it names."""
        own = alteration.changed("name", "name_zh", "automatic", "overflow")
        if accept := alteration.changed("accept_within"):
            own["accept_s"] = accept["accept_within"] or 0
        if alteration.how is How.ADDED:
            yield AddTeam(key=alteration.key, **own)
        elif own:
            yield ChangeTeam(key=alteration.key, **own)

    def links(self, alteration: Alteration, desk: Find) -> Iterator[Command]:
        """Name its lead and the team that helps out."""
        if named := alteration.said("lead", "sister"):
            yield ChangeTeam(key=alteration.key, **named)
