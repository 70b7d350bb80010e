"""What the members of the staff carry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, func, literal_column, select

from tuiticket.db import values
from tuiticket.db.conditions import among
from tuiticket.db.mapping import mapping
from tuiticket.engine.model.queue import Load
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import ACTIVE, Kind, Ticket
from tuiticket.engine.rules.routing import ACTING, weight_of

_TICKET = mapping(Ticket).table.c
_CARRIED = (
    select(_TICKET.owner_id, _TICKET.state, _TICKET.kind, func.count())
    .where(_TICKET.owner_id.in_(bindparam("agents", expanding=True)))
    .where(literal_column(among("state", ACTIVE)))
    .group_by(_TICKET.owner_id, _TICKET.state, _TICKET.kind)
)


def loads(connection: Connection, agent_ids: Sequence[int]) -> list[Load]:
    """What each of these agents carries now, in the order asked."""
    settings = values.get(connection, Settings, 1) or Settings(name="")
    acting, waiting = Counter[int](), Counter[int]()
    weighed = dict.fromkeys(agent_ids, 0.0)
    for owner, state, kind, count in connection.execute(_CARRIED, {"agents": tuple(agent_ids)}):
        (acting if state in ACTING else waiting)[owner] += count
        each = weight_of(Kind(kind), settings) if state in ACTING else settings.waiting_weight
        weighed[owner] += each * count
    return [
        Load(agent_id=agent, acting=acting[agent], waiting=waiting[agent], weighed=weighed[agent])
        for agent in agent_ids
    ]
