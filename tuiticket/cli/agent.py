"""`tuiticket agent`: the people of the desk."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from tuiticket.cli.at_desk import AtDesk, at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.options import choice, skill_of
from tuiticket.cli.people_shapes import agent as shape
from tuiticket.cli.printing import say, say_json, say_table
from tuiticket.cli.shapes import Json
from tuiticket.engine.commands.people import AddAgent, ChangeAgent, SetAvailable
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.calendar import ShopCalendar
from tuiticket.engine.model.people import Agent, Membership, Role, Skill, Team
from tuiticket.engine.model.queue import Load
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.shifts import on_shift
from tuiticket.i18n import _
from tuiticket.wording import label

app = Noun(N_("The people of the desk."))

AFTERWARDS = N_(
    "With --json the agent: login, name, role, mail, available, capacity, load, acting, waiting,"
    " teams, skills (levels by key), calendar, on_shift, away_note."
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
Skills = Annotated[
    list[Skill] | None,
    typer.Option(
        "--skill",
        metavar="KEY:LEVEL",
        parser=skill_of,
        help=N_("What they know, 1 to 3, as refund:2; may be repeated."),
    ),
]
Calendar = Annotated[
    str | None, typer.Option(metavar="KEY", help=N_("The calendar of their shift."))
]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help=N_("Word for the colleagues."))]


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
    skill: Skills = None,
    calendar: Calendar = None,
) -> None:
    """Add an agent."""
    intent = AddAgent(
        login=login,
        name=name or "",
        role=role or Role.AGENT,
        mail=mail,
        capacity=10 if capacity is None else capacity,
        teams=tuple(team or ()),
        skills=tuple(skill or ()),
        calendar=calendar,
    )
    with at_desk(context) as at:
        at.do(intent)
        _report(at, login, _("Opened an account for {login}."))


@app.verb("list", N_("List the accounts, with what each carries."), AFTERWARDS)
def list_(context: typer.Context) -> None:
    """List the agents."""
    with at_desk(context) as at, at.reading() as reading:
        people = reading.all(Agent)
        known = _Known(reading, people, at.desk.now())
    if at.json:
        for one in people:
            say_json(known.shape_of(one))
        return
    say_table(
        (_("Login"), _("Name"), _("Role"), _("There"), _("Load"), _("Teams"), _("Skills")),
        [
            (
                one.login,
                one.name,
                label(one.role),
                known.presence(one),
                f"{known.loads[one.id].weighed:g}/{one.capacity}",
                " ".join(known.teams.get(one.id, [])),
                " ".join(f"{skill.key}:{skill.level}" for skill in one.skills),
            )
            for one in people
        ],
    )


@app.verb("set", N_("Set what is known of an account; the skills all at once."), AFTERWARDS)
def set_(
    context: typer.Context,
    login: Login,
    name: Name = None,
    role: RoleOption = None,
    mail: Mail = None,
    capacity: Capacity = None,
    skill: Skills = None,
    no_skills: Annotated[
        bool, typer.Option("--no-skills", help=N_("They know nothing in particular."))
    ] = False,
    calendar: Annotated[
        str | None,
        typer.Option(metavar="KEY", help=N_("The calendar of their shift; empty for all hours.")),
    ] = None,
    away_note: Annotated[
        str | None, typer.Option(metavar="TEXT", help=N_("Word for the colleagues."))
    ] = None,
) -> None:
    """Change an agent."""
    intent = ChangeAgent(
        login=login,
        name=name,
        role=role,
        mail=mail,
        capacity=capacity,
        skills=() if no_skills else tuple(skill) if skill else None,
        calendar=calendar,
        away_note=away_note,
    )
    if intent == ChangeAgent(login=login):
        raise BadInput(
            N_("Nothing to set was named."),
            N_("Name at least one of: {options}."),
            options="--name --role --mail --capacity --skill --no-skills --calendar --away-note",
        )
    with at_desk(context) as at:
        at.do(intent)
        _report(at, login, _("Changed the account of {login}."))


@app.verb("away", N_("Say that you, or somebody, are away: no tickets are handed out."), AFTERWARDS)
def away(context: typer.Context, login: Myself = None, note: Note = "") -> None:
    """Set an agent away."""
    _set_available(context, login, available=False, note=note, said=_("{login} is away."))


@app.verb("back", N_("Say that you, or somebody, are back."), AFTERWARDS)
def back(context: typer.Context, login: Myself = None) -> None:
    """Set an agent available."""
    _set_available(context, login, available=True, said=_("{login} is back."))


def _set_available(
    context: typer.Context, login: str | None, *, available: bool, said: str, note: str = ""
) -> None:
    with at_desk(context) as at:
        who = login or at.actor().login
        at.do(SetAvailable(login=who, available=available, note=note))
        _report(at, who, said)


def _report(at: AtDesk, login: str, said: str) -> None:
    if not at.json:
        say(said.format(login=login))
        return
    with at.reading() as reading:
        found = reading.find(Agent, login=login.strip())
        known = _Known(reading, found, at.desk.now())
    for one in found:
        say_json(known.shape_of(one))


class _Known:
    """What is told of some agents beside themselves."""

    def __init__(self, reading: Reading, people: list[Agent], now: datetime) -> None:
        self.teams = _teams(reading)
        self.loads = _loads(reading, people)
        self._calendars, self._now = reading.calendars(), now
        self._keys = {calendar.id: calendar.key for calendar in reading.all(ShopCalendar)}

    def shape_of(self, agent: Agent) -> Json:
        """An agent in their JSON shape."""
        return shape(
            agent,
            self.teams.get(agent.id, []),
            self.loads[agent.id],
            self._keys.get(agent.calendar_id or 0),
            on_shift=self._on_shift(agent),
        )

    def presence(self, agent: Agent) -> str:
        """Whether they are there, in a word, and what word they left."""
        if not agent.available:
            return _("away") + (f": {agent.away_note}" if agent.away_note else "")
        return _("yes") if self._on_shift(agent) else _("off shift")

    def _on_shift(self, agent: Agent) -> bool:
        return on_shift(agent, self._calendars, self._now)


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
