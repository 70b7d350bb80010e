"""The tickets and their tags."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Boolean, Index, Text, text

from tuiticket.db.conditions import among
from tuiticket.db.tables.row import Row, col, primary, ref, where
from tuiticket.db.types import Enumerated, Instant, Number, Plain
from tuiticket.engine.model.clock import ClockKind
from tuiticket.engine.model.ticket import ACTIVE, DONE, Channel, Kind, Priority, Severity, State
from tuiticket.engine.rules.overflow import TO_HAND_OUT


class TicketRow(Row, table=True):
    """The tickets. What is active has indexes of its own, which stay as small as the day's work."""

    __tablename__ = "ticket"
    __table_args__ = (
        Index(
            "ix_ticket_urgency",
            text("urgency DESC"),
            text("(next_due_at IS NULL)"),
            "next_due_at",
            "id",
            "next_breach_at",
            **where(among("state", ACTIVE)),
        ),
        Index(
            "ix_ticket_unassigned",
            "owner_id",
            text("urgency DESC"),
            "created_at",
            "team_id",
            "needs_skill",
            "needs_level",
            "widened",
            **where(among("state", TO_HAND_OUT)),
        ),
        Index(
            "ix_ticket_active_owner",
            "owner_id",
            "state",
            "kind",
            **where(among("state", ACTIVE)),
        ),
        *(
            Index(
                f"ix_ticket_active_{name}", f"{name}_id", "state", **where(among("state", ACTIVE))
            )
            for name in ("team", "category")
        ),
        Index(None, "owner_id", "state"),
        Index(None, "team_id", "state"),
        Index(None, "category_id", "state"),
        Index(None, "state", "updated_at", **where(among("state", DONE))),
        Index(None, "order_number", **where("order_number IS NOT NULL")),
        *(
            Index(None, name, **where(f"{name} IS NOT NULL"))
            for name in ("unanswered_since", "snoozed_until", "follow_up_at")
        ),
    )
    id: int = primary(given_out=False)
    kind: Kind = col(Enumerated(Kind))
    state: State = col(Enumerated(State))
    priority: Priority = col(Enumerated(Priority))
    severity: Severity = col(Enumerated(Severity))
    channel: Channel = col(Enumerated(Channel))
    customer_id: int = ref("customer", index=True)
    created_at: datetime = col(Instant, index=True)
    updated_at: datetime = col(Instant, index=True)
    category_id: int | None = ref("category")
    owner_id: int | None = ref("agent")
    team_id: int | None = ref("team")
    order_number: str | None = col(Text)
    language: str = col(Text)
    tags: list[str] = col(Plain(tuple[str, ...]))
    assigned_at: datetime | None = col(Instant)
    accepted_at: datetime | None = col(Instant)
    accept_by: datetime | None = col(Instant)
    by_hand: bool = col(Boolean)
    queued_at: datetime | None = col(Instant)
    widen_at: datetime | None = col(Instant)
    needs_skill: str | None = col(Text)
    needs_level: int = col(Number)
    excluded: list[int] = col(Plain(tuple[int, ...]))
    widened: int = col(Number)
    last_message_at: datetime | None = col(Instant)
    unanswered_since: datetime | None = col(Instant)
    solved_at: datetime | None = col(Instant)
    closed_at: datetime | None = col(Instant)
    cycle: int = col(Number)
    merged_into: int | None = ref("ticket")
    rebound_of: int | None = ref("ticket")
    snoozed_until: datetime | None = col(Instant)
    follow_up_at: datetime | None = col(Instant)
    follow_up_told: bool = col(Boolean)
    urgency: int = col(Number)
    next_clock: ClockKind | None = col(Enumerated(ClockKind))
    next_due_at: datetime | None = col(Instant)
    next_breach_at: datetime | None = col(Instant)
    next_calendar_id: int | None = col(Number)
    paused_left_s: int | None = col(Number)
    version: int = col(Number)
    subject: str = col(Text)


class TicketTagRow(Row, table=True):
    """The tags of tickets, one a row and case-folded, so that a tag finds its tickets."""

    __tablename__ = "ticket_tag"
    __table_args__: ClassVar[Any] = {"sqlite_with_rowid": False}
    tag: str = col(Text, primary_key=True)
    ticket_id: int = ref("ticket", primary_key=True, index=True, ondelete="CASCADE")
