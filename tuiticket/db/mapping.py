"""Which columns a class of the model lies in: by name, one rule for all.

A table bears the class's name in snake case, its columns the fields' names, and their types follow
from the fields' types. `tables` declares the same as a schema; a test holds the two together.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnClause, Row, TableClause, column, table

from tuiticket.db.types import column_type
from tuiticket.engine.errors import N_, Unreadable

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mapping(Generic[T]):
    """A class of the model beside its table."""

    cls: type[T]
    table: TableClause
    columns: tuple[ColumnClause[Any], ...]
    names: tuple[str, ...]

    def value(self, row: Row[Any] | Sequence[Any]) -> T:
        """The value in a row of all columns, in order."""
        return self.cls(**dict(zip(self.names, row, strict=True)))

    def row(self, value: T) -> dict[str, Any]:
        """The columns of a value, by name; without its id if it has none yet."""
        columns = {name: getattr(value, name) for name in self.names}
        if not columns["id"]:
            del columns["id"]
        return columns


def mapping(cls: type[T]) -> Mapping[T]:
    """How that class of the model lies in the store."""
    key: Any = cls
    mapped: Mapping[T] = _mapping(key)
    return mapped


@cache
def _mapping(cls: Any) -> Mapping[Any]:
    hints = typing.get_type_hints(cls)
    names = tuple(field.name for field in fields(cls))
    columns = tuple(column(name, column_type(hints[name])) for name in names)
    return Mapping(cls, table(table_name(cls), *columns), columns, names)


def table_name(cls: type[Any]) -> str:
    """The name of the table of a class: FiredStep lies in fired_step."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()


@contextmanager
def intact(table: str) -> Iterator[None]:
    """Raise Unreadable where a row read in this block holds what no program of ours writes."""
    try:
        yield
    except UnicodeEncodeError:
        raise  # what was asked for cannot be written; nothing was read yet
    except (ValueError, TypeError, KeyError) as error:
        raise Unreadable(
            N_("The desk is damaged: a row of the table “{table}” cannot be read."),
            N_("Restore a backup, or look closer with: tuiticket doctor"),
            table=table,
        ) from error
