"""Watching, links, snoozing, follow-ups, spam, and what people keep to be quicker.

As in 0002 the tables that change are made anew, their rows put back under their ids.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

from alembic import op

revision = "0004"
down_revision = "0003"

_REMADE: Mapping[str, Mapping[str, str]] = {
    "ticket": {"follow_up_told": "0"},
    "timer": {},
    "notice": {},
}
"""The tables made anew, and what stands in their new columns where that is not nothing."""

_SHAPES = {"ix_ticket_snoozed_until": "500 1", "ix_ticket_follow_up_at": "2000 1"}
"""What the planner is told of the new indexes."""


def upgrade() -> None:
    say = op.get_bind().exec_driver_sql
    last = {row[0]: row[1] for row in say("SELECT name, seq FROM sqlite_sequence")}
    shapes = [tuple(row) for row in say("SELECT tbl, idx, stat FROM sqlite_stat1")]
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
    # What the planner is told of a table is forgotten with it.
    say("DELETE FROM sqlite_stat1")
    for told in (*shapes, *(("ticket", index, shape) for index, shape in _SHAPES.items())):
        say("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)", told)


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
