"""The statements by which values are found, stored, changed and removed.

Building one takes longer than SQLite needs to carry it out, so each is built once and what it is
asked for is bound. They are at hand by table (that of `mapping`) and, for finding, by which fields
are asked in what way.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import Enum
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Delete,
    Insert,
    Select,
    TableClause,
    Update,
    bindparam,
    delete,
    insert,
    null,
    select,
    update,
)

ID = "id_"
"""What the id of the row to change or remove is bound to; its columns are bound by their names."""


class Asked(Enum):
    """In what way a field is asked for: to be unset, to equal a value, to equal any of several."""

    UNSET = "unset"
    EQUAL = "equal"
    ANY = "any"


Shape = tuple[tuple[str, Asked], ...]
"""The fields asked for, in order, and in what way each."""


def shape(equal: Mapping[str, Any]) -> Shape:
    """In what way these fields are asked for."""
    return tuple((name, _asked(value)) for name, value in equal.items())


def _asked(value: Any) -> Asked:
    if value is None:
        return Asked.UNSET
    return Asked.ANY if isinstance(value, tuple | list | set | frozenset) else Asked.EQUAL


def selecting(
    table: TableClause,
    *where: ColumnElement[bool],
    order: Collection[Any] = (),
    without: Collection[str] = (),
) -> Select[Any]:
    """All values that meet the conditions, in that order, else of id; fields `without` are None."""
    columns = [null() if c.name in without else c for c in table.c]
    selected = select(*columns).select_from(table).where(*where)
    return selected.order_by(*(order or [table.c.id]))


@cache
def finding(table: TableClause, asked: Shape) -> Select[Any]:
    """All values whose fields equal what will be bound to their names, in order of id."""
    return selecting(table, *(_condition(table.c[name], way) for name, way in asked))


def _condition(column: ColumnElement[Any], asked: Asked) -> ColumnElement[bool]:
    name = column.key
    match asked:
        case Asked.UNSET:
            return column.is_(None)
        case Asked.ANY:
            return column.in_(bindparam(name, type_=column.type, expanding=True))
        case Asked.EQUAL:
            equal: ColumnElement[bool] = column == bindparam(name, type_=column.type)
            return equal


@cache
def inserting(table: TableClause) -> Insert:
    """Store the columns that will be bound; gives the id."""
    return insert(table).returning(table.c.id)


@cache
def updating(table: TableClause) -> Update:
    """Change the columns that will be bound, of the row bound to `ID`."""
    return update(table).where(table.c.id == bindparam(ID))


@cache
def deleting(table: TableClause) -> Delete:
    """Remove the row bound to `ID`."""
    return delete(table).where(table.c.id == bindparam(ID))
