"""`tuiticket team`: teams, and who belongs to them."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from tuiticket.cli.at_desk import AtDesk, at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.options import seconds_for, shares_of
from tuiticket.cli.people_shapes import team as shape
from tuiticket.cli.printing import say, say_json, say_table
from tuiticket.cli.shapes import Json
from tuiticket.engine.commands.people import AddTeam, ChangeTeam, Join
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.people import Agent, Membership, Team
from tuiticket.engine.ports import Reading
from tuiticket.event_words import name_of
from tuiticket.i18n import _

app = Noun(N_("Teams and who belongs to them."))

AFTERWARDS = N_(
    "With --json the team: key, name, name_zh, automatic, lead, sister,"
    " accept_seconds, overflow, members."
)

Key = Annotated[str, typer.Argument(metavar="TEAM", help=N_("The team's key."))]
Logins = Annotated[list[str], typer.Argument(metavar="LOGIN", help=N_("Accounts."))]
Name = Annotated[str | None, typer.Option(metavar="NAME", help=N_("How it is called."))]
Lead = Annotated[str | None, typer.Option(metavar="LOGIN", help=N_("Who hears of late tickets."))]
Sister = Annotated[str | None, typer.Option(metavar="TEAM", help=N_("The team that helps out."))]
Automatic = Annotated[
    bool | None,
    typer.Option(
        "--automatic/--by-hand", help=N_("Whether the desk hands its tickets out by itself.")
    ),
]
Accept = Annotated[
    int | None,
    typer.Option(
        "--accept-within",
        metavar="TIME",
        parser=seconds_for("--accept-within"),
        help=N_("How soon who gets a ticket must look at it; 0 for no limit."),
    ),
]
Overflow = Annotated[
    Any,
    typer.Option(
        "--overflow",
        metavar="SHARES",
        parser=shares_of,
        help=N_("When to offer what nobody has more widely: 25,50,75 % of the target, or never."),
    ),
]


@app.verb("add", N_("Set up a team."), AFTERWARDS)
def add(
    context: typer.Context,
    key: Key,
    name: Name = None,
    name_zh: Annotated[
        str, typer.Option(metavar="NAME", help=N_("How it is called in Chinese."))
    ] = "",
    automatic: Automatic = None,
    lead: Lead = None,
    sister: Sister = None,
    accept_within: Accept = None,
    overflow: Overflow = None,
) -> None:
    """Add a team."""
    intent = AddTeam(
        key=key,
        name=name or "",
        name_zh=name_zh,
        automatic=automatic is not False,
        lead=lead,
        sister=sister,
        accept_s=accept_within,
        overflow=overflow or (),
    )
    with at_desk(context) as at:
        at.do(intent)
        _report(at, key, _("Set up the team {team}."))


@app.verb("list", N_("List the teams."), AFTERWARDS)
def list_(context: typer.Context) -> None:
    """List the teams."""
    with at_desk(context) as at, at.reading() as reading:
        teams = reading.all(Team)
        known = {team.key: shape_of(reading, team) for team in teams}
    if at.json:
        for one in known.values():
            say_json(one)
        return
    say_table(
        (_("Team"), _("Display name"), _("Handed out"), _("Lead"), _("Helped by"), _("Members")),
        [
            (
                team.key,
                name_of(team),
                _("by the desk") if team.automatic else _("by hand"),
                known[team.key]["lead"] or "–",
                known[team.key]["sister"] or "–",
                " ".join(known[team.key]["members"]),
            )
            for team in teams
        ],
    )


@app.verb("set", N_("Set a team's name, lead, sister team, or how it hands out."), AFTERWARDS)
def set_(
    context: typer.Context,
    key: Key,
    name: Name = None,
    automatic: Automatic = None,
    lead: Lead = None,
    sister: Sister = None,
    accept_within: Accept = None,
    overflow: Overflow = None,
) -> None:
    """Change a team."""
    intent = ChangeTeam(
        key=key,
        name=name,
        automatic=automatic,
        lead=lead,
        sister=sister,
        accept_s=accept_within,
        overflow=overflow,
    )
    if intent == ChangeTeam(key=key):
        raise BadInput(
            N_("Nothing to set was named."),
            N_("Name at least one of: {options}."),
            options="--name --automatic --by-hand --lead --sister --accept-within --overflow",
        )
    with at_desk(context) as at:
        at.do(intent)
        _report(at, key, _("Changed the team {team}."))


@app.verb("join", N_("Put people into a team."), AFTERWARDS)
def join(context: typer.Context, key: Key, logins: Logins) -> None:
    """Add members."""
    with at_desk(context) as at:
        at.do(*(Join(login=login, team=key) for login in logins))
        _report(at, key, _("The team {team} has new members."))


@app.verb("leave", N_("Take people out of a team."), AFTERWARDS)
def leave(context: typer.Context, key: Key, logins: Logins) -> None:
    """Remove members."""
    with at_desk(context) as at:
        at.do(*(Join(login=login, team=key, leave=True) for login in logins))
        _report(at, key, _("The team {team} has fewer members."))


def _report(at: AtDesk, key: str, said: str) -> None:
    if not at.json:
        say(said.format(team=key))
        return
    with at.reading() as reading:
        for team in reading.find(Team, key=key.strip()):
            say_json(shape_of(reading, team))


def shape_of(reading: Reading, team: Team) -> Json:
    """A team in its JSON shape."""
    logins = {agent.id: agent.login for agent in reading.all(Agent)}
    keys = {each.id: each.key for each in reading.all(Team)}
    members = [logins[m.agent_id] for m in reading.find(Membership, team_id=team.id)]
    return shape(team, logins.get(team.lead_id or 0), keys.get(team.sister_id or 0), members)
