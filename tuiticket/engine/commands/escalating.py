"""Saying that a ticket needs more than one can give it oneself."""

from __future__ import annotations

from dataclasses import dataclass

from tuiticket.engine.commands.assignment import active
from tuiticket.engine.commands.clockface import tell_clocks
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.life import raised
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.people import Agent, Role, Team
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.turn import Turn, TurnKind
from tuiticket.engine.rules.safetext import one_line
from tuiticket.engine.work import Work, required

REASON_LIMIT = 500

_SENIOR = frozenset({Role.SUPERVISOR, Role.ADMIN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalate(Command):
    """Raise a ticket's priority by one step and call its team's lead, with a reason.

    Where the team has no lead, or the lead is who asks, the supervisors are called.
    """

    ticket: int
    reason: str
    version: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises BadInput without a reason, Refused where there is nobody to call."""
        ticket = active(work.ticket(self.ticket, self.version))
        reason = required(one_line(self.reason, REASON_LIMIT), N_("reason"))
        called = _called(work, ticket)
        if not called:
            raise Refused(
                N_("There is nobody above you to call."),
                N_("Give the team a lead: tuiticket team set KEY --lead LOGIN"),
            )
        higher = raised(ticket.priority)
        if higher != ticket.priority:
            ticket = work.change(ticket, priority=higher)
            tell_clocks(work, ticket, Turn(kind=TurnKind.RETARGETED, at=work.now))
        logins = sorted(agent.login for agent in called)
        work.record("ticket.escalated", ticket.id, reason=reason, called=logins)
        for agent in called:
            work.tell(agent.id, ticket, "escalated", by=work.actor.login, reason=reason)


def _called(work: Work, ticket: Ticket) -> list[Agent]:
    """Who hears of it: the team's lead, else those who stand above all teams."""
    team = work.tx.get(Team, ticket.team_id) if ticket.team_id else None
    lead = work.tx.get(Agent, team.lead_id) if team and team.lead_id else None
    if lead is not None and lead.id != work.actor.agent_id:
        return [lead]
    seniors = (agent for role in _SENIOR for agent in work.tx.find(Agent, role=role))
    return [agent for agent in seniors if agent.id != work.actor.agent_id]
