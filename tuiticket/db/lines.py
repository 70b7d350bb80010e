"""The lines of a list of tickets: one select, no objects, names instead of ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from sqlalchemy import Connection, select

from tuiticket.db.filters import unread
from tuiticket.db.mapping import intact, mapping
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.customer import Customer
from tuiticket.engine.model.people import Agent, Team
from tuiticket.engine.model.queue import QueueLine
from tuiticket.engine.model.ticket import Ticket

AT_ONCE = 5_000
"""Tickets asked for in one select."""

_TICKET, _CUSTOMER = mapping(Ticket).table, mapping(Customer).table
_TEAM, _OWNER = mapping(Team).table, mapping(Agent).table
_CATEGORY = mapping(Category).table
_NAMED = {
    "customer": _CUSTOMER.c.name,
    "customer_tags": _CUSTOMER.c.tags,
    "team": _TEAM.c.key,
    "owner": _OWNER.c.login,
    "category": _CATEGORY.c.key,
}
_NAMES = tuple(field.name for field in fields(QueueLine) if field.name != "unread")
_LINES = select(*(_NAMED[n] if n in _NAMED else _TICKET.c[n] for n in _NAMES)).select_from(
    _TICKET.join(_CUSTOMER, _TICKET.c.customer_id == _CUSTOMER.c.id)
    .outerjoin(_TEAM, _TICKET.c.team_id == _TEAM.c.id)
    .outerjoin(_OWNER, _TICKET.c.owner_id == _OWNER.c.id)
    .outerjoin(_CATEGORY, _TICKET.c.category_id == _CATEGORY.c.id)
)


def lines(
    connection: Connection, numbers: Sequence[int], me: Agent | None = None
) -> list[QueueLine]:
    """The lines of these tickets, in the order asked; missing ones are left out.

    What is unread is told for one member of the staff, if any is given.
    """
    asked = _LINES.add_columns(unread(me))
    names = (*_NAMES, "unread")
    found: dict[int, QueueLine] = {}
    for start in range(0, len(numbers), AT_ONCE):
        wanted = asked.where(_TICKET.c.id.in_(numbers[start : start + AT_ONCE]))
        with intact("ticket"):
            for *values, news in connection.execute(wanted):
                line = QueueLine(**dict(zip(names, (*values, bool(news)), strict=True)))
                found[line.id] = line
    return [found[number] for number in numbers if number in found]
