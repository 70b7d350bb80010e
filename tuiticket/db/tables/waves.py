"""Sudden waves, and the counting they are found by."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Text

from tuiticket.db.tables.row import Row, col, primary, ref
from tuiticket.db.types import Enumerated, Instant, Number, Plain
from tuiticket.engine.model.wave import MarkKind


class WaveRow(Row, table=True):
    """The waves there were."""

    __tablename__ = "wave"
    id: int = primary()
    kind: MarkKind = col(Enumerated(MarkKind))
    name: str = col(Text)
    also: list[str] = col(Plain(tuple[str, ...]))
    marks: list[str] = col(Plain(tuple[str, ...]))
    started_at: datetime = col(Instant)
    last_at: datetime = col(Instant)
    tickets: int = col(Number)
    expected: int = col(Number)
    told_at: int = col(Number)
    over_at: datetime | None = col(Instant, index=True)


class WaveTicketRow(Row, table=True):
    """Which tickets belong to them."""

    __tablename__ = "wave_ticket"
    id: int = primary()
    wave_id: int = ref("wave", index=True)
    ticket_id: int = ref("ticket", unique=True)


class SightingRow(Row, table=True):
    """What the tickets of these days are about."""

    __tablename__ = "sighting"
    __table_args__: ClassVar[Any] = {"sqlite_with_rowid": False}
    mark: str = col(Text, primary_key=True)
    at: int = col(Number, primary_key=True)
    ticket_id: int = col(Number, primary_key=True)


class SightedRow(Row, table=True):
    """How many tickets of each day were about what."""

    __tablename__ = "sighted"
    __table_args__: ClassVar[Any] = {"sqlite_with_rowid": False}
    mark: str = col(Text, primary_key=True)
    day: int = col(Number, primary_key=True)
    tickets: int = col(Number)
