"""The shop's orders: those that tickets are about, and a few that gave no trouble."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from tuiticket.demo.casting import Part
from tuiticket.demo.filling import tracking
from tuiticket.demo.shop import Customer, Product, Shop
from tuiticket.engine.model.order import Order, OrderLine, OrderState

QUIET_ORDERS = 25
"""How many orders there are that no ticket is about."""

_FIRST_NUMBER = 88_001
_AGES = {
    OrderState.UNPAID: (0.02, 0.1),
    OrderState.PAID: (0.1, 0.9),
    OrderState.SHIPPED: (3.2, 6.0),
    OrderState.DELIVERED: (6.0, 14.0),
    OrderState.CANCELLED: (8.0, 20.0),
}
"""How many days old an order in that state is when its customer writes."""

_SENT = frozenset({OrderState.SHIPPED, OrderState.DELIVERED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """An order with who placed it; `part` is the index of the part that is about it."""

    order: Order
    customer: Customer
    part: int | None = None


def sales(
    shop: Shop, parts: Sequence[Part], opened: Sequence[datetime], now: datetime, rng: Random
) -> list[Sale]:
    """All orders, oldest first and numbered so."""
    found = [
        _about(part, begun, index, rng)
        for index, (part, begun) in enumerate(zip(parts, opened, strict=True))
        if part.scene.order is not None
    ]
    found += [_quiet(shop, now, rng) for _ in range(QUIET_ORDERS)]
    found.sort(key=lambda sale: sale.order.placed_at)
    return [_numbered(sale, _FIRST_NUMBER + rank) for rank, sale in enumerate(found)]


def _about(part: Part, begun: datetime, index: int, rng: Random) -> Sale:
    state = part.scene.order
    assert state is not None
    least, most = part.scene.age or _AGES[state]
    placed = (begun - timedelta(days=rng.uniform(least, most))).replace(microsecond=0)
    lines = (_line(part.product, part.quantity, part.scene.language),)
    return Sale(order=_order(placed, state, lines), customer=part.customer, part=index)


def _quiet(shop: Shop, now: datetime, rng: Random) -> Sale:
    customer = rng.choice(shop.customers)
    state = rng.choice([OrderState.PAID, OrderState.SHIPPED, OrderState.DELIVERED])
    placed = (now - timedelta(days=rng.uniform(*_AGES[state]))).replace(microsecond=0)
    chosen = rng.sample(shop.products, rng.randint(1, 3))
    lines = tuple(_line(product, rng.randint(1, 2), customer.language) for product in chosen)
    return Sale(order=_order(placed, state, lines), customer=customer)


def _line(product: Product, quantity: int, language: str) -> OrderLine:
    return OrderLine(
        sku=product.sku,
        name=product.called(language),
        quantity=quantity,
        price_cents=product.cents,
    )


def _order(placed: datetime, state: OrderState, lines: tuple[OrderLine, ...]) -> Order:
    return Order(
        number="",
        customer_id=0,
        placed_at=placed,
        state=state,
        total_cents=sum(line.quantity * line.price_cents for line in lines),
        lines=lines,
    )


def _numbered(sale: Sale, number: int) -> Sale:
    sent = tracking(str(number)) if sale.order.state in _SENT else None
    return replace(sale, order=replace(sale.order, number=str(number), tracking=sent))
