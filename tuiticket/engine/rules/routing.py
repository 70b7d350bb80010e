"""Who gets a ticket: by presence, skill, load and acquaintance, always with the reasons.

Candidates must be there (on shift and not away), must not have lost the ticket before, must have
the skill it needs, and with this ticket must stay within their capacity. Among them, who has
another open matter of the same customer or order comes first; then the lowest share of capacity;
then who was longest without a new ticket; then the lower id. So every choice can be replayed and
explained.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from tuiticket.engine.errors import N_
from tuiticket.engine.model.people import Agent, Role
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Kind, State, Ticket

AWAY = N_("away")
OFF_SHIFT = N_("off shift")
EXCLUDED = N_("had it before")
UNSKILLED = N_("lacks the skill")
FULL = N_("at capacity")
STRANGER = N_("does not know the matter")
BUSIER = N_("carries more")
LATER = N_("had a ticket more recently")
CHOSEN = N_("chosen")
ACQUAINTED = N_("chosen: has another matter of this customer or order")

WORKERS = frozenset({Role.AGENT, Role.LEAD, Role.SUPERVISOR, Role.ADMIN})
"""Roles that may own tickets."""

ACTING = frozenset({State.NEW, State.OPEN, State.REVIEW})
"""States in which a ticket weighs its full weight, for we must act; in others it waits."""

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Demand:
    """What a ticket asks of who gets it.

    `level` 0 asks for no skill; above, that level of `skill`, or of any skill where it is None.
    `excluded` are the ids of those who may not get it, `acquainted` of those who have another open
    matter of its customer or order.
    """

    weight: float = 1.0
    skill: str | None = None
    level: int = 0
    excluded: Collection[int] = ()
    acquainted: Collection[int] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody the ticket may go to, with the load they carry; `any_skill` waives the skill."""

    agent: Agent
    load: float = 0.0
    on_shift: bool = True
    any_skill: bool = False


@dataclass(frozen=True, slots=True)
class Considered:
    """One candidate and why the ticket did or did not go to them; `load` is weighed."""

    login: str
    load: float
    capacity: int
    verdict: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom the desk chose, if anyone fitted, and everyone it looked at."""

    agent: Agent | None
    considered: tuple[Considered, ...]


def choose(candidates: Iterable[Candidate], demand: Demand) -> Choice:
    """Who of the candidates gets the ticket."""
    workers = sorted(
        (c for c in candidates if c.agent.role in WORKERS), key=lambda candidate: candidate.agent.id
    )
    hindered = {c.agent.id: _hindrance(c, demand) for c in workers}
    fitting = [c for c in workers if hindered[c.agent.id] is None]
    best = min(fitting, key=lambda candidate: _rank(candidate, demand), default=None)

    def verdict(candidate: Candidate) -> str:
        hindrance = hindered[candidate.agent.id]
        if hindrance is not None or best is None:
            return hindrance or FULL
        if candidate is best:
            return ACQUAINTED if candidate.agent.id in demand.acquainted else CHOSEN
        theirs, won = _rank(candidate, demand), _rank(best, demand)
        if theirs[0] > won[0]:
            return STRANGER
        return BUSIER if theirs[1] > won[1] else LATER

    considered = (Considered(c.agent.login, c.load, c.agent.capacity, verdict(c)) for c in workers)
    return Choice(best.agent if best else None, tuple(considered))


def _hindrance(candidate: Candidate, demand: Demand) -> str | None:
    """Why the ticket cannot go to them, the plainest reason first; None if it can."""
    agent = candidate.agent
    if not agent.available:
        return AWAY
    if not candidate.on_shift:
        return OFF_SHIFT
    if agent.id in demand.excluded:
        return EXCLUDED
    if not candidate.any_skill and not qualified(agent, demand.skill, demand.level):
        return UNSKILLED
    return FULL if candidate.load + demand.weight > agent.capacity else None


def _rank(candidate: Candidate, demand: Demand) -> tuple[bool, float, datetime, int]:
    agent = candidate.agent
    return (
        agent.id not in demand.acquainted,
        candidate.load / agent.capacity,
        agent.last_assigned_at or _LONG_AGO,
        agent.id,
    )


def qualified(agent: Agent, skill: str | None, level: int) -> bool:
    """Whether they have the skill, or where None is named any, at least at that level."""
    own = (known.level for known in agent.skills if skill in (None, known.key))
    return max(own, default=0) >= level


def weight_of(kind: Kind, settings: Settings) -> float:
    """What a ticket of that kind weighs while we must act on it."""
    return settings.weights.get(kind, 1.0)


def eases(before: Ticket, after: Ticket) -> bool:
    """Whether a change of a ticket leaves who owned it with less to carry."""
    if before.owner_id is None or not before.active:
        return False
    if after.owner_id != before.owner_id or not after.active:
        return True
    return before.state in ACTING and after.state not in ACTING
