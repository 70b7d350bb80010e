"""Filling the places in the stories."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest

from tuiticket.demo.casting import Part, cast
from tuiticket.demo.filling import money, tracking, words_for
from tuiticket.demo.scenes import load_scenes
from tuiticket.demo.shop import load_shop
from tuiticket.engine.model.order import Order, OrderState

SUNDAY = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
ORDER = Order(
    number="88123",
    customer_id=0,
    placed_at=datetime(2026, 11, 8, 20, 0, tzinfo=UTC),
    state=OrderState.DELIVERED,
    total_cents=259_00,
)


def part(language: str) -> Part:
    parts = cast(load_shop(), load_scenes(), Random(1))
    return next(part for part in parts if part.scene.language == language)


@pytest.mark.parametrize(
    ("cents", "written"), [(259_00, "¥259"), (2399_00, "¥2,399"), (12_50, "¥12.50")]
)
def test_money_is_written_as_short_as_can_be(cents: int, written: str) -> None:
    assert money(cents) == written


def test_days_are_written_in_the_language_and_the_time_of_the_shop() -> None:
    english = words_for(part("en"), SUNDAY, ORDER)
    chinese = words_for(part("zh"), SUNDAY, ORDER)
    assert (english["day"], english["weekday"], english["date"]) == (
        *("Wednesday", "Thursday", "9 November"),
    )
    assert (chinese["day"], chinese["weekday"], chinese["date"]) == ("周三", "周四", "11月9日")


def test_without_an_order_the_amount_is_that_of_the_goods() -> None:
    asked = replace(part("en"), quantity=12)
    words = words_for(asked, SUNDAY, None)
    assert words["amount"] == money(12 * asked.product.cents)
    assert "order" not in words


def test_a_goodwill_amount_never_exceeds_a_fifth_of_the_price() -> None:
    for each in cast(load_shop(), load_scenes(), Random(2)):
        credit = words_for(each, SUNDAY, ORDER)["credit"]
        assert int(credit[1:]) * 100 <= max(10_00, each.product.cents // 5)


def test_tracking_numbers_differ_from_order_to_order() -> None:
    assert len({tracking(str(number)) for number in range(88_000, 88_400)}) == 400
