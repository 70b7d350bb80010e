"""The desk's own facts."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Float, Text

from tuiticket.db.tables.row import Row, col, primary
from tuiticket.db.types import Number, Plain
from tuiticket.engine.model.ticket import Kind


class SettingsRow(Row, table=True):
    """The one row of the desk's own facts."""

    __tablename__ = "settings"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)
    id: int = primary(given_out=False)
    name: str = col(Text)
    zone: str = col(Text)
    language: str = col(Text)
    mail_domain: str = col(Text)
    mail_addresses: list[str] = col(Plain(tuple[str, ...]))
    mail_secret: str = col(Text)
    first_number: int = col(Number)
    kind_teams: dict[str, int] = col(Plain(dict[Kind, int]))
    close_after_s: int = col(Number)
    archive_after_s: int = col(Number)
    hold_s: int = col(Number)
    weights: dict[str, float] = col(Plain(dict[Kind, float]))
    waiting_weight: float = col(Float)
    unrouted_s: int | None = col(Number)
    sticky: bool = col(Boolean)
    break_s: int = col(Number)
    rebound_within_s: int = col(Number)
    duplicates_within_s: int = col(Number)
    wave_least: int = col(Number)
    wave_within_s: int = col(Number)
