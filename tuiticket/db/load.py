"""What the members of the staff carry."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, func, literal_column, select

from tuiticket.db.conditions import among
from tuiticket.db.mapping import mapping
from tuiticket.engine.model.queue import Load
from tuiticket.engine.model.ticket import ACTIVE, State, Ticket

WAITING_WEIGHT = 0.25
"""What a ticket weighs while somebody else has to act."""

_ACTING = frozenset({State.NEW, State.OPEN, State.REVIEW})

_TICKET = mapping(Ticket).table.c
_CARRIED = (
    select(_TICKET.owner_id, _TICKET.state, func.count())
    .where(_TICKET.owner_id.in_(bindparam("agents", expanding=True)))
    .where(literal_column(among("state", ACTIVE)))
    .group_by(_TICKET.owner_id, _TICKET.state)
)


def loads(connection: Connection, agent_ids: Sequence[int]) -> list[Load]:
    """What each of these agents carries now, in the order asked."""
    rows = connection.execute(_CARRIED, {"agents": tuple(agent_ids)})
    acting, waiting = dict.fromkeys(agent_ids, 0), dict.fromkeys(agent_ids, 0)
    for owner, state, count in rows:
        (acting if state in _ACTING else waiting)[owner] += count
    return [
        Load(
            agent_id=agent,
            acting=acting[agent],
            waiting=waiting[agent],
            weighed=acting[agent] + WAITING_WEIGHT * waiting[agent],
        )
        for agent in agent_ids
    ]
