"""What people tell of tempers is learned, and a reading says what it learned that from.

Judgements are laid into a table made anew, for columns added to it would stand behind its keys.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    say = op.get_bind().exec_driver_sql
    columns = ", ".join(row[1] for row in say("PRAGMA table_info(judgement)"))
    say("CREATE TEMPORARY TABLE kept_judgement AS SELECT * FROM main.judgement")
    say("DROP TABLE main.judgement")
    for statement in _statements(Path(__file__).with_suffix(".sql").read_text("utf-8")):
        say(statement)
    say(
        f"INSERT INTO main.judgement ({columns}, learned, lessons)"
        f" SELECT {columns}, '', 0 FROM temp.kept_judgement"
    )
    say("DROP TABLE kept_judgement")


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
