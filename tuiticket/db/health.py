"""Whether the file itself is whole."""

from __future__ import annotations

from sqlalchemy import Connection

MOST = 20
"""Faults that are named; a damaged file may have thousands."""


def faults(connection: Connection) -> list[str]:
    """What SQLite finds wrong: pages and indexes first, then references to rows there are not."""
    damage = connection.exec_driver_sql(f"PRAGMA integrity_check({MOST})").scalars()
    found = [str(fault) for fault in damage if fault != "ok"]
    return found + dangling(connection)


def dangling(connection: Connection) -> list[str]:
    """The rows that refer to rows there are not."""
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(MOST)
    return [f"{table} {row}: no such {parent}" for table, row, parent, _constraint in rows]
