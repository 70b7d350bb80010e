"""How the customers of the last tickets felt."""

from __future__ import annotations

from sqlalchemy import Connection

_LAST = "SELECT temper FROM judgement WHERE corrected = 0 ORDER BY id DESC LIMIT ?"


def last_tempers(connection: Connection, count: int) -> list[int]:
    """The tempers, 0 to 1000, that the desk read last, the newest first; those people set not."""
    return [row[0] for row in connection.exec_driver_sql(_LAST, (count,))]
