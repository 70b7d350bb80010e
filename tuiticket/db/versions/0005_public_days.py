"""Calendars know which of their days come from the public holidays of a country.

The table is made anew under its old rows, for a column added to it would stand behind its key.
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0005"
down_revision = "0004"

_COLUMNS = 'id, "key", zone, week, closed, makeup, special, edition'


def upgrade() -> None:
    say = op.get_bind().exec_driver_sql
    last = say("SELECT seq FROM sqlite_sequence WHERE name = 'shop_calendar'").scalar()
    shapes = say("SELECT tbl, idx, stat FROM sqlite_stat1").fetchall()
    say("CREATE TEMPORARY TABLE kept_shop_calendar AS SELECT * FROM main.shop_calendar")
    say("DROP TABLE main.shop_calendar")
    say(Path(__file__).with_suffix(".sql").read_text("utf-8"))
    say(
        f"INSERT INTO main.shop_calendar ({_COLUMNS})"
        f" SELECT {_COLUMNS} FROM temp.kept_shop_calendar"
    )
    say("DROP TABLE kept_shop_calendar")
    if last is not None:
        # A number once given out is not given out again, even if its row is gone.
        say("DELETE FROM sqlite_sequence WHERE name = 'shop_calendar'")
        say("INSERT INTO sqlite_sequence (name, seq) VALUES ('shop_calendar', ?)", (last,))
    # What the planner is told of a table is forgotten with it.
    say("DELETE FROM sqlite_stat1")
    for shape in shapes:
        say("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)", tuple(shape))
