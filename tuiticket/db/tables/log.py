"""The log of the desk and the note of where it ends."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, Text

from tuiticket.db.conditions import ARTICLE_EVENTS
from tuiticket.db.tables.row import Row, col, primary, where
from tuiticket.db.types import Number


class EventRow(Row, table=True):
    """The log. It refers to nothing and trusts nothing: what it tells of may be long gone."""

    __tablename__ = "event"
    __table_args__ = (
        Index(None, "ticket_id", "id"),
        Index("ix_event_acts", "actor", "id", **where("id = act")),
        Index("ix_event_articles", "id", **where(ARTICLE_EVENTS)),
        Index("ix_event_undone", "id", **where("kind = 'desk.undone'")),
    )
    id: int = primary(given_out=False)
    act: int = col(Number)
    at: int = col(Number)
    actor: str = col(Text)
    via: str = col(Text)
    kind: str = col(Text)
    ticket_id: int | None = col(Number)
    payload_hash: str = col(Text)
    previous: str = col(Text)
    hash: str = col(Text)
    payload: str = col(Text)


class LogHeadRow(Row, table=True):
    """Where the log ends, noted apart from it."""

    __tablename__ = "log_head"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)
    id: int = primary(given_out=False)
    event_id: int = col(Number)
    hash: str = col(Text)
