"""What waits to be done: timers that are due, tickets nobody has."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, literal_column, select, true

from tuiticket.db import values
from tuiticket.db.conditions import TO_HAND_OUT, among
from tuiticket.db.mapping import mapping
from tuiticket.engine.model.people import Team
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.timer import Timer


def due(connection: Connection, now: datetime, limit: int) -> list[Timer]:
    """Timers whose time has come, earliest first."""
    timer = mapping(Timer).table.c
    order = (timer.fire_at, timer.id)
    return values.read(connection, Timer, timer.fire_at <= now, order=order, limit=limit)


def unassigned(connection: Connection, limit: int) -> list[Ticket]:
    """Active tickets of automatic teams without an owner, most urgent first."""
    ticket, team = mapping(Ticket).table.c, mapping(Team).table.c
    automatic = select(team.id).where(team.automatic == true())
    return values.read(
        connection,
        Ticket,
        ticket.owner_id.is_(None),
        literal_column(among("state", TO_HAND_OUT)),
        ticket.team_id.in_(automatic),
        order=(ticket.urgency.desc(), ticket.created_at),
        limit=limit,
    )
