"""The desk knows for how long after a solution a new ticket may be the same matter come back.

The table is made anew around its one row, for a column added to it would stand behind its key.
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0007"
down_revision = "0006"

_FORTNIGHT = 14 * 86_400


def upgrade() -> None:
    say = op.get_bind().exec_driver_sql
    columns = ", ".join(row[1] for row in say("PRAGMA table_info(settings)"))
    say("CREATE TEMPORARY TABLE kept_settings AS SELECT * FROM main.settings")
    say("DROP TABLE main.settings")
    say(Path(__file__).with_suffix(".sql").read_text("utf-8"))
    say(
        f"INSERT INTO main.settings ({columns}, rebound_within_s)"
        f" SELECT {columns}, {_FORTNIGHT} FROM temp.kept_settings"
    )
    say("DROP TABLE kept_settings")
