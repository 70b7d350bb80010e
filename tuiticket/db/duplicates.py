"""Which active tickets lie near a new matter: by customer, order, number and name, through indexes.

Few are looked at, the newest of each sort, so the cost does not grow with the desk.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, literal_column, select

from tuiticket.db.conditions import among
from tuiticket.db.finding import newest
from tuiticket.db.index import matching
from tuiticket.db.mapping import mapping
from tuiticket.engine.model.customer import Customer
from tuiticket.engine.model.duplicate import Telling
from tuiticket.engine.model.message import Direction, Message
from tuiticket.engine.model.ticket import ACTIVE, Ticket
from tuiticket.engine.rules.duplicates import READ
from tuiticket.engine.rules.tokens import Stem, phrase_expression

NEAR = 8
"""Tickets that are looked at for each reason to look at them."""

PLACES = 20
"""Places of a number or a name that are looked at."""

NUMBERS = 4
"""Numbers of a text that are looked for."""

_TICKET, _MESSAGE = mapping(Ticket).table, mapping(Message).table
_CUSTOMER = mapping(Customer).table


def told_near(
    connection: Connection,
    told: Telling,
    numbers: Collection[str],
    since: datetime,
    stem: Stem,
) -> list[Telling]:
    """The active tickets near a matter, opened since then, each as its customer first told it."""
    found: dict[int, None] = {}
    for near in _near(connection, told, numbers, stem):
        for number in _active(connection, near, since):
            found[number] = None
    found.pop(told.ticket, None)
    return _tellings(connection, list(found))


def _near(
    connection: Connection, told: Telling, numbers: Collection[str], stem: Stem
) -> Iterator[ColumnElement[bool]]:
    """Yield what the tickets must have in common with the matter, one sort after the other."""
    if told.customer_id is not None:
        yield _TICKET.c.customer_id == told.customer_id
    longest = sorted(numbers, key=lambda number: (-len(number), number))[:NUMBERS]
    for number in dict.fromkeys(filter(None, (told.order_number, *longest))):
        yield _TICKET.c.order_number == number
    for number in longest:
        if naming := _naming(connection, number, stem):
            yield _TICKET.c.id.in_(naming)
    if namesakes := _namesakes(connection, told, stem):
        yield _TICKET.c.customer_id.in_(namesakes)


def _naming(connection: Connection, number: str, stem: Stem) -> set[int]:
    """The tickets whose subject or messages name a number lately."""
    expression = phrase_expression(number, stem)
    if expression is None:
        return set()
    said = select(_MESSAGE.c.ticket_id).where(
        _MESSAGE.c.id.in_(newest(matching(Message, expression), PLACES))
    )
    ids = set(connection.execute(said).scalars())
    ids.update(connection.execute(newest(matching(Ticket, expression), PLACES)).scalars())
    return ids


def _namesakes(connection: Connection, told: Telling, stem: Stem) -> list[int]:
    """Other customers of the same name."""
    expression = phrase_expression(told.name, stem) if told.name else None
    if expression is None:
        return []
    holding = newest(matching(Customer, expression), PLACES)
    named = select(_CUSTOMER.c.id, _CUSTOMER.c.name).where(_CUSTOMER.c.id.in_(holding))
    wanted = told.name.casefold()
    return [
        id_
        for id_, name in connection.execute(named)
        if name.casefold() == wanted and id_ != told.customer_id
    ]


def _active(connection: Connection, near: ColumnElement[bool], since: datetime) -> list[int]:
    some = (
        select(_TICKET.c.id)
        .where(near, _TICKET.c.created_at >= since, literal_column(among("state", ACTIVE)))
        .order_by(_TICKET.c.id.desc())
        .limit(NEAR)
    )
    return list(connection.execute(some).scalars())


def _tellings(connection: Connection, numbers: list[int]) -> list[Telling]:
    """What each of these tickets was first told with."""
    if not numbers:
        return []
    first = (
        select(func.min(_MESSAGE.c.id))
        .where(_MESSAGE.c.ticket_id.in_(numbers), _MESSAGE.c.direction == Direction.IN)
        .where(_MESSAGE.c.withdrawn_at.is_(None))
        .group_by(_MESSAGE.c.ticket_id)
    )
    bodies = select(_MESSAGE.c.ticket_id, func.substr(_MESSAGE.c.body, 1, READ)).where(
        _MESSAGE.c.id.in_(first)
    )
    said = {row[0]: row[1] for row in connection.execute(bodies)}
    columns = (
        _TICKET.c.id,
        _TICKET.c.subject,
        _TICKET.c.customer_id,
        _CUSTOMER.c.name,
        _TICKET.c.order_number,
    )
    tickets = (
        select(*columns)
        .join(_CUSTOMER, _TICKET.c.customer_id == _CUSTOMER.c.id)
        .where(_TICKET.c.id.in_(numbers))
        .order_by(_TICKET.c.id)
    )
    return [
        Telling(
            text=f"{subject}\n{said.get(number, '')}",
            customer_id=customer,
            name=name,
            order_number=order,
            ticket=number,
        )
        for number, subject, customer, name, order in connection.execute(tickets)
    ]
