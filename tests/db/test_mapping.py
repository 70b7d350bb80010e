"""Every class of the model goes into the store and comes back as it was."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, datetime
from enum import Enum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine
from sqlalchemy.dialects import sqlite

from tests.db.samples import ENTITIES
from tuiticket.adapters.stems import stem
from tuiticket.db import schema, values
from tuiticket.db.mapping import mapping, table_name
from tuiticket.db.tables import METADATA
from tuiticket.db.transaction import SqlTransaction
from tuiticket.engine.model.clock import Policy
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Channel, Kind, Priority

INSTANTS = st.integers(0, 2**33).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
NARROWER: dict[tuple[type[Any], str], st.SearchStrategy[Any]] = {
    (Policy, "kind"): st.none() | st.sampled_from(Kind),
    (Policy, "priority"): st.none() | st.sampled_from(Priority),
    (Policy, "channel"): st.none() | st.sampled_from(Channel),
    (Settings, "id"): st.just(1),
}


def any_of(hint: Any) -> st.SearchStrategy[Any]:
    """Whatever a field of that type may hold."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*map(any_of, args))
    if origin is tuple:
        return st.lists(any_of(args[0]), max_size=3).map(tuple)
    if origin is dict:
        return st.dictionaries(any_of(args[0]), any_of(args[1]), max_size=3)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    simple = {
        type(None): st.none(),
        bool: st.booleans(),
        int: st.integers(1, 2**62),
        float: st.floats(0, 10),
        str: st.text(),
        bytes: st.binary(),
        datetime: INSTANTS,
        Any: JSON,
    }
    return simple[hint] if hint in simple else any_value(hint)


def any_value(cls: type[Any]) -> st.SearchStrategy[Any]:
    """Any value of a class of the model, by its fields' types."""
    hints = typing.get_type_hints(cls)
    names = [field.name for field in fields(cls)]
    parts = {name: NARROWER.get((cls, name), any_of(hints[name])) for name in names}
    return st.fixed_dictionaries(parts).map(lambda chosen: cls(**chosen))


@pytest.fixture(name="connection", scope="module")
def _connection() -> Iterator[Connection]:
    """A desk in memory on which nothing needs to belong to anything."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        schema.create(connection)
        connection.commit()
        yield connection
    engine.dispose()


@pytest.mark.parametrize("cls", ENTITIES, ids=lambda cls: cls.__name__)
@settings(max_examples=25)
@given(data=st.data())
def test_a_value_comes_back_as_it_was(
    connection: Connection, cls: type[Any], data: st.DataObject
) -> None:
    value, later = data.draw(any_value(cls)), data.draw(any_value(cls))
    tx = SqlTransaction(connection, stem)
    try:
        stored = tx.insert(value)
        assert stored == value
        assert values.get(connection, cls, stored.id) == stored
        kept = {f.name: getattr(stored, f.name) for f in fields(cls) if f.name in ("id", "version")}
        later = replace(later, **kept)
        tx.update(later)
        if "version" in kept:
            later = replace(later, version=kept["version"] + 1)
        assert values.get(connection, cls, stored.id) == later
        tx.delete(cls, stored.id)
        assert values.get(connection, cls, stored.id) is None
    finally:
        connection.rollback()


@pytest.mark.parametrize("cls", ENTITIES, ids=lambda cls: cls.__name__)
def test_the_schema_has_the_columns_that_the_model_asks_for(cls: type[Any]) -> None:
    hints, declared = typing.get_type_hints(cls), METADATA.tables[table_name(cls)].columns
    dialect = sqlite.dialect()
    for column in mapping(cls).columns:
        there = declared[column.name]
        assert there.type.compile(dialect) == column.type.compile(dialect), column.name
        assert there.nullable == (type(None) in typing.get_args(hints[column.name])), column.name
    assert {column.name for column in declared} == set(mapping(cls).names)


ASIDE = {"ticket_tag", "customer_tag", "log_head", "word", "sighting", "sighted"}
"""Tables that follow from the values beside them."""


def test_no_table_is_without_its_class() -> None:
    known = {table_name(cls) for cls in ENTITIES} | {"event"}
    assert set(METADATA.tables) == known | ASIDE
