"""Statements on single rows without what SQLAlchemy does around each.

An act asks a dozen times for a handful of rows by one field, and writes a dozen. Carrying such a
statement out takes SQLite a tenth of what building its context, its result and its row objects
takes. So the text of the statement, and how its values go in and come out, are kept, and the driver
is asked itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ClauseElement, Connection, Dialect, TableClause
from sqlalchemy.sql.compiler import SQLCompiler

from tuiticket.db.statements import ID, Shape, deleting, finding, inserting, updating

Conversion = Callable[[Any], Any] | None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement as the driver takes it, its values converted on the way in and out."""

    sql: str
    given: tuple[tuple[str, Conversion], ...]
    columns: tuple[Conversion, ...]

    def rows(self, connection: Connection, bound: Mapping[str, Any]) -> list[list[Any]]:
        """Carry it out within the transaction of the connection; the rows it gives, if any."""
        values = [
            bound[name] if convert is None else convert(bound[name]) for name, convert in self.given
        ]
        driver = connection.connection.driver_connection
        assert driver is not None, "a connection in use has its driver"
        found = driver.execute(self.sql, values).fetchall()
        return [
            [
                value if convert is None else convert(value)
                for value, convert in zip(row, self.columns, strict=True)
            ]
            for row in found
        ]


@cache
def find(table: TableClause, asked: Shape, dialect: Dialect) -> Prepared:
    """Finds by these fields, none of them "any of"; gives all columns."""
    types = _types(table, dialect)
    columns = tuple(types[column.name].result_processor(dialect, None) for column in table.columns)
    return _prepared(finding(table, asked), table, dialect, (), columns)


@cache
def insert(table: TableClause, names: tuple[str, ...], dialect: Dialect) -> Prepared:
    """Stores a row of these columns; gives its id."""
    return _prepared(inserting(table), table, dialect, names, (None,))


@cache
def update(table: TableClause, names: tuple[str, ...], dialect: Dialect) -> Prepared:
    """Changes these columns of the row bound to `ID`."""
    return _prepared(updating(table), table, dialect, names, ())


@cache
def delete(table: TableClause, dialect: Dialect) -> Prepared:
    """Removes the row bound to `ID`."""
    return _prepared(deleting(table), table, dialect, None, ())


def _prepared(
    statement: ClauseElement,
    table: TableClause,
    dialect: Dialect,
    names: tuple[str, ...] | None,
    columns: tuple[Conversion, ...],
) -> Prepared:
    keys = list(names) if names else None
    compiled = statement.compile(dialect=dialect, column_keys=keys)
    assert isinstance(compiled, SQLCompiler)
    types = _types(table, dialect)
    types[ID] = types["id"]
    given = tuple(
        (name, types[name].bind_processor(dialect)) for name in compiled.positiontup or ()
    )
    return Prepared(compiled.string, given, columns)


def _types(table: TableClause, dialect: Dialect) -> dict[str, Any]:
    """The types of the columns as the dialect has them."""
    return {column.name: column.type.dialect_impl(dialect) for column in table.columns}
