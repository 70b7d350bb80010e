"""Opening a desk: making it, refusing what is none, and everyone working on it at once."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.db.samples import customer, one_of_each, ticket, write_events
from tuiticket.adapters.stems import stem
from tuiticket.db.connection import SCHEMA_VERSION, Place
from tuiticket.db.store import SqlStore, open_store
from tuiticket.engine.errors import BadInput, DeskError, Refused, Stale, Unknown, Unreadable
from tuiticket.engine.model.customer import Customer
from tuiticket.engine.model.people import Agent
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.rules.chain import first_break


def test_a_desk_is_made_where_there_is_none_and_found_again(tmp_path: Path) -> None:
    file = tmp_path / "a new desk?#%20.db"
    with closing(open_store(file, stem=stem)) as store, store.transaction() as tx:
        tx.insert(customer("王芳"))
    again = open_store(str(file), stem=stem, create=False)
    with closing(again), again.reading() as reading:
        assert [found.name for found in reading.all(Customer)] == ["王芳"]
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_a_url_of_a_file_is_a_file(tmp_path: Path) -> None:
    open_store(f"sqlite:///{tmp_path}/desk.db", stem=stem).close()
    assert (tmp_path / "desk.db").exists()


def test_the_file_is_ours_and_keeps_what_is_acknowledged(file: Path) -> None:
    with closing(sqlite3.connect(file)) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert raw.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        (application,) = raw.execute("PRAGMA application_id").fetchone()
    assert application.to_bytes(4) == b"tuit"


def test_a_desk_that_is_not_set_up_says_so(store: SqlStore) -> None:
    with store.reading() as reading, pytest.raises(Unknown, match="init"):
        reading.settings()


def _garbage(file: Path) -> None:
    file.write_bytes(b"From nobody\n" * 200)


def _short_garbage(file: Path) -> None:
    file.write_bytes(b"no database")


def _another_program(file: Path) -> None:
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("CREATE TABLE recipe (id)")


def _another_program_with_a_name(file: Path) -> None:
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("PRAGMA application_id = 1")


def _folder(file: Path) -> None:
    file.mkdir()


@pytest.mark.parametrize(
    "make",
    [_garbage, _short_garbage, _another_program, _another_program_with_a_name, _folder],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_no_desk_is_refused_and_left_alone(
    tmp_path: Path, make: Callable[[Path], None], read_only: bool
) -> None:
    file = tmp_path / "other.db"
    make(file)
    before = file.is_dir() or file.read_bytes()
    with pytest.raises(Unreadable, match="is not a tuiticket desk") as refused:
        open_store(file, stem=stem, read_only=read_only)
    assert refused.value.values["file"] == str(file)
    assert before == (file.is_dir() or file.read_bytes())


def test_a_newer_desk_is_refused_and_left_alone(file: Path) -> None:
    with closing(sqlite3.connect(file)) as raw:
        raw.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = file.read_bytes()
    with pytest.raises(Unreadable, match="newer tuiticket"):
        open_store(file, stem=stem)
    assert file.read_bytes() == before


def test_an_older_desk_is_not_changed_by_who_only_reads(file: Path) -> None:
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("PRAGMA user_version = -1")
    with pytest.raises(Unreadable, match="older tuiticket"):
        open_store(file, stem=stem, read_only=True)


@pytest.mark.parametrize(("read_only", "create"), [(True, True), (False, False)])
def test_a_missing_desk_is_not_made_unasked(tmp_path: Path, read_only: bool, create: bool) -> None:
    with pytest.raises(Unreadable, match="There is no desk"):
        open_store(tmp_path / "desk.db", stem=stem, read_only=read_only, create=create)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_a_desk(tmp_path: Path) -> None:
    (tmp_path / "desk.db").touch()
    with closing(open_store(tmp_path / "desk.db", stem=stem)) as store, store.reading() as reading:
        assert reading.all(Agent) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="There is no folder") as refused:
        open_store(tmp_path / "nowhere" / "desk.db", stem=stem)
    assert refused.value.values["folder"] == str(tmp_path / "nowhere")


def test_a_name_that_no_file_can_bear_is_told_in_words(tmp_path: Path) -> None:
    for name in ("x" * 500, "a\0b"):
        with pytest.raises(Unreadable, match="cannot be read"):
            open_store(tmp_path / name, stem=stem)


def test_another_kind_of_database_is_bad_input() -> None:
    with pytest.raises(BadInput, match="postgresql"):
        open_store("postgresql://localhost/desk", stem=stem)


def test_a_damaged_file_is_told_in_words(file: Path) -> None:
    with closing(open_store(file, stem=stem)) as store, store.transaction() as tx:
        one_of_each(tx)
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xee" * (len(content) - 4096)
    file.write_bytes(content)
    with pytest.raises(Unreadable, match="cannot be read"):
        _look(file)


def _look(file: Path) -> None:
    store = open_store(file, stem=stem)
    with closing(store), store.reading() as reading:
        reading.dossier(10001)


def test_a_row_that_no_program_of_ours_wrote_is_told_in_words(store: SqlStore, file: Path) -> None:
    with store.transaction() as tx:
        one_of_each(tx)
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("UPDATE ticket SET tags = 'vip'")
        raw.commit()
    with store.reading() as reading, pytest.raises(Unreadable, match="damaged") as told:
        reading.lines([10001])
    assert told.value.values["table"] == "ticket"


def test_a_block_that_raises_changes_nothing(store: SqlStore) -> None:
    with pytest.raises(ZeroDivisionError):
        _fail(store)
    with store.reading() as reading:
        assert (reading.all(Customer), reading.log_head()[0]) == ([], 0)


def _fail(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.insert(customer())
        write_events(tx, ("alice", "customer.met", {}))
        raise ZeroDivisionError


def test_half_a_character_is_refused_in_words(store: SqlStore) -> None:
    with pytest.raises(Refused, match="half a character"), store.transaction() as tx:
        tx.insert(customer("\ud83d"))


def test_who_only_reads_cannot_write_whatever_they_try(file: Path) -> None:
    store = open_store(file, stem=stem, read_only=True)
    with closing(store), pytest.raises(Refused, match="reading only"), store.transaction():
        pass
    with closing(Place(file, read_only=True).connect()) as raw:
        raw.execute("PRAGMA query_only = OFF")
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            raw.execute("DELETE FROM log_head")


def test_who_only_reads_sees_what_others_write(file: Path, store: SqlStore) -> None:
    with closing(open_store(file, stem=stem, read_only=True)) as wall:
        with store.transaction() as tx:
            one_of_each(tx)
        with wall.reading() as reading:
            assert len(reading.lines([10001])) == 1


def test_a_reading_stays_as_it_began(store: SqlStore) -> None:
    with store.reading() as reading:
        assert reading.all(Customer) == []
        with store.transaction() as tx:
            tx.insert(customer())
        assert reading.all(Customer) == []
    with store.reading() as reading:
        assert len(reading.all(Customer)) == 1


def test_the_pulse_tells_of_every_change(file: Path, store: SqlStore) -> None:
    with closing(open_store(file, stem=stem)) as other:
        first = store.data_version()
        assert store.data_version() == first
        with store.reading() as reading:
            reading.all(Customer)
        assert store.data_version() == first
        for writer in (store, other):
            before = store.data_version()
            with writer.transaction() as tx:
                tx.insert(customer())
            assert store.data_version() != before


def test_the_pulse_may_be_asked_from_any_thread(store: SqlStore) -> None:
    with ThreadPoolExecutor(8) as threads:
        versions = list(threads.map(lambda _: store.data_version(), range(200)))
    assert set(versions) == {store.data_version()}


def test_a_change_made_from_what_is_no_longer_so_is_stale(store: SqlStore) -> None:
    with store.transaction() as tx:
        first: Ticket = one_of_each(tx)[Ticket]
        tx.update(replace(first, subject="Changed"))
        with pytest.raises(Stale):
            tx.update(replace(first, subject="Changed otherwise"))
        assert tx.find(Ticket, id=first.id)[0].subject == "Changed"


def _busy(store: SqlStore, times: int) -> None:
    for _ in range(times):
        with store.transaction() as tx:
            counted = tx.get(Customer, 1)
            assert counted is not None
            tx.update(replace(counted, note=str(int(counted.note) + 1)))


@pytest.fixture(name="counted")
def _counted(store: SqlStore) -> SqlStore:
    """A desk on which somebody counts."""
    with store.transaction() as tx:
        tx.insert(customer(note="0"))
    return store


def _count(store: SqlStore) -> int:
    with store.reading() as reading:
        return int(reading.all(Customer)[0].note)


def test_eight_threads_take_turns_while_others_read(counted: SqlStore) -> None:
    seen: list[int] = []
    done = threading.Event()

    def watch() -> None:
        while not done.is_set():
            seen.append(_count(counted))

    watcher = threading.Thread(target=watch)
    watcher.start()
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: _busy(counted, 10), range(8)))
    done.set()
    watcher.join()
    assert _count(counted) == 80
    assert seen == sorted(seen)


_COUNTING = """
import sys
from pathlib import Path
from tests.db.test_store import _busy
from tuiticket.adapters.stems import stem
from tuiticket.db.store import open_store
store = open_store(Path(sys.argv[1]), stem=stem)
_busy(store, 15)
"""


def test_eight_processes_take_turns(counted: SqlStore, file: Path) -> None:
    processes = [
        subprocess.Popen([sys.executable, "-c", _COUNTING, str(file)], stderr=subprocess.PIPE)
        for _ in range(8)
    ]
    told = [process.communicate()[1] for process in processes]
    assert told == [b""] * 8
    assert _count(counted) == 8 * 15


_MAKING = """
import sys
from pathlib import Path
from tuiticket.db.store import open_store
open_store(Path(sys.argv[1]), stem=str).close()
"""


def test_a_desk_made_by_four_at_once_is_made_once(tmp_path: Path) -> None:
    file = tmp_path / "desk.db"
    command = [sys.executable, "-c", _MAKING, str(file)]
    processes = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(4)]
    assert [process.communicate()[1] for process in processes] == [b""] * 4
    with closing(open_store(file, stem=stem)) as store, store.reading() as reading:
        assert reading.log_head()[0] == 0


_WRITING = """
import sys
from pathlib import Path
from tests.db.samples import customer, write_events
from tuiticket.adapters.stems import stem
from tuiticket.db.store import open_store
store = open_store(Path(sys.argv[1]), stem=stem)
number = 0
while True:
    number += 1
    with store.transaction() as tx:
        tx.insert(customer(f"refund {number}"))
        write_events(tx, ("alice", "customer.met", {"n": number}))
    print(number, flush=True)
"""


def test_a_killed_process_loses_nothing_acknowledged_and_leaves_nothing_half(
    store: SqlStore, file: Path
) -> None:
    command = [sys.executable, "-c", _WRITING, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        acknowledged = [process.stdout.readline() for _ in range(30)]
        os.kill(process.pid, signal.SIGKILL)
        acknowledged += process.stdout.readlines()
    least = len([line for line in acknowledged if line.endswith(b"\n")])
    with store.reading() as reading:
        met = reading.all(Customer)
        told = list(reading.events())
        assert first_break(reading.sealed_lines(), reading.log_head()) is None
    assert len(met) in (least, least + 1)
    assert [event.data["n"] for event in told] == list(range(1, len(met) + 1))
    with store.transaction() as tx:
        tx.insert(customer("after"))


def test_a_desk_held_too_long_is_told_in_words(store: SqlStore, file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DeskError, match="busy"), store.transaction() as tx:
            tx.insert(ticket(1))
        other.execute("ROLLBACK")
    with store.transaction() as tx:
        tx.insert(customer())
