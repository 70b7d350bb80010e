"""Bringing a ticket to a team and, where the team wants it so, to a person."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tuiticket.engine.model.category import Category
from tuiticket.engine.model.people import Agent, Membership, Team
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.rules.routing import Choice, choose, team_for
from tuiticket.engine.work import Work


def route(work: Work, ticket: Ticket) -> Ticket:
    """Give a ticket without a team the one its category or kind belongs to."""
    if ticket.team_id is not None:
        return ticket
    categories = {category.id: category for category in work.tx.find(Category)}
    team_id = team_for(ticket, categories, work.settings)
    return ticket if team_id is None else work.change(ticket, team_id=team_id)


def hand_out(work: Work, ticket: Ticket, *, without: int | None = None) -> Ticket:
    """Let the desk choose an owner, if the ticket's team wants that and somebody fits.

    Records who was considered and why. A ticket nobody has room for stays in the team's queue. The
    agent `without` is passed over: it was just taken from them.
    """
    team = work.tx.get(Team, ticket.team_id) if ticket.team_id is not None else None
    if team is None or not team.automatic or ticket.owner_id is not None or not ticket.active:
        return ticket
    choice = best_member(work, team, without)
    if choice.agent is None:
        return ticket
    owned = give(work, ticket, choice.agent)
    work.record(
        "ticket.assigned",
        ticket.id,
        owner=choice.agent.login,
        team=team.key,
        considered=explanation(choice),
    )
    work.tell(choice.agent.id, owned, "assigned")
    return owned


def best_member(work: Work, team: Team, without: int | None = None) -> Choice:
    """Whom of the team the rules choose now."""
    ids = tuple(
        m.agent_id for m in work.tx.find(Membership, team_id=team.id) if m.agent_id != without
    )
    members = work.tx.find(Agent, id=ids)
    return choose(members, {load.agent_id: load for load in work.tx.loads(ids)})


def give(work: Work, ticket: Ticket, agent: Agent) -> Ticket:
    """Make the agent the ticket's owner; the caller records why."""
    work.tx.update(replace(agent, last_assigned_at=work.now))
    return work.change(ticket, owner_id=agent.id, assigned_at=work.now)


def explanation(choice: Choice) -> list[dict[str, Any]]:
    """Who was considered, as the log keeps it."""
    return [
        {"login": c.login, "load": c.load, "capacity": c.capacity, "verdict": c.verdict}
        for c in choice.considered
    ]
