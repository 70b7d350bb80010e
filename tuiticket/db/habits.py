"""As what kinds the last tickets of a category ended."""

from __future__ import annotations

from heapq import nlargest

from sqlalchemy import Connection, bindparam, select

from tuiticket.db.mapping import mapping
from tuiticket.engine.model.judgement import Judgement, Temper
from tuiticket.engine.model.ticket import Kind, State, Ticket

LOOKED_AT = 60
"""Ended tickets that are looked at, the newest: the cost does not grow with the desk."""

DEALT_WITH = (State.SOLVED, State.CLOSED, State.ARCHIVED)
"""How tickets end that somebody dealt with."""

_TICKET, _JUDGEMENT = mapping(Ticket).table.c, mapping(Judgement).table.c
_NEWEST = (
    select(_TICKET.id, _TICKET.kind, _JUDGEMENT.level)
    .join_from(mapping(Ticket).table, mapping(Judgement).table, _JUDGEMENT.ticket_id == _TICKET.id)
    .where(
        _TICKET.category_id == bindparam("category", type_=_TICKET.category_id.type),
        _TICKET.state == bindparam("state", type_=_TICKET.state.type),
    )
    .order_by(_TICKET.id.desc())
    .limit(LOOKED_AT)
)


def ended_as(connection: Connection, category_id: int, *, calm: bool) -> list[Kind]:
    """The kinds of those whose customers sounded calm, or did not, the newest first."""
    asked = ({"category": category_id, "state": state} for state in DEALT_WITH)
    newest = nlargest(
        LOOKED_AT, (tuple(row) for each in asked for row in connection.execute(_NEWEST, each))
    )
    return [kind for _id, kind, level in newest if (level is Temper.CALM) is calm]
