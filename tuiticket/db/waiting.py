"""What waits to be done: timers that are due, tickets nobody has."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, literal_column, select, true

from tuiticket.db import values
from tuiticket.db.conditions import TO_HAND_OUT, among
from tuiticket.db.mapping import mapping
from tuiticket.db.statements import selecting
from tuiticket.engine.model.people import Team
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.timer import Timer

_TIMER, _TICKET, _TEAM = mapping(Timer).table, mapping(Ticket).table, mapping(Team).table
_DUE = selecting(
    _TIMER, _TIMER.c.fire_at <= bindparam("now"), order=(_TIMER.c.fire_at, _TIMER.c.id)
).limit(bindparam("limit"))
_UNASSIGNED = selecting(
    _TICKET,
    _TICKET.c.owner_id.is_(None),
    literal_column(among("state", TO_HAND_OUT)),
    _TICKET.c.team_id.in_(select(_TEAM.c.id).where(_TEAM.c.automatic == true())),
    order=(_TICKET.c.urgency.desc(), _TICKET.c.created_at),
).limit(bindparam("limit"))


def due(connection: Connection, now: datetime, limit: int) -> list[Timer]:
    """Timers whose time has come, earliest first."""
    return values.fetch(connection, Timer, _DUE, {"now": now, "limit": limit})


def unassigned(connection: Connection, limit: int) -> list[Ticket]:
    """Active tickets of automatic teams without an owner, most urgent first."""
    return values.fetch(connection, Ticket, _UNASSIGNED, {"limit": limit})
