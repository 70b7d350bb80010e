"""An order of the shop, as it stands beside a ticket and in the list of its customer's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from tuiticket.cells import drawable
from tuiticket.engine.model.order import Order
from tuiticket.i18n import _
from tuiticket.widgets.page import Line, Piece, aside, line
from tuiticket.widgets.wrapping import wrap
from tuiticket.wording import label, money, when


def order_lines(order: Order, now: datetime, zone: ZoneInfo, width: int) -> Iterator[Line]:
    """Its number and sum, how far it has come, its parcel, and what was ordered."""
    heading = (Piece(_("Order"), "title"), Piece(f" {drawable(order.number)}"))
    yield aside(heading, Piece(total(order)), width)
    placed = when(order.placed_at, now, zone)
    yield aside((Piece(label(order.state)),), Piece(placed, "quiet"), width)
    if order.tracking:
        parcel = _("parcel {tracking}").format(tracking=drawable(order.tracking))
        yield from (line(row) for row in wrap(parcel, width))
    for item in order.lines:
        price = Piece(f"{item.quantity} × {money(item.price_cents, order.currency)}", "quiet")
        yield aside((Piece(drawable(item.name), "quiet"),), price, width)


def total(order: Order) -> str:
    """What an order cost."""
    return money(order.total_cents, order.currency)
