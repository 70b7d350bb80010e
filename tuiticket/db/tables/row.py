"""What all tables have in common, and the words they are written in."""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import Boolean, CheckConstraint, MetaData, Table, text
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

from tuiticket.db.types import Enumerated, Number

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)
"""All tables of the desk, with one rule for the names of their constraints."""


class Row(SQLModel, registry=registry(metadata=METADATA)):
    """The base of all tables; their rows are never made into objects."""

    __tablename__: ClassVar[str]


def primary(*, given_out: bool = True) -> Any:
    """A primary key: given out by the store, each number once and never again, or by the engine."""
    return Field(primary_key=True, sa_type=Number, sa_column_kwargs={"autoincrement": given_out})


def ref(target: str, **more: Any) -> Any:
    """A column that names a row of another table."""
    return Field(foreign_key=f"{target}.id", sa_type=Number, **more)


def col(kind: Any, **more: Any) -> Any:
    """A column of that type; it takes no None unless its annotation says so."""
    return Field(sa_type=kind, **more)


def where(condition: str) -> dict[str, Any]:
    """The options of an index that holds only the rows of which the condition is true."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


def complete(table: Table) -> None:
    """Add to a table what follows from its columns.

    A column of an enumeration, or of yes and no, holds nothing else. A number once given out is not
    given out again when its row is gone: the log may tell of it.
    """
    for column in table.columns:
        if column.primary_key and column.autoincrement is True:
            table.dialect_options["sqlite"]["autoincrement"] = True
        if isinstance(column.type, Enumerated):
            allowed = ", ".join(map(repr, column.type.values))
        elif isinstance(column.type, Boolean):
            allowed = "0, 1"
        else:
            continue
        table.append_constraint(CheckConstraint(f"{column.name} IN ({allowed})", column.name))
