"""The shop's orders, as far as the desk needs them beside a ticket."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from tuiticket.engine.model.ticket import DERIVED


class OrderState(StrEnum):
    """How far an order has come."""

    UNPAID = "unpaid"
    PAID = "paid"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """One article of an order; `price_cents` is per piece, in the order's currency."""

    sku: str
    name: str
    quantity: int
    price_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order of a customer; `total_cents` is in hundredths of `currency` (ISO 4217)."""

    id: int = 0
    number: str
    customer_id: int
    placed_at: datetime
    state: OrderState
    total_cents: int
    currency: str = "CNY"
    tracking: str | None = None
    lines: tuple[OrderLine, ...] = ()
    version: int = field(default=0, metadata=DERIVED)
