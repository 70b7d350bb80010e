"""Articles know how else people ask for them.

The table is made anew around its rows, for a column added to it would stand behind its keys.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    say = op.get_bind().exec_driver_sql
    last = say("SELECT seq FROM sqlite_sequence WHERE name = 'article'").scalar()
    shapes = say("SELECT tbl, idx, stat FROM sqlite_stat1 WHERE tbl = 'article'").fetchall()
    columns = ", ".join(row[1] for row in say("PRAGMA table_info(article)"))
    say("CREATE TEMPORARY TABLE kept_article AS SELECT * FROM main.article")
    say("DROP TABLE main.article")
    for statement in _statements(Path(__file__).with_suffix(".sql").read_text("utf-8")):
        say(statement)
    say(f"INSERT INTO main.article ({columns}, asked_as) SELECT {columns}, '[]' FROM kept_article")
    say("DROP TABLE kept_article")
    # A number once given out is not given out again, even if its row is gone.
    if last is not None:
        say("DELETE FROM sqlite_sequence WHERE name = 'article'")
        say("INSERT INTO sqlite_sequence (name, seq) VALUES ('article', ?)", (last,))
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
