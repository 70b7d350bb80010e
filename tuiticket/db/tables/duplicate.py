"""Tickets that seem to tell the same matter."""

from __future__ import annotations

from sqlalchemy import Boolean, Text

from tuiticket.db.tables.row import Row, col, primary, ref
from tuiticket.db.types import Enumerated, Number
from tuiticket.engine.model.duplicate import Ground


class PossibleDuplicateRow(Row, table=True):
    """What each ticket looked like when it was opened."""

    __tablename__ = "possible_duplicate"
    id: int = primary()
    ticket_id: int = ref("ticket", index=True)
    other_id: int = ref("ticket", index=True)
    ground: Ground = col(Enumerated(Ground))
    percent: int = col(Number)
    words: str = col(Text)
    apart: bool = col(Boolean)
