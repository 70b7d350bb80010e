"""What customers said last of how they were served."""

from __future__ import annotations

from sqlalchemy import Connection

from tuiticket.db.mapping import mapping
from tuiticket.db.values import read
from tuiticket.engine.model.rating import Rating


def last_ratings(connection: Connection, count: int) -> list[Rating]:
    """The ratings of the tickets that were rated last, the newest first."""
    newest = mapping(Rating).table.c.id.desc()
    return read(connection, Rating, order=(newest,), limit=count)
