"""Who gets a ticket: by team, availability and load, always with the reasons.

Candidates are the members of the ticket's team who are available and whose load, with this ticket,
stays within their capacity. The lowest share of capacity wins; then who was longest without a new
ticket; then the lower id. So every choice can be replayed and explained.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from tuiticket.engine.errors import N_
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.people import Agent, Role
from tuiticket.engine.model.queue import Load
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Ticket

AWAY = N_("away")
FULL = N_("at capacity")
BUSIER = N_("carries more")
LATER = N_("had a ticket more recently")
CHOSEN = N_("chosen")

WORKERS = frozenset({Role.AGENT, Role.LEAD, Role.SUPERVISOR, Role.ADMIN})
"""Roles that may own tickets."""

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Considered:
    """One member of the team and why the ticket did or did not go to them; `load` is weighed."""

    login: str
    load: float
    capacity: int
    verdict: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom the desk chose, if anyone fitted, and everyone it looked at."""

    agent: Agent | None
    considered: tuple[Considered, ...]


def team_for(ticket: Ticket, categories: Mapping[int, Category], settings: Settings) -> int | None:
    """The team a ticket belongs to: its category's, the nearest parent's, else its kind's."""
    by_key = {category.key: category for category in categories.values()}
    category = categories.get(ticket.category_id or 0)
    key = category.key if category else ""
    while key:
        found = by_key.get(key)
        if found is not None and found.team_id is not None:
            return found.team_id
        key = key.rpartition("/")[0]
    return settings.kind_teams.get(ticket.kind)


def choose(members: Iterable[Agent], loads: Mapping[int, Load]) -> Choice:
    """The member who gets the next ticket."""

    def weighed(agent: Agent) -> float:
        load = loads.get(agent.id)
        return load.weighed if load else 0.0

    def rank(agent: Agent) -> tuple[float, datetime, int]:
        return (
            weighed(agent) / agent.capacity,
            agent.last_assigned_at or _LONG_AGO,
            agent.id,
        )

    workers = sorted((m for m in members if m.role in WORKERS), key=lambda agent: agent.id)
    fitting = sorted((a for a in workers if a.available and weighed(a) + 1 <= a.capacity), key=rank)
    best = fitting[0] if fitting else None

    def verdict(agent: Agent) -> str:
        if agent is best:
            return CHOSEN
        if not agent.available:
            return AWAY
        if agent not in fitting or best is None:
            return FULL
        return BUSIER if rank(agent)[0] > rank(best)[0] else LATER

    return Choice(
        best,
        tuple(
            Considered(agent.login, weighed(agent), agent.capacity, verdict(agent))
            for agent in workers
        ),
    )
