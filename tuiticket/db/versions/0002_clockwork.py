"""Calendars, and all that the clocks of a ticket need to know.

SQLite cannot change what a column may hold, so the tables are made anew: their rows are set aside,
the tables dropped and created, and the rows put back, each under its id.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

from alembic import op

revision = "0002"
down_revision = "0001"

_REMADE: Mapping[str, Mapping[str, int]] = {
    "policy": {"retired": 0},
    "clock": {"calendar_edition": 0, "attempt": 1, "agreed": 0, "cut_short": 0},
    "ticket": {},
}
"""The tables made anew, and the values of their new columns that may not be empty."""


def upgrade() -> None:
    say = op.get_bind().exec_driver_sql
    last = {row[0]: row[1] for row in say("SELECT name, seq FROM sqlite_sequence")}
    shapes = say("SELECT tbl, idx, stat FROM sqlite_stat1").fetchall()
    columns = {}
    for table in _REMADE:
        columns[table] = [row[1] for row in say(f"PRAGMA table_info({table})")]
        say(f"CREATE TEMPORARY TABLE kept_{table} AS SELECT * FROM main.{table}")
        say(f"DROP TABLE main.{table}")
    for statement in _statements(Path(__file__).with_suffix(".sql").read_text("utf-8")):
        say(statement)
    for table, added in _REMADE.items():
        names = ", ".join([*columns[table], *added])
        values = ", ".join([*columns[table], *map(str, added.values())])
        say(f"INSERT INTO main.{table} ({names}) SELECT {values} FROM kept_{table}")
        say(f"DROP TABLE kept_{table}")
        # A number once given out is not given out again, even if its row is gone.
        if table in last:
            say("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
            say("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, last[table]))
    # What the planner is told of a table is forgotten with it.
    say("DELETE FROM sqlite_stat1")
    for shape in shapes:
        say("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)", tuple(shape))


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
