"""The orders behind the tickets."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

from tuiticket.demo.casting import cast
from tuiticket.demo.orders import Sale, sales
from tuiticket.demo.scenes import load_scenes
from tuiticket.demo.schedule import openings
from tuiticket.demo.shop import load_shop
from tuiticket.engine.model.order import OrderState

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
RNG = Random(7)
PARTS = cast(load_shop(), load_scenes(), RNG)
OPENED = openings(PARTS, NOW, RNG)
SOLD = sales(load_shop(), PARTS, OPENED, NOW, RNG)


def about() -> list[tuple[Sale, int]]:
    return [(sale, sale.part) for sale in SOLD if sale.part is not None]


def test_there_are_at_least_a_hundred_and_fifty_numbered_by_age() -> None:
    assert len(SOLD) >= 150
    numbers = [int(sale.order.number) for sale in SOLD]
    assert numbers == list(range(numbers[0], numbers[0] + len(SOLD)))
    placed = [sale.order.placed_at for sale in SOLD]
    assert placed == sorted(placed)
    assert placed[-1] < NOW


def test_an_order_was_placed_by_the_customer_before_they_wrote_about_it() -> None:
    for sale, index in about():
        assert sale.customer is PARTS[index].customer
        assert sale.order.placed_at <= OPENED[index]
        assert sale.order.state is PARTS[index].scene.order


def test_exactly_the_parts_that_need_an_order_have_one() -> None:
    assert {index for _, index in about()} == {
        index for index, part in enumerate(PARTS) if part.scene.order is not None
    }


def test_totals_are_those_of_the_lines() -> None:
    for sale in SOLD:
        lines = sale.order.lines
        assert lines
        assert sale.order.total_cents == sum(line.quantity * line.price_cents for line in lines)


def test_what_was_sent_can_be_tracked_and_what_was_not_cannot() -> None:
    sent = {OrderState.SHIPPED, OrderState.DELIVERED}
    for sale in SOLD:
        assert (sale.order.tracking is not None) is (sale.order.state in sent)
