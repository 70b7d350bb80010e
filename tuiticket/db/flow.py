"""What came in, went out and was kept since an instant: costs what happened since, not the past."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, literal_column, select

from tuiticket.db.conditions import among
from tuiticket.db.mapping import mapping
from tuiticket.engine.model.clock import SETTLED, Clock, ClockState
from tuiticket.engine.model.flow import Attainment, Flow
from tuiticket.engine.model.ticket import DONE, Ticket

HOUR = 3600

_TICKET, _CLOCK = mapping(Ticket).table.c, mapping(Clock).table.c
_SINCE = bindparam("since", type_=_TICKET.created_at.type)
_OPENED = select(_TICKET.created_at).where(_TICKET.created_at >= _SINCE)
_SOLVED = select(_TICKET.solved_at).where(
    literal_column(among("state", DONE)),
    _TICKET.updated_at >= _SINCE,
    _TICKET.solved_at >= _SINCE,
)
_STOPPED = (
    select(_CLOCK.state, func.count())
    .where(literal_column(among("state", SETTLED)), _CLOCK.stopped_at >= _SINCE)
    .group_by(_CLOCK.state)
)


def flow(connection: Connection, since: datetime, hours: int) -> Flow:
    """What was opened and solved in each of that many hours from then on."""

    def counted(statement: Select[Any]) -> tuple[int, ...]:
        found = [0] * hours
        for (instant,) in connection.execute(statement, {"since": since}):
            hour = int((instant - since).total_seconds()) // HOUR
            if hour < hours:
                found[hour] += 1
        return tuple(found)

    return Flow(counted(_OPENED), counted(_SOLVED))


def attainment(connection: Connection, since: datetime) -> Attainment:
    """How many of the promises that came to their end since then were kept."""
    found = dict.fromkeys(ClockState, 0)
    for state, count in connection.execute(_STOPPED, {"since": since}):
        found[state] = count
    return Attainment(found[ClockState.MET], found[ClockState.MISSED])
