"""Bringing an older desk up to date, by Alembic's revisions in `versions`.

Loaded only when a file is behind. The file's `user_version` says how many revisions it has seen;
revision 0001 is the first. All of them run in one transaction, or none. While they run, foreign
keys are not enforced, for SQLite changes a table by making a new one; all are checked before the
commit.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from tuiticket.db.connection import SCHEMA_VERSION, Place
from tuiticket.db.health import dangling
from tuiticket.engine.errors import N_, Unreadable


def bring_up_to_date(place: Place) -> None:
    """Run the revisions that a file has not seen; raises Unreadable if its rows do not fit."""
    with place.writing() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None, "a connection in use has its driver"
        raw.execute("PRAGMA foreign_keys = OFF")
        with connection.begin():
            run(connection)
            if lost := dangling(connection):
                raise Unreadable(
                    N_("{file} holds rows that belong to nothing ({fault}); it was left as it is."),
                    N_("Restore a backup, or set it right with the sqlite3 shell."),
                    file=str(place.path),
                    fault=lost[0],
                )


def run(connection: Connection, version: int = SCHEMA_VERSION) -> None:
    """Run the revisions from the file's own up to `version`, in the transaction under way."""
    seen = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.stamp(config, revision(seen) if seen else "base")
    command.upgrade(config, revision(version))
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def revision(version: int) -> str:
    """The name of the revision that makes a file be of that version."""
    return f"{version:04}"
