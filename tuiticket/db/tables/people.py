"""The staff: accounts, teams, and what belongs to one person only."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Index, Text, UniqueConstraint

from tuiticket.db.tables.row import Row, col, primary, ref
from tuiticket.db.types import Enumerated, Instant, Number, Plain
from tuiticket.engine.model.people import DraftKind, Role, Skill


class AgentRow(Row, table=True):
    """The staff."""

    __tablename__ = "agent"
    id: int = primary()
    login: str = col(Text, unique=True)
    name: str = col(Text)
    role: Role = col(Enumerated(Role))
    mail: str | None = col(Text)
    capacity: int = col(Number)
    available: bool = col(Boolean)
    away_note: str = col(Text)
    skills: list[dict[str, Any]] = col(Plain(tuple[Skill, ...]))
    calendar_id: int | None = ref("shop_calendar")
    shift_seen_at: datetime | None = col(Instant)
    last_assigned_at: datetime | None = col(Instant)
    version: int = col(Number)


class TeamRow(Row, table=True):
    """The teams."""

    __tablename__ = "team"
    id: int = primary()
    key: str = col(Text, unique=True)
    name: str = col(Text)
    name_zh: str = col(Text)
    automatic: bool = col(Boolean)
    lead_id: int | None = ref("agent")
    sister_id: int | None = ref("team")
    accept_s: int | None = col(Number)
    overflow: list[int] = col(Plain(tuple[int, ...]))
    version: int = col(Number)


class MembershipRow(Row, table=True):
    """Who belongs to which team."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("team_id", "agent_id"),)
    id: int = primary()
    team_id: int = ref("team")
    agent_id: int = ref("agent", index=True)


class NoticeRow(Row, table=True):
    """What the desk tells the staff."""

    __tablename__ = "notice"
    __table_args__ = (Index(None, "agent_id", "seen_at"),)
    id: int = primary()
    agent_id: int = ref("agent", index=True)
    ticket_id: int | None = ref("ticket", index=True, ondelete="CASCADE")
    at: datetime = col(Instant)
    about: str = col(Text)
    details: dict[str, Any] = col(Plain(dict[str, Any]))
    seen_at: datetime | None = col(Instant)


class DraftRow(Row, table=True):
    """Unsent words, one draft for each agent, ticket and kind."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("ticket_id", "agent_id", "kind"),)
    id: int = primary()
    ticket_id: int = ref("ticket", ondelete="CASCADE")
    agent_id: int = ref("agent", index=True)
    kind: DraftKind = col(Enumerated(DraftKind))
    saved_at: datetime = col(Instant)
    body: str = col(Text)
