"""Reading values of the model: by equality of their fields, or by conditions of one's own."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select

from tuiticket.db import prepared
from tuiticket.db.mapping import intact, mapping
from tuiticket.db.statements import Asked, finding, selecting, shape

T = TypeVar("T")


def get(connection: Connection, cls: type[T], id_: int) -> T | None:
    """The value of that class and id, or None."""
    found = find(connection, cls, {"id": id_})
    return found[0] if found else None


def find(connection: Connection, cls: type[T], equal: Mapping[str, Any]) -> list[T]:
    """All values whose fields equal these, in order of id; a collection means any of it."""
    asked = shape(equal)
    bound = {name: equal[name] for name, way in asked if way is Asked.EQUAL}
    for name in (name for name, way in asked if way is Asked.ANY):
        if not equal[name]:
            return []
        bound[name] = tuple(equal[name])
    if any(way is Asked.ANY for _name, way in asked):
        return fetch(connection, cls, finding(mapping(cls).table, asked), bound)
    ready = prepared.find(mapping(cls).table, asked, connection.dialect)
    with intact(mapping(cls).table.name):
        return [mapping(cls).value(row) for row in ready.rows(connection, bound)]


def read(
    connection: Connection,
    cls: type[T],
    *where: ColumnElement[bool],
    order: Collection[Any] = (),
    limit: int | None = None,
) -> list[T]:
    """All values that meet the conditions, in that order, else of id."""
    statement = selecting(mapping(cls).table, *where, order=order).limit(limit)
    return fetch(connection, cls, statement, {})


def fetch(
    connection: Connection, cls: type[T], statement: Select[Any], bound: Mapping[str, Any]
) -> list[T]:
    """The values a statement of `selecting` gives when these are bound to its names."""
    mapped = mapping(cls)
    with intact(mapped.table.name):
        return [mapped.value(row) for row in connection.execute(statement, bound)]
