"""Whether the file itself is whole."""

from __future__ import annotations

from sqlalchemy import Connection

MOST = 20
"""Faults that are named; a damaged file may have thousands."""


def faults(connection: Connection) -> list[str]:
    """What SQLite finds wrong: pages and indexes first, then references to rows there are not."""
    damage = connection.exec_driver_sql(f"PRAGMA integrity_check({MOST})").scalars()
    found = [str(fault) for fault in damage if fault != "ok"]
    dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(MOST)
    for table, row, parent, _constraint in dangling:
        found.append(f"{table} {row}: no such {parent}")
    return found
