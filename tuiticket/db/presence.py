"""Who is at which ticket now, in a small file beside the desk's.

Apart from the desk, so that a heartbeat wakes nobody who watches that for changes. What stands here
is worth seconds: nothing waits for the disk, a file that is damaged is begun anew, and where there
can be none everybody simply seems alone.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Collection
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from tuiticket.engine.model.presence import Doing, Present

T = TypeVar("T")

ENDING = ".presence"
"""What the file is called beyond the name of the desk's."""

LASTS_S = 15
"""How long one seems to be there after the last sign of life; give one every few seconds."""

PATIENCE_S = 0.1
"""How long a look waits for somebody who writes."""

_TABLE = """
CREATE TABLE IF NOT EXISTS here (
  seat TEXT NOT NULL PRIMARY KEY,
  login TEXT NOT NULL,
  ticket INTEGER NOT NULL,
  doing TEXT NOT NULL CHECK (doing IN ('looking', 'typing')),
  until INTEGER NOT NULL
) WITHOUT ROWID
"""


class FilePresence:
    """Presence kept in a file that any number of processes share; see `ports.Presence`.

    Opened with `read_only` it tells of others and of nobody else.
    """

    def __init__(self, desk: Path, *, read_only: bool = False) -> None:
        self._desk = desk
        self._file = desk.with_name(desk.name + ENDING)
        self._read_only = read_only

    def stay(self, seat: str, login: str, ticket: int, doing: Doing, now: datetime) -> None:
        """Be at a ticket for the next `LASTS_S` seconds, and let go of who is long gone."""
        second = int(now.timestamp())
        row = (seat, login, ticket, doing.value, second + LASTS_S)

        def sit_down(connection: sqlite3.Connection) -> None:
            connection.execute(_TABLE)
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("DELETE FROM here WHERE until < ?", (second,))
            connection.execute("INSERT OR REPLACE INTO here VALUES (?, ?, ?, ?, ?)", row)
            connection.execute("COMMIT")

        self._make()
        self._do(sit_down)

    def leave(self, seat: str) -> None:
        """Be at no ticket any more."""
        self._do(lambda connection: connection.execute("DELETE FROM here WHERE seat = ?", (seat,)))

    def at(self, tickets: Collection[int], now: datetime, without: str = "") -> tuple[Present, ...]:
        """Who is at these tickets, by ticket and login, the seat `without` aside."""
        marks = ", ".join("?" * len(tickets))
        asked = (
            "SELECT login, ticket, max(doing = 'typing') FROM here"
            f" WHERE ticket IN ({marks}) AND until >= ? AND seat <> ?"
            " GROUP BY ticket, login ORDER BY ticket, login"
        )
        bound = (*tickets, int(now.timestamp()), without)
        found = self._do(lambda connection: connection.execute(asked, bound).fetchall())
        return tuple(
            Present(login, ticket, Doing.TYPING if typing else Doing.LOOKING)
            for login, ticket, typing in found or ()
        )

    def _do(self, work: Callable[[sqlite3.Connection], T]) -> T | None:
        """Do a short piece of work; None where the file does not let us."""
        address = f"{self._file.absolute().as_uri()}?mode={'ro' if self._read_only else 'rw'}"
        try:
            with closing(
                sqlite3.connect(address, uri=True, timeout=PATIENCE_S, isolation_level=None)
            ) as connection:
                connection.execute("PRAGMA journal_mode = MEMORY")
                connection.execute("PRAGMA synchronous = OFF")
                return work(connection)
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError:
            self._begin_anew()
            return None

    def _make(self) -> None:
        """Make the file where there is none, for all who may write to the desk."""
        if self._read_only or self._file.exists():
            return
        with suppress(OSError):
            mode = self._desk.stat().st_mode & 0o666
            os.close(os.open(self._file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode))
            self._file.chmod(mode)

    def _begin_anew(self) -> None:
        if self._read_only:
            return
        with suppress(OSError):
            self._file.unlink(missing_ok=True)
