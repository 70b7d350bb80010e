"""The desk notes which tickets seem to tell the same, and how old the earlier one may be.

The table of settings is made anew around its one row, for a column added to it would stand behind
its key.
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0014"
down_revision = "0013"

_WEEK = 7 * 86_400


def upgrade() -> None:
    say = op.get_bind().exec_driver_sql
    columns = ", ".join(row[1] for row in say("PRAGMA table_info(settings)"))
    say("CREATE TEMPORARY TABLE kept_settings AS SELECT * FROM main.settings")
    say("DROP TABLE main.settings")
    for statement in Path(__file__).with_suffix(".sql").read_text("utf-8").split(";"):
        if statement.strip():
            say(statement)
    say(
        f"INSERT INTO main.settings ({columns}, duplicates_within_s)"
        f" SELECT {columns}, {_WEEK} FROM temp.kept_settings"
    )
    say("DROP TABLE kept_settings")
