"""The customers, the ways to reach them, and their orders."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Text, UniqueConstraint

from tuiticket.db.tables.row import Row, col, primary, ref
from tuiticket.db.types import Enumerated, Instant, Number, Plain
from tuiticket.engine.model.customer import ContactKind
from tuiticket.engine.model.order import OrderLine, OrderState


class CustomerRow(Row, table=True):
    """The customers."""

    __tablename__ = "customer"
    id: int = primary()
    name: str = col(Text)
    created_at: datetime = col(Instant)
    language: str = col(Text)
    tags: list[str] = col(Plain(tuple[str, ...]))
    version: int = col(Number)
    note: str = col(Text)


class CustomerTagRow(Row, table=True):
    """The tags of customers, one a row and case-folded."""

    __tablename__ = "customer_tag"
    __table_args__: ClassVar[Any] = {"sqlite_with_rowid": False}
    tag: str = col(Text, primary_key=True)
    customer_id: int = ref("customer", primary_key=True, index=True, ondelete="CASCADE")


class ContactRow(Row, table=True):
    """The addresses of customers; each belongs to one customer only."""

    __tablename__ = "contact"
    __table_args__ = (UniqueConstraint("value", "kind"),)
    id: int = primary()
    customer_id: int = ref("customer", index=True)
    kind: ContactKind = col(Enumerated(ContactKind))
    value: str = col(Text)


class OrderRow(Row, table=True):
    """The shop's orders."""

    __tablename__ = "order"
    id: int = primary()
    number: str = col(Text, unique=True)
    customer_id: int = ref("customer", index=True)
    placed_at: datetime = col(Instant)
    state: OrderState = col(Enumerated(OrderState))
    total_cents: int = col(Number)
    currency: str = col(Text)
    tracking: str | None = col(Text)
    lines: list[dict[str, Any]] = col(Plain(tuple[OrderLine, ...]))
    version: int = col(Number)
