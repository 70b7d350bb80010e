"""What revisions of the schema do alike: run a script, and make tables anew with their rows.

A revision says which tables and values; how it is done is the same for all, and changes nothing of
what they make.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from alembic import op

Shapes: TypeAlias = Mapping[tuple[str, str], str]
"""What the planner is told of indexes, by table and index, in the form of `sqlite_stat1`."""


def run_script(revision: str) -> None:
    """Run the script that lies beside the file of a revision."""
    script = Path(revision).with_suffix(".sql").read_text("utf-8")
    for statement in _statements(script):
        op.get_bind().exec_driver_sql(statement)


def make_anew(
    revision: str, tables: Mapping[str, Mapping[str, str]], shapes: Shapes | None = None
) -> None:
    """Let the script of a revision make these tables anew, and put their rows back.

    Given for each table is what stands in its new columns, where that is not nothing. Rows keep
    their ids, a number once given out is not given out again, even if its row is gone, and what the
    planner is told of a table, which SQLite forgets with it, is told again; `shapes` goes before.
    """
    say = op.get_bind().exec_driver_sql
    last = {row[0]: row[1] for row in say("SELECT name, seq FROM sqlite_sequence")}
    told = {(row[0], row[1]): row[2] for row in say("SELECT tbl, idx, stat FROM sqlite_stat1")}
    columns = {}
    for table in tables:
        columns[table] = [f'"{row[1]}"' for row in say(f"PRAGMA table_info({table})")]
        say(f"CREATE TEMPORARY TABLE kept_{table} AS SELECT * FROM main.{table}")
        say(f"DROP TABLE main.{table}")
    run_script(revision)
    for table, added in tables.items():
        names = ", ".join([*columns[table], *added])
        values = ", ".join([*columns[table], *added.values()])
        say(f"INSERT INTO main.{table} ({names}) SELECT {values} FROM kept_{table}")
        say(f"DROP TABLE kept_{table}")
        if table in last:
            say("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
            say("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, last[table]))
    say("DELETE FROM sqlite_stat1")
    for (table, index), shape in {**told, **(shapes or {})}.items():
        row = (table, index, shape)
        say("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)", row)


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script, triggers whole."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
