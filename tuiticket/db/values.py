"""Reading values of the model by equality of their fields."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, false, null, select

from tuiticket.db.mapping import intact, mapping

T = TypeVar("T")


def get(connection: Connection, cls: type[T], id_: int) -> T | None:
    """The value of that class and id, or None."""
    found = find(connection, cls, {"id": id_})
    return found[0] if found else None


def find(connection: Connection, cls: type[T], equal: Mapping[str, Any]) -> list[T]:
    """All values whose fields equal these, in order of id; a collection means any of it."""
    table = mapping(cls).table
    return read(connection, cls, *(_equals(table.c[name], equal[name]) for name in equal))


def read(
    connection: Connection,
    cls: type[T],
    *where: ColumnElement[bool],
    order: Collection[Any] = (),
    limit: int | None = None,
    without: Collection[str] = (),
) -> list[T]:
    """All values that meet the conditions, in that order, else of id; fields `without` are None."""
    mapped = mapping(cls)
    columns = [null() if c.name in without else c for c in mapped.columns]
    statement = select(*columns).where(*where).order_by(*(order or [mapped.table.c.id]))
    with intact(mapped.table.name):
        rows = connection.execute(statement.select_from(mapped.table).limit(limit))
        return [mapped.value(row) for row in rows]


def _equals(column: ColumnElement[Any], value: Any) -> ColumnElement[bool]:
    if value is None:
        return column.is_(None)
    if isinstance(value, tuple | list | set | frozenset):
        return column.in_(value) if value else false()
    equal: ColumnElement[bool] = column == value
    return equal
