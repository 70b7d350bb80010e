"""Bringing a ticket to a team and, where the team wants it so, to a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tuiticket.engine.model.category import Category
from tuiticket.engine.model.customer import Customer
from tuiticket.engine.model.message import Direction, Message
from tuiticket.engine.model.order import Order
from tuiticket.engine.model.people import Agent, Membership, Team
from tuiticket.engine.model.routing import RoutingRule
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.rules.overflow import LEAD, SISTER, TO_HAND_OUT, level_wanted
from tuiticket.engine.rules.routes import Matter, route_for, skill_for
from tuiticket.engine.rules.routing import Candidate, Choice, Demand, choose, weight_of
from tuiticket.engine.rules.shifts import on_shift
from tuiticket.engine.work import Work


def bring(work: Work, ticket: Ticket) -> Ticket:
    """Bring a ticket to its team and, if it may be so, to an owner, and record both."""
    return hand_out(work, route(work, ticket), queued=True)


def route(work: Work, ticket: Ticket) -> Ticket:
    """Give a ticket without a team the one a rule, its category or its kind says, and record why.

    One that has a team already learns only what skill its category asks for.
    """
    categories = {category.id: category for category in work.tx.find(Category)}
    if ticket.team_id is not None:
        skill, level = skill_for(ticket.category_id, categories)
        if level > ticket.needs_level:
            ticket = work.change(ticket, needs_skill=skill, needs_level=level)
            work.record("ticket.routed", ticket.id, by="category", skill=skill, level=level)
        return ticket
    found = route_for(_matter(work, ticket), work.tx.find(RoutingRule), categories, work.settings)
    if found is None:
        return ticket
    team = work.tx.get(Team, found.team_id)
    assert team is not None, "a foreign key holds the team of every rule and category"
    ticket = work.change(
        ticket,
        team_id=team.id,
        needs_skill=found.skill,
        needs_level=max(ticket.needs_level, found.level),
        queued_at=None,
        widened=0,
    )
    asked = {"skill": found.skill, "level": found.level} if found.level else {}
    work.record("ticket.routed", ticket.id, team=team.key, by=found.by, name=found.name, **asked)
    return ticket


def _matter(work: Work, ticket: Ticket) -> Matter:
    said = work.tx.find(Message, ticket_id=ticket.id, direction=Direction.IN)
    orders = work.tx.find(Order, number=ticket.order_number) if ticket.order_number else []
    customer = work.tx.get(Customer, ticket.customer_id)
    return Matter(
        ticket,
        "\n".join(message.body for message in said),
        orders[0].state if orders else None,
        customer.tags if customer else (),
    )


def hand_out(work: Work, ticket: Ticket, *, queued: bool = False) -> Ticket:
    """Let the desk choose an owner, if the ticket's team wants that and somebody fits.

    Records who was considered and why; with `queued` also where nobody fits and the ticket has come
    to stand in the team's queue.
    """
    team = work.tx.get(Team, ticket.team_id) if ticket.team_id is not None else None
    if team is None or not team.automatic or ticket.owner_id is not None:
        return ticket
    if ticket.state not in TO_HAND_OUT:
        return ticket
    demand = demand_of(work, ticket)
    choice = choose(candidates(work, ticket, team), demand)
    told = {"team": team.key, "considered": explanation(choice), "weight": demand.weight}
    if choice.agent is None:
        if queued:
            work.record("ticket.queued", ticket.id, **told)
        return ticket
    owned = give(work, ticket, choice.agent)
    work.record("ticket.assigned", ticket.id, owner=choice.agent.login, **told)
    work.tell(choice.agent.id, owned, "assigned")
    return owned


def demand_of(work: Work, ticket: Ticket) -> Demand:
    """What the ticket asks, by now, of who gets it."""
    return Demand(
        weight=weight_of(ticket.kind, work.settings),
        skill=ticket.needs_skill,
        level=level_wanted(ticket),
        excluded=ticket.excluded,
        acquainted=work.tx.acquainted(ticket) if work.settings.sticky else (),
    )


def candidates(work: Work, ticket: Ticket, team: Team) -> Iterator[Candidate]:
    """Whom the ticket may go to: its team, and whoever its waiting has widened that to."""
    teams = [team.id]
    if ticket.widened >= SISTER and team.sister_id is not None:
        teams.append(team.sister_id)
    ids = {m.agent_id for m in work.tx.find(Membership, team_id=teams)}
    lead = team.lead_id if ticket.widened >= LEAD else None
    if lead is not None:
        ids.add(lead)
    people = work.tx.find(Agent, id=ids)
    loads = {load.agent_id: load.weighed for load in work.tx.loads([a.id for a in people])}
    for agent in people:
        there = on_shift(agent, work.calendars, work.now)
        yield Candidate(agent, loads[agent.id], there, any_skill=agent.id == lead)


def give(work: Work, ticket: Ticket, agent: Agent, *, by_hand: bool = False) -> Ticket:
    """Make the agent the ticket's owner; the caller records why.

    Whoever gets one from the desk must look at it within their team's time; whoever takes one
    themselves has.
    """
    team = work.tx.get(Team, ticket.team_id) if ticket.team_id is not None else None
    own = work.actor.agent_id == agent.id
    wait = None if by_hand or own or team is None else team.accept_s
    work.tx.update(replace(work.tx.get(Agent, agent.id) or agent, last_assigned_at=work.now))
    return work.change(
        ticket,
        owner_id=agent.id,
        assigned_at=work.now,
        by_hand=by_hand,
        accepted_at=work.now if own else None,
        accept_by=work.calendars.of(agent.calendar_id).ends(work.now, wait) if wait else None,
    )


def put_back(work: Work, ticket: Ticket, *, without_owner: bool = False, **also: Any) -> Ticket:
    """Take a ticket from its owner into its team's queue; the caller records why.

    `without_owner` keeps the desk from giving it to them again; further fields are changed with it.
    """
    excluded = ticket.excluded
    if without_owner and ticket.owner_id is not None and ticket.owner_id not in excluded:
        excluded = (*excluded, ticket.owner_id)
    fields = {"excluded": excluded, "widened": 0, **also}
    return work.change(
        ticket,
        owner_id=None,
        assigned_at=None,
        by_hand=False,
        accepted_at=None,
        accept_by=None,
        **fields,
    )


def explanation(choice: Choice) -> list[dict[str, Any]]:
    """Who was considered, as the log keeps it."""
    return [
        {"login": c.login, "load": c.load, "capacity": c.capacity, "verdict": c.verdict}
        for c in choice.considered
    ]
