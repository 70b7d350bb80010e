"""All revisions together make the very schema that a new desk begins with."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, create_engine

from tests.db.samples import one_of_each, ticket
from tuiticket.adapters.stems import stem
from tuiticket.db import migrations, versions
from tuiticket.db.connection import APPLICATION_ID, SCHEMA_VERSION, Place
from tuiticket.db.store import open_store
from tuiticket.db.tables import METADATA
from tuiticket.engine.errors import Unreadable


@pytest.fixture(name="migrated")
def _migrated() -> Iterator[Connection]:
    """A database that has seen every revision, one after the other."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        for version in range(1, SCHEMA_VERSION + 1):
            migrations.run(connection, version)
        yield connection
    engine.dispose()


def _schema(connection: sqlite3.Connection) -> dict[str, str]:
    """Everything there is by name, in words that do not depend on how they were laid out."""
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {
        name: re.sub(r"\s+|(?<=\() | (?=\))", " ", re.sub(r"\s*([(),])\s*", r"\1", sql)).strip()
        for name, sql in rows
        if name != "alembic_version"
    }


def test_the_revisions_make_what_a_new_desk_has(migrated: Connection, new_desk: Path) -> None:
    raw = migrated.connection.driver_connection
    assert raw is not None
    with closing(sqlite3.connect(new_desk)) as new:
        expected = _schema(new)
        assert _schema(raw) == expected
        assert {"event_kept", "message_words", "ix_ticket_urgency"} <= set(expected)
        for table in ("log_head", "sqlite_stat1"):
            rows = f"SELECT * FROM {table} ORDER BY 2"
            assert raw.execute(rows).fetchall() == new.execute(rows).fetchall() != []


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_alembic_finds_no_difference_either(migrated: Connection) -> None:
    context = MigrationContext.configure(migrated, opts={"include_object": _comparable})
    assert compare_metadata(context, METADATA) == []


def _comparable(_item: object, name: str, kind: str, *_more: object) -> bool:
    """Whether Alembic can see it: it knows no FTS5 table and no index on an expression."""
    if kind == "table":
        return name in METADATA.tables
    return name not in {"ix_ticket_urgency", "ix_ticket_unassigned"}


def test_every_revision_is_counted() -> None:
    files = Path(versions.__path__[0]).glob("[0-9]*.py")
    assert sorted(f.name[:4] for f in files) == [
        migrations.revision(version) for version in range(1, SCHEMA_VERSION + 1)
    ]


def test_an_older_desk_is_brought_up_to_date_and_loses_nothing(tmp_path: Path) -> None:
    file = _first_version(tmp_path / "old.db")
    with closing(open_store(file, stem=stem)) as store, store.transaction() as tx:
        one_of_each(tx)
    with closing(sqlite3.connect(file)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    with closing(open_store(file, stem=stem)) as store, store.reading() as reading:
        assert [line.id for line in reading.lines([10001])] == [10001]


def test_the_words_of_an_older_desk_are_counted(tmp_path: Path, new_desk: Path) -> None:
    old, new = tmp_path / "old.db", Path(shutil.copy(new_desk, tmp_path / "new.db"))
    for file in (_first_version(old), new):
        with closing(open_store(file, stem=stem)) as store, store.transaction() as tx:
            one_of_each(tx)
    with closing(sqlite3.connect(old)) as raw:
        for table in ("word", *_SINCE_0006):
            raw.execute(f"DROP TABLE {table}")
        raw.execute("PRAGMA user_version = 5")
        raw.commit()
    with Place(old).writing() as connection, connection.begin():
        migrations.run(connection, 6)
    told = []
    for file in (old, new):
        with closing(sqlite3.connect(file)) as raw:
            told.append(raw.execute("SELECT * FROM word ORDER BY token").fetchall())
    assert told[0] == told[1] != []


_SINCE_0006 = ("judgement", "lesson", "keyword", "temper_word", "classifier", "feature_row")
"""The tables that revisions after the sixth make."""


def _first_version(file: Path) -> Path:
    """Make a desk as the first program made it."""
    place = Place(file)
    place.connect(create=True).close()
    with place.writing() as connection, connection.begin():
        migrations.run(connection, 1)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    return file


def test_rows_that_fit_no_longer_leave_the_desk_as_it_was(tmp_path: Path) -> None:
    file = _first_version(tmp_path / "old.db")
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("INSERT INTO membership (team_id, agent_id) VALUES (7, 7)")
        raw.commit()
        before = _schema(raw)
    with pytest.raises(Unreadable, match=r"belong to nothing \(membership 1: no such"):
        migrations.bring_up_to_date(Place(file))
    with closing(sqlite3.connect(file)) as raw:
        assert _schema(raw) == before


def test_opening_what_is_up_to_date_loads_neither_alembic_nor_sqlmodel(file: Path) -> None:
    program = f"""
import sys
from pathlib import Path
from tuiticket.db.store import open_store
store = open_store(Path({str(file)!r}), stem=str)
with store.transaction() as tx:
    assert tx.next_number(5) == 5
with store.reading() as reading:
    assert reading.lines([1]) == []
for name in ("alembic", "sqlmodel", "pydantic", "sqlalchemy.orm"):
    assert name not in sys.modules, name
"""
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_new_ticket_goes_into_a_migrated_desk(tmp_path: Path) -> None:
    file = _first_version(tmp_path / "old.db")
    with closing(open_store(file, stem=stem)) as store:
        with store.transaction() as tx:
            one_of_each(tx)
            tx.insert(ticket(10002, subject="Second"))
        with store.reading() as reading:
            assert [hit.id for hit in reading.search("second", 5).hits] == [10002]
