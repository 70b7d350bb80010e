"""Filling the places in the stories with the people, goods and days of the play."""

from __future__ import annotations

from datetime import datetime, timedelta

from tuiticket.demo.casting import Part
from tuiticket.demo.schedule import HOME
from tuiticket.engine.model.order import Order

_WEEKDAYS = {
    "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_CREDITS = (20, 30, 50, 80)


def words_for(part: Part, opened: datetime, order: Order | None) -> dict[str, str]:
    """What stands for each place of the part's story, except {agent}, which changes with hands."""
    language = part.scene.language
    price = part.product.cents
    words = {
        "name": part.customer.name,
        "dear": part.customer.dear,
        "city": part.customer.city,
        "tail": (part.customer.phone or "")[-4:],
        "product": part.product.called(language),
        "sku": part.product.sku,
        "price": money(price),
        "amount": money(order.total_cents if order else price * part.quantity),
        "qty": str(part.quantity),
        "credit": money(_credit(price, part.take)),
        "weekday": _weekday(opened - timedelta(days=3), language),
        "day": _weekday(opened + timedelta(days=3), language),
    }
    if order is not None:
        words["order"] = order.number
        words["date"] = _date(order.placed_at, language)
        words["tracking"] = order.tracking or tracking(order.number)
    return words


def money(cents: int) -> str:
    """An amount in yuan as the shop writes it."""
    yuan, rest = divmod(cents, 100)
    return f"¥{yuan:,}.{rest:02}" if rest else f"¥{yuan:,}"


def tracking(order_number: str) -> str:
    """The tracking number of an order, of a carrier that does not exist."""
    return f"QX{int(order_number) * 7919 % 10**9:09}"


def _credit(cents: int, take: int) -> int:
    """A goodwill amount that suits the price: about a tenth, in round yuan."""
    fitting = [yuan for yuan in _CREDITS if yuan * 100 <= cents // 5] or [10]
    return 100 * fitting[-1 - take % len(fitting)]


def _weekday(instant: datetime, language: str) -> str:
    return _WEEKDAYS[language][instant.astimezone(HOME).weekday()]


def _date(instant: datetime, language: str) -> str:
    day = instant.astimezone(HOME)
    if language == "zh":
        return f"{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]}"
