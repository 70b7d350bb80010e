"""The log in the store: appended in order, read back, and found out when tampered with."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.db.samples import write_events
from tuiticket.db.store import SqlStore
from tuiticket.engine.errors import Refused, Unreadable
from tuiticket.engine.rules.chain import GENESIS, Break, first_break

UNDONE = "desk.undone"


def _verify(store: SqlStore) -> Break | None:
    with store.reading() as reading:
        return first_break(reading.sealed_lines(), reading.log_head())


def _tamper(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file)) as raw:
        for trigger in ("event_unchanged", "event_kept", "event_not_replaced"):
            raw.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        for statement in statements:
            raw.execute(statement)
        raw.commit()


@pytest.fixture(name="told")
def _told(store: SqlStore) -> SqlStore:
    """A desk on which three acts were done, one of two events."""
    with store.transaction() as tx:
        write_events(tx, ("alice", "ticket.opened", {"ticket": 1}), ("alice", "ticket.taken", {}))
    for actor, number in (("bo", 2), ("alice", 1)):
        with store.transaction() as tx:
            write_events(tx, (actor, "note.added", {"ticket": number}))
    return store


def test_an_empty_log_begins_with_nothing(store: SqlStore) -> None:
    with store.reading() as reading:
        assert reading.log_head() == (0, GENESIS)
        assert list(reading.events()) == []
        assert list(reading.sealed_lines()) == []
    assert _verify(store) is None


def test_events_come_back_as_they_were_written(store: SqlStore) -> None:
    with store.transaction() as tx:
        written = write_events(tx, ("alice", "ticket.opened", {"ticket": 1, "words": "退款 ☎"}))
        written += write_events(tx, ("bo", "note.added", {"ticket": 2}))
    with store.reading() as reading:
        assert list(reading.events()) == written
        assert list(reading.events(after=1)) == written[1:]
        assert list(reading.events(ticket_id=1)) == written[:1]
        assert list(reading.events(limit=1)) == written[:1]
        assert reading.log_head()[0] == 2
    assert _verify(store) is None


def test_an_act_is_all_its_events(told: SqlStore) -> None:
    with told.transaction() as tx:
        assert [event.id for event in tx.act(1)] == [1, 2]
        assert [event.id for event in tx.act(3)] == [3]
        assert tx.act(2) == []
        assert tx.act(99) == []


def test_the_last_act_is_the_newest_one_that_stands(told: SqlStore) -> None:
    with told.transaction() as tx:
        assert (tx.last_act("alice"), tx.last_act("bo"), tx.last_act("nobody")) == (4, 3, None)
        write_events(tx, ("alice", UNDONE, {"act": 4}))
        assert tx.last_act("alice") == 1
        write_events(tx, ("alice", UNDONE, {"act": 1}))
        assert tx.last_act("alice") is None
        write_events(tx, ("alice", "note.added", {}))
        assert tx.last_act("alice") == 7


def test_what_another_undid_does_not_stand_either(told: SqlStore) -> None:
    with told.transaction() as tx:
        write_events(tx, ("lena", UNDONE, {"act": 3}))
        assert tx.last_act("bo") is None


@pytest.mark.parametrize("column", ["act", "at", "ticket_id"])
@pytest.mark.parametrize("value", ["999", "'text'", "x'ff00'", "1.5"])
def test_a_changed_number_is_found(told: SqlStore, file: Path, column: str, value: str) -> None:
    _tamper(file, f"UPDATE event SET {column} = {value} WHERE id = 3")
    broken = _verify(told)
    assert broken is not None
    assert broken.event_id == 3


@pytest.mark.parametrize(
    "column", ["actor", "via", "kind", "payload", "payload_hash", "previous", "hash"]
)
@pytest.mark.parametrize(
    "value", ["'x'", "x'ff00'", "CAST(x'fffe' AS TEXT)", "7", "upper({0}) || ' '", "'a' || char(0)"]
)
def test_a_changed_text_is_found(told: SqlStore, file: Path, column: str, value: str) -> None:
    _tamper(file, f"UPDATE event SET {column} = {value.format(column)} WHERE id = 3")
    broken = _verify(told)
    assert broken is not None
    assert broken.event_id == 3


@pytest.mark.parametrize("missing", [1, 2, 3, 4])
def test_a_removed_line_is_found_also_the_last(told: SqlStore, file: Path, missing: int) -> None:
    _tamper(file, f"DELETE FROM event WHERE id = {missing}")
    broken = _verify(told)
    assert broken is not None
    assert broken.event_id == missing


def test_a_removed_last_line_stays_found_when_the_desk_goes_on(told: SqlStore, file: Path) -> None:
    _tamper(file, "DELETE FROM event WHERE id = 4")
    with told.transaction() as tx:
        write_events(tx, ("alice", "note.added", {}))
    broken = _verify(told)
    assert broken is not None
    assert broken.event_id == 4


def test_an_added_line_is_found(told: SqlStore, file: Path) -> None:
    _tamper(
        file,
        "INSERT INTO event SELECT 5, 5, at, actor, via, kind, ticket_id, payload_hash, previous,"
        " hash, payload FROM event WHERE id = 4",
    )
    broken = _verify(told)
    assert broken is not None
    assert broken.event_id == 5


def test_a_line_with_a_new_number_is_found(told: SqlStore, file: Path) -> None:
    _tamper(file, "UPDATE event SET id = 40 WHERE id = 3")
    broken = _verify(told)
    assert broken is not None
    assert broken.event_id == 3


def test_a_broken_line_is_told_in_words_to_who_reads_it(told: SqlStore, file: Path) -> None:
    _tamper(file, "UPDATE event SET payload = '{' WHERE id = 3")
    with told.reading() as reading, pytest.raises(Unreadable, match="damaged"):
        list(reading.events())


def test_a_log_without_its_note_takes_no_more_lines(told: SqlStore, file: Path) -> None:
    _tamper(file, "DELETE FROM log_head")
    with pytest.raises(Refused), told.transaction() as tx:
        write_events(tx, ("alice", "note.added", {}))


def test_a_long_log_is_read_in_pieces(store: SqlStore) -> None:
    with store.transaction() as tx:
        write_events(tx, *[("alice", "note.added", {"n": n}) for n in range(2_500)])
    with store.reading() as reading:
        assert [event.data["n"] for event in reading.events()] == list(range(2_500))
    assert _verify(store) is None
