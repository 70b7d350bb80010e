"""`tuiticket agent`: the people of the desk."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import AtDesk, at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.options import choice
from tuiticket.cli.printing import say, say_json, say_table
from tuiticket.cli.shapes import agent as shape
from tuiticket.engine.commands.people import AddAgent, ChangeAgent, SetAvailable
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.people import Agent, Membership, Role, Team
from tuiticket.engine.model.queue import Load
from tuiticket.engine.ports import Reading
from tuiticket.i18n import _
from tuiticket.wording import label

app = Noun(N_("The people of the desk."))

AFTERWARDS = N_(
    "With --json the agent: login, name, role, mail, available, capacity, load, acting, waiting,"
    " teams."
)
ROLES = {role.value: role for role in Role}

Login = Annotated[str, typer.Argument(metavar="LOGIN", help=N_("The account."))]
Myself = Annotated[
    str | None, typer.Argument(metavar="LOGIN", help=N_("The account; default: yourself."))
]
Name = Annotated[str | None, typer.Option(metavar="NAME", help=N_("How they are called."))]
RoleOption = Annotated[
    Role | None, choice("--role", ROLES, N_("agent, lead, supervisor, admin or monitor"))
]
Mail = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help=N_("Their mail address; what it sends is ours.")),
]
Capacity = Annotated[
    int | None, typer.Option(metavar="N", help=N_("How many tickets they can carry at once."))
]


@app.verb("add", N_("Open an account."), AFTERWARDS)
def add(
    context: typer.Context,
    login: Login,
    name: Name = None,
    role: RoleOption = None,
    mail: Mail = None,
    capacity: Capacity = None,
    team: Annotated[
        list[str] | None,
        typer.Option(metavar="TEAM", help=N_("A team they belong to; may be repeated.")),
    ] = None,
) -> None:
    """Add an agent."""
    intent = AddAgent(
        login=login,
        name=name or "",
        role=role or Role.AGENT,
        mail=mail,
        capacity=10 if capacity is None else capacity,
        teams=tuple(team or ()),
    )
    with at_desk(context) as at:
        at.do(intent)
        _report(at, login, _("Opened an account for {login}."))


@app.verb("list", N_("List the accounts, with what each carries."), AFTERWARDS)
def list_(context: typer.Context) -> None:
    """List the agents."""
    with at_desk(context) as at, at.reading() as reading:
        people = reading.all(Agent)
        teams, loads = _teams(reading), _loads(reading, people)
    if at.json:
        for one in people:
            say_json(shape(one, teams.get(one.id, []), loads[one.id]))
        return
    say_table(
        (_("Login"), _("Name"), _("Role"), _("There"), _("Load"), _("Teams")),
        [
            (
                one.login,
                one.name,
                label(one.role),
                _("yes") if one.available else _("away"),
                f"{loads[one.id].weighed:g}/{one.capacity}",
                " ".join(teams.get(one.id, [])),
            )
            for one in people
        ],
    )


@app.verb("set", N_("Set an account's name, role, mail address or capacity."), AFTERWARDS)
def set_(
    context: typer.Context,
    login: Login,
    name: Name = None,
    role: RoleOption = None,
    mail: Mail = None,
    capacity: Capacity = None,
) -> None:
    """Change an agent."""
    if all(value is None for value in (name, role, mail, capacity)):
        raise BadInput(
            N_("Nothing to set was named."),
            N_("Name at least one of: {options}."),
            options="--name --role --mail --capacity",
        )
    with at_desk(context) as at:
        at.do(ChangeAgent(login=login, name=name, role=role, mail=mail, capacity=capacity))
        _report(at, login, _("Changed the account of {login}."))


@app.verb("away", N_("Say that you, or somebody, are away: no tickets are handed out."), AFTERWARDS)
def away(context: typer.Context, login: Myself = None) -> None:
    """Set an agent away."""
    _set_available(context, login, available=False, said=_("{login} is away."))


@app.verb("back", N_("Say that you, or somebody, are back."), AFTERWARDS)
def back(context: typer.Context, login: Myself = None) -> None:
    """Set an agent available."""
    _set_available(context, login, available=True, said=_("{login} is back."))


def _set_available(
    context: typer.Context, login: str | None, *, available: bool, said: str
) -> None:
    with at_desk(context) as at:
        who = login or at.actor().login
        at.do(SetAvailable(login=who, available=available))
        _report(at, who, said)


def _report(at: AtDesk, login: str, said: str) -> None:
    if not at.json:
        say(said.format(login=login))
        return
    with at.reading() as reading:
        found = reading.find(Agent, login=login.strip())
        teams, loads = _teams(reading), _loads(reading, found)
    for one in found:
        say_json(shape(one, teams.get(one.id, []), loads[one.id]))


def _teams(reading: Reading) -> dict[int, list[str]]:
    """The keys of the teams each agent belongs to, by the agent's id."""
    keys = {team.id: team.key for team in reading.all(Team)}
    found: dict[int, list[str]] = {}
    for membership in reading.all(Membership):
        found.setdefault(membership.agent_id, []).append(keys[membership.team_id])
    return found


def _loads(reading: Reading, people: list[Agent]) -> dict[int, Load]:
    idle = {one.id: Load(agent_id=one.id, acting=0, waiting=0, weighed=0.0) for one in people}
    return idle | {load.agent_id: load for load in reading.loads(list(idle))}
