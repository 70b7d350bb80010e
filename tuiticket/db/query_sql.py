"""The query language as SQL: which tickets, and in which order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, literal_column, or_, select, true

from tuiticket.db import filters
from tuiticket.db.conditions import among
from tuiticket.db.filters import TICKET, Asking, Condition
from tuiticket.engine.model.ticket import ACTIVE, DONE, State
from tuiticket.engine.rules.query import (
    And,
    Choice,
    Field,
    Node,
    Not,
    Or,
    Query,
    Sort,
    SortKey,
    Text,
)

_COLUMNS = {
    SortKey.URGENCY: TICKET.c.urgency,
    SortKey.DUE: TICKET.c.next_due_at,
    SortKey.CREATED: TICKET.c.created_at,
    SortKey.UPDATED: TICKET.c.updated_at,
    SortKey.NUMBER: TICKET.c.id,
    SortKey.PRIORITY: TICKET.c.priority,
}
_ALL_STATES = frozenset(State)


def tickets(query: Query, asking: Asking) -> Select[tuple[int]]:
    """The numbers of the tickets that a query matches, not yet in its order."""
    states = _possible(query.where)
    asking = replace(asking, only_active=states <= ACTIVE)
    statement: Select[tuple[int]] = select(TICKET.c.id).where(where(query.where, asking))
    for members in (ACTIVE, DONE):
        if states <= members:
            # Says nothing new, but lets SQLite use the indexes made under this condition.
            statement = statement.where(literal_column(among("ticket.state", members)))
    return statement


def order(query: Query) -> list[ColumnElement[Any]]:
    """The order of the list: the keys asked for, or urgency; then by number.

    Where urgency is equal, the ticket that is due first comes first; without a due it is last.
    """
    keys = query.sort or (Sort(SortKey.URGENCY),)
    columns: list[ColumnElement[Any]] = []
    for sort in keys:
        if sort.key is SortKey.DUE:
            columns.append(TICKET.c.next_due_at.is_(None))
        column = _COLUMNS[sort.key]
        columns.append(column.desc() if sort.descending else column)
        if sort.key is SortKey.URGENCY:
            columns += [TICKET.c.next_due_at.is_(None), TICKET.c.next_due_at]
    return [*columns, TICKET.c.id.desc() if keys[-1].reverse else TICKET.c.id]


def where(node: Node, asking: Asking) -> Condition:
    """The condition a node stands for; it is never unknown, so that "not" is exact."""
    match node:
        case And(nodes):
            return and_(true(), *(where(each, asking) for each in nodes))
        case Or(nodes):
            return or_(*(where(each, asking) for each in nodes))
        case Not(inner):
            return where(inner, asking).is_not(true())
        case Text():
            return filters.text(asking, node)
        case Field():
            return filters.condition(asking, node)


def _possible(node: Node) -> frozenset[State]:
    """Return the states that tickets matching the node can have, or more."""
    match node:
        case And(nodes):
            return _ALL_STATES.intersection(*map(_possible, nodes))
        case Or(nodes):
            return frozenset().union(*map(_possible, nodes))
        case Field("state", _, Choice(_, members)):
            return frozenset(member for member in members if isinstance(member, State))
        case Not(Field("state", _, Choice(_, members))):
            return _ALL_STATES.difference(members)
        case Field("sla" | "due") | Field("is", _, "late" | "paused" | "unread"):
            return ACTIVE
        case Field("is", _, "spam"):
            return frozenset({State.SPAM})
        case Not(Field("is", _, "spam")):
            return _ALL_STATES - {State.SPAM}
    return _ALL_STATES
