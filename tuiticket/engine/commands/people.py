"""The staff of the desk: accounts, teams, who belongs where and who is there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.keys import checked_key, checked_skills
from tuiticket.engine.commands.leaving import leave
from tuiticket.engine.errors import N_, BadInput, Refused
from tuiticket.engine.model.people import Agent, Membership, Role, Skill, Team
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.rules.overflow import TO_HAND_OUT
from tuiticket.engine.rules.permissions import Permission, require
from tuiticket.engine.rules.safetext import one_line
from tuiticket.engine.work import Work, required

NAME_LIMIT = 100
NOTE_LIMIT = 200
MOST_WIDENED = 3
"""How often at most a ticket nobody has is offered more widely."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAgent(Command):
    """Open an account for a member of the staff, in any number of teams (by key).

    `calendar` is the key of the calendar that holds the hours of their shift, if they keep one.
    """

    permission: ClassVar[Permission] = Permission.SET_UP

    login: str
    name: str = ""
    role: Role = Role.AGENT
    mail: str | None = None
    capacity: int = 10
    teams: tuple[str, ...] = ()
    skills: tuple[Skill, ...] = ()
    calendar: str | None = None

    def carry_out(self, work: Work) -> None:
        """Raises BadInput for a login taken, ill-formed, a capacity below one, or a wrong skill."""
        login = checked_key(self.login, N_("login"))
        if work.tx.find(Agent, login=login):
            raise BadInput(N_("The login “{login}” is taken."), login=login)
        _capacity(self.capacity)
        agent = work.add(
            Agent(
                login=login,
                name=one_line(self.name, NAME_LIMIT) or login,
                role=self.role,
                mail=self.mail.strip().lower() if self.mail else None,
                capacity=self.capacity,
                skills=checked_skills(self.skills),
                calendar_id=work.calendar(self.calendar).id if self.calendar else None,
            )
        )
        for key in self.teams:
            work.add(Membership(team_id=work.team(key).id, agent_id=agent.id))
        work.record("agent.added", login=login, role=self.role)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeAgent(Command):
    """Set what is known of a member of the staff; None leaves a field as it is.

    An empty `calendar` says that they are on shift at all hours, an empty `mail` or `away_note`
    takes theirs away.
    """

    permission: ClassVar[Permission] = Permission.SET_UP

    login: str
    name: str | None = None
    role: Role | None = None
    mail: str | None = None
    capacity: int | None = None
    skills: tuple[Skill, ...] | None = None
    calendar: str | None = None
    away_note: str | None = None

    def carry_out(self, work: Work) -> None:
        """Raises BadInput for a capacity below one or a wrong skill, Unknown for no calendar."""
        agent = work.agent(self.login)
        if self.capacity is not None:
            _capacity(self.capacity)
        fields: dict[str, Any] = {
            "name": self.name,
            "role": self.role,
            "mail": self.mail,
            "capacity": self.capacity,
            "skills": None if self.skills is None else checked_skills(self.skills),
            "away_note": None if self.away_note is None else one_line(self.away_note, NOTE_LIMIT),
        }
        given = {name: new for name, new in fields.items() if new is not None}
        if self.mail is not None:
            given["mail"] = self.mail.strip().lower() or None
        if self.calendar is not None:
            given["calendar_id"] = work.calendar(self.calendar).id if self.calendar else None
        work.change(agent, **given)
        work.record("agent.changed", login=agent.login)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAvailable(Command):
    """Say that somebody is there, or away. One says it for oneself; a supervisor for anybody.

    Whoever goes leaves word in `note`; what they must act on goes to others. Whoever comes back is
    offered what waits.
    """

    login: str
    available: bool
    note: str = ""

    def carry_out(self, work: Work) -> None:
        """Raises Refused where that is so already."""
        agent = work.agent(self.login)
        if agent.login != work.actor.login:
            require(work.actor, Permission.MANAGE_PEOPLE)
        if agent.available == self.available:
            raise Refused(
                N_("{login} is back already.")
                if self.available
                else N_("{login} is away already."),
                login=agent.login,
            )
        note = one_line(self.note, NOTE_LIMIT)
        agent = work.change(
            agent, available=self.available, away_note="" if self.available else note
        )
        work.record("agent.back" if self.available else "agent.away", login=agent.login)
        if not self.available:
            leave(work, agent, "away", note)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddTeam(Command):
    """Set up a team; `lead` and `sister` are a login and the key of the team that helps out.

    `accept_s` and `overflow` are as in the model.
    """

    permission: ClassVar[Permission] = Permission.SET_UP

    key: str
    name: str = ""
    name_zh: str = ""
    automatic: bool = True
    lead: str | None = None
    sister: str | None = None
    accept_s: int | None = None
    overflow: tuple[int, ...] = ()

    def carry_out(self, work: Work) -> None:
        """Raises BadInput for a key taken or ill-formed, a time or shares that make no sense."""
        key = checked_key(self.key, N_("team"))
        if work.tx.find(Team, key=key):
            raise BadInput(N_("The team “{team}” exists already."), team=key)
        work.add(
            Team(
                key=key,
                name=one_line(self.name, NAME_LIMIT) or key,
                name_zh=one_line(self.name_zh, NAME_LIMIT),
                automatic=self.automatic,
                lead_id=work.agent(self.lead).id if self.lead else None,
                sister_id=work.team(self.sister).id if self.sister else None,
                accept_s=_acceptance(self.accept_s),
                overflow=_overflow(self.overflow),
            )
        )
        work.record("team.added", team=key)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeTeam(Command):
    """Set what is known of a team; None leaves a field as it is.

    An empty `lead` or `sister` takes it away; `accept_s` of 0 means no limit, an empty `overflow`
    that tickets are never offered more widely. The overflow holds for what waits already, too.
    """

    permission: ClassVar[Permission] = Permission.SET_UP

    key: str
    name: str | None = None
    automatic: bool | None = None
    lead: str | None = None
    sister: str | None = None
    name_zh: str | None = None
    accept_s: int | None = None
    overflow: tuple[int, ...] | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Unknown for a team, lead or sister there is not, BadInput for a wrong value."""
        team = work.team(self.key)
        fields: dict[str, Any] = {}
        if self.name is not None:
            fields["name"] = required(one_line(self.name, NAME_LIMIT), N_("name"))
        if self.automatic is not None:
            fields["automatic"] = self.automatic
        if self.lead is not None:
            fields["lead_id"] = work.agent(self.lead).id if self.lead else None
        if self.sister is not None:
            fields["sister_id"] = work.team(self.sister).id if self.sister else None
        if self.name_zh is not None:
            fields["name_zh"] = one_line(self.name_zh, NAME_LIMIT)
        if self.accept_s is not None:
            fields["accept_s"] = _acceptance(self.accept_s)
        if self.overflow is not None:
            fields["overflow"] = _overflow(self.overflow)
        work.change(team, **fields)
        work.record("team.changed", team=team.key)
        for ticket in work.tx.find(Ticket, team_id=team.id, owner_id=None, state=TO_HAND_OUT):
            work.touched[ticket.id] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Join(Command):
    """Put somebody into a team, or take them out again (`leave`)."""

    permission: ClassVar[Permission] = Permission.MANAGE_PEOPLE

    login: str
    team: str
    leave: bool = False

    def carry_out(self, work: Work) -> None:
        """Raises Refused where that is so already."""
        agent, team = work.agent(self.login), work.team(self.team)
        there = work.tx.find(Membership, team_id=team.id, agent_id=agent.id)
        if bool(there) is not self.leave:
            raise Refused(
                N_("{login} is not in the team {team}.")
                if self.leave
                else N_("{login} is in the team {team} already."),
                login=agent.login,
                team=team.key,
            )
        if self.leave:
            work.remove(there[0])
        else:
            work.add(Membership(team_id=team.id, agent_id=agent.id))
        work.record("team.left" if self.leave else "team.joined", login=agent.login, team=team.key)


def _capacity(capacity: int) -> None:
    if not 1 <= capacity <= 1000:
        raise BadInput(
            N_("A capacity of {capacity} makes no sense."),
            N_("Give a number from 1 to 1000."),
            capacity=capacity,
        )


def _acceptance(seconds: int | None) -> int | None:
    if seconds is not None and seconds < 0:
        raise BadInput(
            N_("Nobody can accept a ticket within {seconds} seconds."),
            N_("Give a time above zero, or 0 for no limit."),
            seconds=seconds,
        )
    return seconds or None


def _overflow(shares: tuple[int, ...]) -> tuple[int, ...]:
    rising = all(before < after for before, after in pairwise((0, *shares)))
    if not rising or len(shares) > MOST_WIDENED or any(share > 1000 for share in shares):
        raise BadInput(
            N_("The overflow {shares} makes no sense."),
            N_("Give up to three shares of the target in per cent, each above the one before."),
            shares=",".join(map(str, shares)),
        )
    return shares
