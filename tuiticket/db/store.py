"""The desk's memory on SQLite: opening it, writing to it, reading from it."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection

from tuiticket.db.connection import (
    APPLICATION_ID,
    BEGIN_TO_WRITE,
    SCHEMA_VERSION,
    Place,
    missing,
    place,
    version_of,
)
from tuiticket.db.faults import in_words
from tuiticket.db.reading import SqlReading
from tuiticket.db.transaction import SqlTransaction
from tuiticket.engine.errors import N_, Refused, Unreadable
from tuiticket.engine.rules.tokens import Stem


def open_store(
    target: str | Path,
    *,
    stem: Stem,
    read_only: bool = False,
    create: bool = True,
    durable: bool = True,
) -> SqlStore:
    """Open the desk at a path; make a new one there if `create`, bring an old one up to date.

    `stem` gives the stem of a word for the search index, the same one every time. With `read_only`
    nothing can be changed through the store. Without `durable` a commit does not wait for the disk:
    for desks to be thrown away.

    Raises Unreadable where there is no desk, or none this program can use; BadInput for a target
    that is no file; DeskError if another program holds the file too long.
    """
    where = place(target, read_only=read_only, durable=durable)
    with in_words(str(where.path)):
        version = version_of(where)
        if version == 0:
            if read_only or not create:
                raise missing(where.path)
            _make(where)
        elif version < SCHEMA_VERSION:
            _bring_up_to_date(where)
        return SqlStore(where, stem)


def _make(where: Place) -> None:
    """Make a new desk, unless another process does so at this moment."""
    from tuiticket.db import schema

    with closing(where.connect(create=True)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
    with where.writing() as connection, connection.begin():
        if connection.exec_driver_sql("PRAGMA user_version").scalar_one() == 0:
            schema.create(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _bring_up_to_date(where: Place) -> None:
    if where.read_only:
        raise Unreadable(
            N_("{file} was made by an older tuiticket."),
            N_("Open it once with the right to write, to bring it up to date."),
            file=str(where.path),
        )
    from tuiticket.db import migrations

    migrations.bring_up_to_date(where)


class SqlStore:
    """The desk in one file; any thread may begin to read or to write."""

    def __init__(self, where: Place, stem: Stem) -> None:
        self._where = where
        self._file = str(where.path)
        self._stem = stem
        self._engine = where.engine()
        self._pulse = where.connect()
        self._one_at_a_time = threading.Lock()

    @contextmanager
    def transaction(self) -> Iterator[SqlTransaction]:
        """Begin to write, alone; commits when the block ends, undoes everything if it raises."""
        if self._where.read_only:
            raise Refused(N_("{file} was opened for reading only."), file=self._file)
        with in_words(self._file), self._writing() as connection:
            yield SqlTransaction(connection, self._stem)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._engine.connect() as connection:
            connection.execution_options(begin=BEGIN_TO_WRITE)
            with connection.begin():
                yield connection

    def reindex(self) -> Generator[tuple[int, int], None, None]:
        """Build the search index anew; yields how many values are done, and of how many.

        Others may go on working.

        Raises Refused where the store was opened for reading only.
        """
        from tuiticket.db.reindexing import reindex

        if self._where.read_only:
            raise Refused(N_("{file} was opened for reading only."), file=self._file)
        with in_words(self._file):
            yield from reindex(self._writing, self._stem)

    @contextmanager
    def reading(self) -> Iterator[SqlReading]:
        """A consistent view for as long as the block lasts."""
        with in_words(self._file), self._engine.connect() as connection, connection.begin():
            yield SqlReading(connection, self._stem)

    def data_version(self) -> int:
        """A number that changes whenever another connection has changed the desk."""
        with in_words(self._file), self._one_at_a_time:
            version: int = self._pulse.execute("PRAGMA data_version").fetchone()[0]
            return version

    def close(self) -> None:
        """Let go of the file; nothing may be read or written through this store afterwards."""
        self._engine.dispose()
        with self._one_at_a_time:
            self._pulse.close()
