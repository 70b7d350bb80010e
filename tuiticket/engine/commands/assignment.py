"""Who works on a ticket: take, assign, release, and transfer to another team."""

from __future__ import annotations

from dataclasses import dataclass

from tuiticket.engine.commands.clockface import tell_clocks
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.handing_out import bring, give, put_back
from tuiticket.engine.commands.life import move
from tuiticket.engine.errors import N_, BadInput, Refused
from tuiticket.engine.model.people import Agent, Membership
from tuiticket.engine.model.ticket import State, Ticket
from tuiticket.engine.model.turn import Turn, TurnKind
from tuiticket.engine.rules.permissions import Permission, allows
from tuiticket.engine.rules.routing import WORKERS
from tuiticket.engine.rules.safetext import one_line
from tuiticket.engine.settle import accept
from tuiticket.engine.work import Work, required

REASON_LIMIT = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Take(Command):
    """Make a ticket one's own; only from nobody, for taking is not stealing."""

    ticket: int
    version: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Refused if somebody owns the ticket, or it is not active."""
        ticket = active(work.ticket(self.ticket, self.version))
        me = work.agent(work.actor.login)
        if ticket.owner_id == me.id:
            raise Refused(N_("Ticket {number} is yours already."), number=ticket.id)
        if ticket.owner_id is not None:
            owner = work.tx.get(Agent, ticket.owner_id)
            raise Refused(
                N_("Ticket {number} belongs to {owner}."),
                N_("Ask them, or let a lead assign it to you."),
                number=ticket.id,
                owner=owner.login if owner else "?",
            )
        ticket = opened(work, give(work, ticket, me, by_hand=True))
        work.record("ticket.taken", ticket.id, owner=me.login)


@dataclass(frozen=True, slots=True, kw_only=True)
class Steal(Command):
    """Take a ticket over from whoever has it, for a reason they are told."""

    ticket: int
    reason: str
    version: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Refused if it is nobody's or one's own, BadInput without a reason."""
        ticket = active(work.ticket(self.ticket, self.version))
        reason = required(one_line(self.reason, REASON_LIMIT), N_("reason"))
        me = work.agent(work.actor.login)
        if ticket.owner_id is None:
            raise Refused(
                N_("Ticket {number} belongs to nobody."), N_("Take it."), number=ticket.id
            )
        if ticket.owner_id == me.id:
            raise Refused(N_("Ticket {number} is yours already."), number=ticket.id)
        former = work.tx.get(Agent, ticket.owner_id)
        assert former is not None, "a foreign key holds the owner of every ticket"
        ticket = opened(work, give(work, ticket, me, by_hand=True))
        work.record("ticket.stolen", ticket.id, owner=me.login, former=former.login, reason=reason)
        work.tell(former.id, ticket, "stolen", reason=reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept(Command):
    """Note that the owner of a ticket looks at it; nothing happens if that is known already."""

    ticket: int

    def carry_out(self, work: Work) -> None:
        """Only the owner accepts; whoever else looks changes nothing."""
        ticket = work.ticket(self.ticket)
        mine = ticket.owner_id is not None and ticket.owner_id == work.actor.agent_id
        if mine and ticket.active and ticket.accepted_at is None:
            accept(work, ticket)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign(Command):
    """Give a ticket to a colleague: the owner passes on their own, a lead any."""

    ticket: int
    login: str
    version: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Refused if the actor neither owns the ticket nor may hand out work."""
        ticket = active(work.ticket(self.ticket, self.version))
        agent = work.agent(self.login)
        if agent.role not in WORKERS:
            raise Refused(
                N_("{login} is a {role} and cannot own tickets."),
                login=agent.login,
                role=agent.role,
            )
        if ticket.owner_id == agent.id:
            raise Refused(
                N_("Ticket {number} belongs to {owner} already."),
                number=ticket.id,
                owner=agent.login,
            )
        may_pass_on(work, ticket)
        former = ticket.owner_id
        ticket = give(work, ticket, agent, by_hand=True)
        work.record("ticket.assigned", ticket.id, owner=agent.login)
        work.tell(agent.id, ticket, "assigned")
        work.tell(former, ticket, "taken-away")


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Command):
    """Put a ticket back into its team's queue; the desk does not give it to them again."""

    ticket: int
    version: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Refused if nobody owns it, or it is not the actor's to give back."""
        ticket = active(work.ticket(self.ticket, self.version))
        if ticket.owner_id is None:
            raise Refused(N_("Ticket {number} belongs to nobody."), number=ticket.id)
        may_pass_on(work, ticket)
        former = ticket.owner_id
        ticket = put_back(work, ticket, without_owner=True)
        work.record("ticket.released", ticket.id)
        work.tell(former, ticket, "taken-away")


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer(Command):
    """Hand a ticket over to another team, with a reason; it becomes theirs to hand out.

    `submit_by` is in how many seconds of working time its result is wanted, if not as promised.
    """

    ticket: int
    team: str
    reason: str
    submit_by: int | None = None
    version: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Refused if the ticket is that team's already, BadInput without a reason."""
        ticket = active(work.ticket(self.ticket, self.version))
        team = work.team(self.team)
        reason = required(one_line(self.reason, REASON_LIMIT), N_("reason"))
        if ticket.team_id == team.id:
            raise Refused(
                N_("Ticket {number} is with the team {team} already."),
                number=ticket.id,
                team=team.key,
            )
        if self.submit_by is not None and self.submit_by <= 0:
            raise BadInput(N_("A result cannot be wanted before it was asked for."))
        may_pass_on(work, ticket)
        former = ticket.owner_id
        if ticket.state is State.REVIEW:
            ticket = move(work, ticket, State.OPEN)
        handed = Turn(kind=TurnKind.HANDED_OVER, at=work.now, seconds=self.submit_by)
        tell_clocks(work, ticket, handed)
        ticket = put_back(work, ticket, team_id=team.id, queued_at=None, excluded=())
        work.record("ticket.transferred", ticket.id, team=team.key, reason=reason)
        work.tell(former, ticket, "taken-away")
        bring(work, ticket)


def active(ticket: Ticket) -> Ticket:
    """The ticket itself; raises Refused if it is solved, closed or archived."""
    if not ticket.active:
        raise Refused(
            N_("Ticket {number} is {state}."),
            N_("Reopen it first."),
            number=ticket.id,
            state=ticket.state,
        )
    return ticket


def opened(work: Work, ticket: Ticket) -> Ticket:
    """The ticket, no longer new now that a person has it in hand."""
    return work.change(ticket, state=State.OPEN) if ticket.state is State.NEW else ticket


def may_pass_on(work: Work, ticket: Ticket) -> None:
    """Raise Refused unless it is theirs, waits in their team, or they may hand out."""
    me = work.actor
    if allows(me, Permission.HAND_OUT) or (me.agent_id and ticket.owner_id == me.agent_id):
        return
    if ticket.owner_id is None and ticket.team_id is not None:
        if work.tx.find(Membership, team_id=ticket.team_id, agent_id=me.agent_id):
            return
    elif ticket.owner_id is None:
        return
    raise Refused(
        N_("Ticket {number} is not yours to pass on."),
        N_("Its owner or a lead can."),
        number=ticket.id,
    )
