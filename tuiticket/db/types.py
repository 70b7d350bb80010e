"""How the values of the model lie in columns, the same rule for the schema and for every query.

Instants are UTC: integer seconds in SQLite, `timestamptz` in PostgreSQL. Enumerations lie there by
their value, what has no column type of its own (tags, order lines, details) as JSON.
"""

from __future__ import annotations

import json
import types
from datetime import UTC, datetime
from enum import Enum
from functools import lru_cache
from typing import Any, Union, get_args, get_origin

from sqlalchemy import (
    TIMESTAMP,
    BigInteger,
    Boolean,
    Dialect,
    Float,
    Integer,
    LargeBinary,
    Text,
    TypeDecorator,
)
from sqlalchemy.types import TypeEngine

from tuiticket.engine.rules.record import plain, unplain

Number = BigInteger().with_variant(Integer(), "sqlite")
"""A whole number of up to 64 bits; as a primary key, SQLite's own row id."""


class Instant(TypeDecorator[datetime]):
    """A moment in UTC, in whole seconds."""

    impl = Integer
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Integers where the database has no instants of its own."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(Integer())
        return dialect.type_descriptor(TIMESTAMP(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Seconds since 1970; raises ValueError for a time that does not say its zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without a zone: {value}")
        return int(value.timestamp()) if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """The moment, aware of being UTC."""
        if value is None or isinstance(value, datetime):
            return value
        return datetime.fromtimestamp(value, UTC)


class Enumerated(TypeDecorator[Enum]):
    """A member of an enumeration, by its value: a word, or a number where order counts."""

    impl = Text
    cache_ok = True

    def __init__(self, enum: type[Enum]) -> None:
        super().__init__()
        self.enum = enum

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Integers for an enumeration of numbers, else text."""
        return dialect.type_descriptor(Integer() if issubclass(self.enum, int) else Text())

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """The value of the member; raises ValueError for what is none."""
        return None if value is None else self.enum(value).value

    def process_result_value(self, value: Any, dialect: Dialect) -> Enum | None:
        """The member; raises ValueError if the row holds none."""
        return None if value is None else self.enum(value)

    @property
    def values(self) -> list[str | int]:
        """Every value a column may hold."""
        return [member.value for member in self.enum]


class Plain(TypeDecorator[Any]):
    """A structure of the type `hint` (a tuple, a dictionary), as JSON."""

    impl = Text
    cache_ok = True

    def __init__(self, hint: Any) -> None:
        super().__init__()
        self.hint = hint
        self.lasting = get_origin(hint) is tuple

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """The JSON text."""
        if value is None:
            return None
        return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """The structure, its parts in the types the hint tells."""
        if value is None:
            return None
        if self.lasting:
            return _lasting(self.hint, value)
        return unplain(self.hint, json.loads(value))


@lru_cache(maxsize=4096)
def _lasting(hint: Any, text: str) -> Any:
    """A structure nobody can change: read once, however often it lies there.

    Policies, tags and opening hours are the same text again and again.
    """
    return unplain(hint, json.loads(text))


def column_type(hint: Any) -> TypeEngine[Any]:
    """The column type for a field of the model; whether it may be None is not part of it."""
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (arg for arg in get_args(hint) if arg is not type(None))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Enumerated(hint)
    simple: dict[Any, TypeEngine[Any]] = {
        bool: Boolean(),
        int: Number,
        float: Float(),
        str: Text(),
        bytes: LargeBinary(),
        datetime: Instant(),
    }
    return simple.get(hint) or Plain(hint)
