"""Sudden waves of tickets are found, by counting what tickets are about.

The tables of timers and settings are made anew, for one takes another word and a column added to
the other would stand behind its key.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

from alembic import op

revision = "0016"
down_revision = "0015"

_REMADE: Mapping[str, Mapping[str, str]] = {
    "settings": {"wave_least": "6", "wave_within_s": "21600"},
    "timer": {},
}
"""The tables made anew, and what stands in their new columns."""


def upgrade() -> None:
    say = op.get_bind().exec_driver_sql
    last = {row[0]: row[1] for row in say("SELECT name, seq FROM sqlite_sequence")}
    columns = {}
    for table in _REMADE:
        columns[table] = [f'"{row[1]}"' for row in say(f"PRAGMA table_info({table})")]
        say(f"CREATE TEMPORARY TABLE kept_{table} AS SELECT * FROM main.{table}")
        say(f"DROP TABLE main.{table}")
    for statement in _statements(Path(__file__).with_suffix(".sql").read_text("utf-8")):
        say(statement)
    for table, added in _REMADE.items():
        names = ", ".join([*columns[table], *added])
        values = ", ".join([*columns[table], *added.values()])
        say(f"INSERT INTO main.{table} ({names}) SELECT {values} FROM kept_{table}")
        say(f"DROP TABLE kept_{table}")
        # A number once given out is not given out again, even if its row is gone.
        if table in last:
            say("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
            say("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, last[table]))


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
