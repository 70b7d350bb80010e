"""The search index is built anew while others write, and then holds what the old one held."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.db.samples import customer, message, one_of_each, ticket
from tuiticket.adapters.stems import stem
from tuiticket.db import reindexing
from tuiticket.db.store import SqlStore, open_store
from tuiticket.engine.errors import Refused
from tuiticket.engine.model.message import Message

MANY = 2 * reindexing.PORTION + 7


@pytest.fixture(name="full")
def _full(store: SqlStore) -> SqlStore:
    """A desk with more messages than are indexed at once."""
    with store.transaction() as tx:
        one_of_each(tx)
        for number in range(MANY):
            tx.insert(message(10001, f"lamp n{number} 退货"))
    return store


def _words(file: Path) -> list[tuple[str, int]]:
    with closing(sqlite3.connect(file)) as raw:
        return raw.execute("SELECT token, documents FROM word ORDER BY token").fetchall()


def _found(store: SqlStore, words: str) -> list[int]:
    with store.reading() as reading:
        return [hit.id for hit in reading.search(words, 50).hits]


def test_the_new_index_holds_what_the_old_one_held(full: SqlStore, file: Path) -> None:
    before = _words(file)
    *portions, (done, total) = full.reindex()
    assert done == total >= MANY
    assert [of for _, of in portions] == [total] * len(portions)
    assert sorted(portions) == portions
    assert _words(file) == before
    assert _found(full, f"n{MANY - 1}") == [10001]
    with full.transaction() as tx:
        tx.insert(ticket(10002, subject="later on"))
    assert _found(full, "later") == [10002]


def test_a_spoilt_index_is_mended(full: SqlStore, file: Path) -> None:
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("INSERT INTO message_words (message_words) VALUES ('delete-all')")
        raw.execute("DELETE FROM word")
        raw.commit()
    assert _found(full, "n5") == []
    list(full.reindex())
    assert _found(full, "n5") == [10001]
    assert ("lamp", MANY + 1) in _words(file) or ("lamp", MANY) in _words(file)


def test_what_others_write_meanwhile_is_found_afterwards(full: SqlStore, file: Path) -> None:
    """Fails where only what is there at the beginning is indexed."""
    portions = full.reindex()
    next(portions)
    with full.transaction() as tx:
        who = tx.insert(customer("Meanwhile"))
        tx.insert(ticket(10002, subject="between", customer_id=who.id))
        tx.insert(message(10002, "between too"))
        first = tx.find(Message, ticket_id=10001)[0]
        tx.update(replace(first, body="rewritten"))
        tx.delete(Message, tx.find(Message, ticket_id=10001)[-1].id)
    for _ in portions:
        with full.transaction() as tx:
            said = tx.find(Message, ticket_id=10002)[0]
            tx.update(replace(said, body=f"{said.body} again"))
    assert _found(full, "between") == [10002]
    assert _found(full, "again") == [10002]
    assert _found(full, "rewritten") == [10001]
    assert _found(full, f"n{MANY - 1}") == []
    after = _words(file)
    list(full.reindex())
    assert _words(file) == after


def test_one_that_was_broken_off_harms_nothing(full: SqlStore, file: Path) -> None:
    before = _words(file)
    portions = full.reindex()
    next(portions)
    portions.close()
    with full.transaction() as tx:
        tx.insert(ticket(10002, subject="after all"))
    assert _found(full, "after all") == [10002]
    assert _found(full, "n5") == [10001]
    list(full.reindex())
    assert len(_words(file)) > len(before)
    with closing(sqlite3.connect(file)) as raw:
        left = raw.execute("SELECT name FROM sqlite_schema WHERE name LIKE 'new\\_%' ESCAPE '\\'")
        assert left.fetchall() == []


def test_nothing_is_built_where_nothing_may_be_written(full: SqlStore, file: Path) -> None:
    with (
        closing(open_store(file, stem=stem, read_only=True)) as looking,
        pytest.raises(Refused, match="reading only"),
    ):
        list(looking.reindex())
