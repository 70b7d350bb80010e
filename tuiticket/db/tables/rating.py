"""How content customers were, and what that tells."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Float, Text

from tuiticket.db.tables.row import Row, col, primary, ref
from tuiticket.db.types import Instant, Number, Plain


class RatingRow(Row, table=True):
    """What customers thought of how their matters were handled."""

    __tablename__ = "rating"
    id: int = primary()
    ticket_id: int = ref("ticket", unique=True)
    speed: int = col(Number)
    quality: int = col(Number)
    attitude: int = col(Number)
    at: datetime = col(Instant)
    agent_id: int | None = ref("agent", index=True)
    category_id: int | None = ref("category", index=True)
    course: list[int] = col(Plain(tuple[int, ...]))
    foreseen: int | None = col(Number)
    comment: str = col(Text)


class OutlookRow(Row, table=True):
    """What the last ratings tell of tickets to come."""

    __tablename__ = "outlook"
    id: int = primary(given_out=False)
    ratings: int = col(Number)
    start: float = col(Float)
    usual: list[float] = col(Plain(tuple[float, ...]))
    weights: list[float] = col(Plain(tuple[float, ...]))
    categories: list[list[float]] = col(Plain(tuple[tuple[int, float], ...]))
    foretold: int = col(Number)
    brier: float | None = col(Float)
    brier_of_usual: float | None = col(Float)
