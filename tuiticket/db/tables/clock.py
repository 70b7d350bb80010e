"""The promises, the calendars they count by, their clocks, and what falls due."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Index, Text, UniqueConstraint

from tuiticket.db.conditions import among
from tuiticket.db.tables.row import Row, col, primary, ref, where
from tuiticket.db.types import Enumerated, Instant, Number, Plain
from tuiticket.engine.model.calendar import Hours, PublicDays, SpecialDay
from tuiticket.engine.model.clock import SETTLED, ClockKind, ClockState, ReboundTo, Step
from tuiticket.engine.model.ticket import Channel, Kind, Priority
from tuiticket.engine.model.timer import Due


class ShopCalendarRow(Row, table=True):
    """The working hours that clocks count by."""

    __tablename__ = "shop_calendar"
    id: int = primary()
    key: str = col(Text, unique=True)
    zone: str = col(Text)
    week: list[list[list[int]]] = col(Plain(tuple[Hours, ...]))
    closed: list[str] = col(Plain(tuple[str, ...]))
    makeup: list[str] = col(Plain(tuple[str, ...]))
    special: list[dict[str, Any]] = col(Plain(tuple[SpecialDay, ...]))
    edition: int = col(Number)
    public: dict[str, Any] | None = col(Plain(PublicDays))


class PolicyRow(Row, table=True):
    """The promises; `kind`, `priority` and `channel` are None where they match every ticket."""

    __tablename__ = "policy"
    id: int = primary()
    name: str = col(Text)
    position: int = col(Number)
    kind: str | None = col(Enumerated(Kind))
    priority: int | None = col(Enumerated(Priority))
    channel: str | None = col(Enumerated(Channel))
    customer_tag: str | None = col(Text)
    first_response_s: int | None = col(Number)
    next_response_s: int | None = col(Number)
    progress_s: int | None = col(Number)
    resolution_s: int | None = col(Number)
    rebound_s: int | None = col(Number)
    submit_s: int | None = col(Number)
    review_s: int | None = col(Number)
    triage_s: int | None = col(Number)
    tell_s: int | None = col(Number)
    calendar_id: int | None = ref("shop_calendar")
    pause_on_third: bool = col(Boolean)
    rebound_to: ReboundTo = col(Enumerated(ReboundTo))
    steps: list[dict[str, Any]] = col(Plain(tuple[Step, ...]))
    retired: bool = col(Boolean)


class ClockRow(Row, table=True):
    """The clocks; a ticket has at most one living clock of a kind."""

    __tablename__ = "clock"
    __table_args__ = (
        Index(
            "uq_clock_alive",
            "ticket_id",
            "kind",
            unique=True,
            **where(among("state", {ClockState.RUNNING, ClockState.PAUSED})),
        ),
        Index(None, "stopped_at", "state", **where(among("state", SETTLED))),
    )
    id: int = primary()
    ticket_id: int = ref("ticket", index=True)
    kind: ClockKind = col(Enumerated(ClockKind))
    cycle: int = col(Number)
    policy_id: int | None = ref("policy")
    target_s: int = col(Number)
    started_at: datetime = col(Instant)
    state: ClockState = col(Enumerated(ClockState))
    consumed_s: int = col(Number)
    running_since: datetime | None = col(Instant)
    due_at: datetime | None = col(Instant)
    breach_at: datetime | None = col(Instant)
    stopped_at: datetime | None = col(Instant)
    generation: int = col(Number)
    calendar_id: int | None = ref("shop_calendar")
    calendar_edition: int = col(Number)
    attempt: int = col(Number)
    agreed: bool = col(Boolean)
    cut_short: bool = col(Boolean)


class FiredStepRow(Row, table=True):
    """The steps that fired, each once for a clock's generation and percent."""

    __tablename__ = "fired_step"
    __table_args__ = (UniqueConstraint("clock_id", "generation", "percent"),)
    id: int = primary()
    clock_id: int = ref("clock")
    ticket_id: int = ref("ticket", index=True)
    generation: int = col(Number)
    percent: int = col(Number)
    fired_at: datetime = col(Instant)


class TimerRow(Row, table=True):
    """What falls due, in the order it does; timers go with what they wait for."""

    __tablename__ = "timer"
    __table_args__ = (Index(None, "fire_at", "id"),)
    id: int = primary()
    due: Due = col(Enumerated(Due))
    ticket_id: int | None = ref("ticket", index=True, ondelete="CASCADE")
    fire_at: datetime = col(Instant)
    clock_id: int | None = ref("clock", index=True, ondelete="CASCADE")
    percent: int | None = col(Number)
    agent_id: int | None = ref("agent", index=True, ondelete="CASCADE")
