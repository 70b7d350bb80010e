"""What waits to be done: timers that are due, tickets nobody has."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    bindparam,
    literal_column,
    not_,
    select,
    true,
    union,
)

from tuiticket.db import values
from tuiticket.db.conditions import among
from tuiticket.db.mapping import mapping
from tuiticket.db.statements import selecting
from tuiticket.engine.model.people import Team
from tuiticket.engine.model.queue import Waiting
from tuiticket.engine.model.ticket import ACTIVE, Ticket
from tuiticket.engine.model.timer import Timer
from tuiticket.engine.rules.overflow import TO_HAND_OUT

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
_LOOKED_AT = 50
"""How many of a customer's newest open tickets are looked at for who has them."""


def _owners(condition: ColumnElement[bool]) -> Select[Any]:
    """Who owns open tickets that meet the condition, the one at hand left out."""
    owned = _TICKET.c.owner_id.is_not(None) & (_TICKET.c.id != bindparam("ticket"))
    newest = (
        select(_TICKET.c.owner_id)
        .where(condition, owned, literal_column(among("state", ACTIVE)))
        .order_by(_TICKET.c.id.desc())
        .limit(_LOOKED_AT)
    )
    return select(newest.subquery().c.owner_id)


_ACQUAINTED = union(
    _owners(_TICKET.c.customer_id == bindparam("customer")),
    _owners(_TICKET.c.order_number == bindparam("order")),
)


def due(connection: Connection, now: datetime, limit: int) -> list[Timer]:
    """Timers whose time has come, earliest first."""
    return values.fetch(connection, Timer, _DUE, {"now": now, "limit": limit})


def unassigned(
    connection: Connection,
    limit: int,
    without: Collection[Waiting] = (),
    teams: Collection[int] | None = None,
) -> list[Ticket]:
    """Tickets that automatic teams have to hand out, the most urgent first, then the oldest."""
    statement = _UNASSIGNED.where(*(not_(_waits_so(waiting)) for waiting in without))
    if teams is not None:
        statement = statement.where(_TICKET.c.team_id.in_(teams))
    return values.fetch(connection, Ticket, statement, {"limit": limit})


def _waits_so(waiting: Waiting) -> ColumnElement[bool]:
    """Who excludes nobody stands for all those that exclude somebody."""
    so = (
        (_TICKET.c.team_id == waiting.team_id)
        & _TICKET.c.needs_skill.is_not_distinct_from(waiting.skill)
        & (_TICKET.c.needs_level == waiting.level)
        & (_TICKET.c.widened == waiting.widened)
    )
    return so & (_TICKET.c.excluded == waiting.excluded) if waiting.excluded else so


def acquainted(connection: Connection, ticket: Ticket) -> list[int]:
    """Ids of those who own another open ticket of its customer or order."""
    asked = {
        "ticket": ticket.id,
        "customer": ticket.customer_id,
        "order": ticket.order_number,
    }
    return sorted(connection.execute(_ACQUAINTED, asked).scalars())
