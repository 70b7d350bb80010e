"""Opening the file of a desk: whose it is, how old it is, and how every connection behaves.

Write-ahead logging lets readers go on while one writes. Writers say BEGIN IMMEDIATE, so that they
wait for each other before they read what they are going to change. Python's own handling of
transactions is switched off: SQLAlchemy begins, commits and rolls back.
"""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from tuiticket.db.faults import PATIENCE_S, not_ours, unreadable
from tuiticket.engine.errors import N_, BadInput, Unreadable

APPLICATION_ID = int.from_bytes(b"tuit")
"""What SQLite notes in the header of our files, so that they are known from any other."""

SCHEMA_VERSION = 18
"""How many revisions `versions` holds; a file's `user_version` counts those it has seen."""

BEGIN_TO_WRITE = "BEGIN IMMEDIATE"

GLANCES_S = (0.000_5, 0.005)
"""Seconds between two looks at whether the desk can be written to, chosen anew each time."""

CACHE_KIB = 16_384
"""Pages kept in memory by each connection, if it has read so many."""


@dataclass(frozen=True, slots=True)
class Place:
    """The file of a desk and how it is opened.

    With `read_only` nothing can be written through it, whatever anyone tries. Without `durable` a
    commit does not wait for the disk, which suits a desk nobody would miss.
    """

    path: Path
    read_only: bool = False
    durable: bool = True

    def connect(self, *, create: bool = False) -> sqlite3.Connection:
        """A connection that any thread may use, one at a time."""
        mode = "ro" if self.read_only else "rwc" if create else "rw"
        connection = sqlite3.connect(
            f"{self.path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=PATIENCE_S,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            for pragma in self._pragmas():
                connection.execute(f"PRAGMA {pragma}")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _pragmas(self) -> tuple[str, ...]:
        return (
            "foreign_keys = ON",
            f"synchronous = {'FULL' if self.durable else 'OFF'}",
            f"query_only = {'ON' if self.read_only else 'OFF'}",
            f"cache_size = -{CACHE_KIB}",
            "temp_store = MEMORY",
        )

    def engine(self) -> Engine:
        """The engine whose connections are these."""
        engine = create_engine("sqlite://", creator=self.connect, poolclass=QueuePool)

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            if connection.get_execution_options().get("begin") == BEGIN_TO_WRITE:
                _begin_to_write(connection)
            else:
                connection.exec_driver_sql("BEGIN")

        return engine

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection of its own for one change of the schema; its transaction is yet to begin."""
        engine = self.engine()
        try:
            with engine.connect() as connection:
                yield connection.execution_options(begin=BEGIN_TO_WRITE)
        finally:
            engine.dispose()


def _begin_to_write(connection: Connection) -> None:
    """Begin alone: wait for whoever writes now, at most `PATIENCE_S` seconds.

    SQLite's own waiting looks ever more seldom, down to ten times a second, so that among several
    who write all the time one may find the desk taken whenever it looks.
    """
    raw: Any = connection.connection.driver_connection
    deadline = time.monotonic() + PATIENCE_S
    raw.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                raw.execute(BEGIN_TO_WRITE)
                return
            except sqlite3.OperationalError as error:
                busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
                if not busy or time.monotonic() > deadline:
                    raise
            time.sleep(random.uniform(*GLANCES_S))
    finally:
        raw.execute(f"PRAGMA busy_timeout = {PATIENCE_S * 1000}")


def place(target: str | Path, *, read_only: bool, durable: bool) -> Place:
    """Where `target` lies: a path, or a sqlite:/// URL; raises BadInput for any other database."""
    if isinstance(target, str) and "://" in target:
        scheme, _, rest = target.partition("://")
        if scheme != "sqlite":
            raise BadInput(
                N_("A desk cannot lie on “{scheme}” in this version."),
                N_("Name a file: --db PATH"),
                scheme=scheme,
            )
        target = rest.removeprefix("/")
    return Place(Path(target).expanduser(), read_only, durable)


def version_of(place: Place) -> int:
    """How many revisions the file has seen; 0 for one that is new or empty.

    Raises Unreadable for a file that is no desk, is missing where it may not be made, or was made
    by a newer program.
    """
    path = place.path
    try:
        is_there = _is_there(path)
    except (OSError, ValueError) as error:
        raise unreadable(str(path), str(error)) from error
    if not is_there:
        if place.read_only:
            raise missing(path)
        return 0
    connection = place.connect()
    try:
        return _version(connection, str(path))
    finally:
        connection.close()


def _is_there(path: Path) -> bool:
    """Whether the file exists; raises Unreadable where it never could."""
    if path.is_dir():
        raise not_ours(str(path))
    if not path.parent.is_dir():
        raise Unreadable(
            N_("There is no folder {folder}."),
            N_("Make it, or name another file with --db."),
            folder=str(path.parent),
        )
    try:
        path.stat()
    except FileNotFoundError:
        return False
    return True


def _version(connection: sqlite3.Connection, file: str) -> int:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application == 0 and tables == 0:
        return 0
    if application != APPLICATION_ID:
        raise not_ours(file)
    if version > SCHEMA_VERSION:
        raise Unreadable(
            N_("{file} was made by a newer tuiticket: its format is {found}, we know {known}."),
            N_("Update tuiticket on this machine."),
            file=file,
            found=version,
            known=SCHEMA_VERSION,
        )
    return int(version)


def missing(path: Path) -> Unreadable:
    """The error for a desk that is not there."""
    return Unreadable(
        N_("There is no desk at {file}."), N_("Make one: tuiticket init"), file=str(path)
    )
