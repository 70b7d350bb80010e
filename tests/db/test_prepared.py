"""Asking the driver itself gives what asking through SQLAlchemy gives."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from tests.db.samples import ENTITIES, NOON, one_of_each, ticket
from tuiticket.db import values
from tuiticket.db.mapping import mapping
from tuiticket.db.statements import finding, shape
from tuiticket.db.store import SqlStore
from tuiticket.engine.errors import Refused
from tuiticket.engine.model.clock import Policy, Step
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.watching import Watcher


def test_every_value_is_found_by_each_of_its_fields_as_before(store: SqlStore) -> None:
    with store.transaction() as tx:
        stored = one_of_each(tx)
        connection = tx._connection
        for cls in ENTITIES:
            value = stored[cls]
            for field in fields(cls):
                equal = {field.name: getattr(value, field.name)}
                if isinstance(equal[field.name], tuple):
                    continue
                statement = finding(mapping(cls).table, shape(equal))
                asked = {name: at for name, at in equal.items() if at is not None}
                found = values.find(connection, cls, equal)
                assert found == values.fetch(connection, cls, statement, asked)
                assert value in found, field.name


def test_what_is_changed_and_removed_is_so_for_others_too(store: SqlStore) -> None:
    with store.transaction() as tx:
        one_of_each(tx)
        tx.update(replace(tx.find(Ticket)[0], subject="'; DROP TABLE ticket; --", tags=("急",)))
    with store.reading() as reading:
        (changed,) = reading.find(Ticket)
    assert (changed.subject, changed.tags) == ("'; DROP TABLE ticket; --", ("急",))
    with store.transaction() as tx:
        tx.delete(Watcher, 1)
    with store.reading() as reading:
        assert reading.find(Watcher) == []


def test_what_lies_there_as_text_is_read_once_and_still_told_apart(store: SqlStore) -> None:
    with store.transaction() as tx:
        one_of_each(tx)
        tx.update(replace(tx.find(Policy)[0], steps=(Step(50, ()),)))
        tx.insert(ticket(10_002, tags=(), created_at=NOON))
        assert tx.find(Policy)[0].steps == (Step(50, ()),)
        assert tx.find(Ticket, id=10_002)[0].tags == ()


def test_what_the_database_forbids_is_forbidden(store: SqlStore) -> None:
    with pytest.raises(Refused), store.transaction() as tx:
        tx.insert(ticket(10_001, customer_id=77))
