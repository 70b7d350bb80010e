"""What time does to who has a ticket: nobody accepted it, nobody has it, a shift is over."""

from __future__ import annotations

from dataclasses import replace

from tuiticket.engine.commands.handing_out import (
    candidates,
    demand_of,
    explanation,
    hand_out,
    put_back,
)
from tuiticket.engine.commands.leaving import hand_back, is_gone, leave
from tuiticket.engine.model.people import Agent, Role, Team
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.rules.overflow import TO_HAND_OUT
from tuiticket.engine.rules.routing import choose
from tuiticket.engine.rules.shifts import on_shift
from tuiticket.engine.work import Work

TOLD_OF_UNROUTED = (Role.LEAD, Role.SUPERVISOR)
"""Who hears of tickets without a team."""


def not_accepted(work: Work, ticket: Ticket) -> None:
    """Take a ticket from an owner who did not look at it in time; they do not get it again.

    Somebody who is gone did not let it lie: it goes back like all they had.
    """
    owner = work.tx.get(Agent, ticket.owner_id) if ticket.owner_id is not None else None
    if owner is None or ticket.state not in TO_HAND_OUT:
        return
    if is_gone(work, owner):
        hand_back(work, ticket, owner, "away" if not owner.available else "shift-end")
        return
    team = work.tx.get(Team, ticket.team_id) if ticket.team_id is not None else None
    ticket = put_back(work, ticket, without_owner=True)
    work.record("ticket.not-accepted", ticket.id, owner=owner.login)
    work.tell(owner.id, ticket, "taken-away")
    work.tell(team.lead_id if team else None, ticket, "not-accepted", owner=owner.login)
    hand_out(work, ticket, queued=True)


def widen(work: Work, ticket: Ticket) -> None:
    """Offer a ticket that nobody has one step more widely, or make known that it has no team."""
    team = work.tx.get(Team, ticket.team_id) if ticket.team_id is not None else None
    ticket = work.change(ticket, widened=ticket.widened + 1)
    if team is None:
        work.record("ticket.unrouted", ticket.id)
        for agent in work.tx.find(Agent, role=TOLD_OF_UNROUTED):
            work.tell(agent.id, ticket, "unrouted")
        return
    choice = choose(candidates(work, ticket, team), demand_of(work, ticket))
    nobody = {} if choice.agent else {"considered": explanation(choice)}
    work.record("ticket.widened", ticket.id, team=team.key, step=ticket.widened, **nobody)
    hand_out(work, ticket)


def shift_turned(work: Work, agent_id: int) -> None:
    """A shift began or ended: who goes leaves their work to others, who comes is offered some."""
    agent = work.tx.get(Agent, agent_id)
    if agent is None:
        return
    work.tx.update(replace(agent, shift_seen_at=work.now))
    work.staff[agent_id] = None
    if on_shift(agent, work.calendars, work.now):
        work.eased[agent_id] = None
    elif is_gone(work, agent):
        leave(work, agent, "shift-end")
