"""The saved views and orders, and how a filter narrows them."""

from __future__ import annotations

import pytest

from tests.desks import Shop
from tuiticket.engine.commands.assignment import Take
from tuiticket.engine.commands.conversation import Reply
from tuiticket.engine.model.people import Agent
from tuiticket.engine.model.ticket import Kind, Priority, State
from tuiticket.engine.rules.query import Query, Sort, SortKey, parse
from tuiticket.engine.rules.views import (
    MOST_COUNTED,
    ORDERS,
    VIEWS,
    View,
    counts,
    depends_on_time,
    narrowed,
    order_of,
)

BY_KEY = {view.key: view for view in VIEWS}
URGENCY = ORDERS[0]


def seen(shop: Shop, view: str, login: str = "chen") -> list[int]:
    """The tickets of a view for somebody, now."""
    with shop.desk.reading() as reading:
        me = reading.find(Agent, login=login)[0]
        return list(reading.queue(BY_KEY[view].query, me, shop.desk.now()))


def test_each_view_shows_what_its_name_says(shop: Shop) -> None:
    mine = shop.open("Mine", by="chen", team="logistics")
    shop.do(Take(ticket=mine), by="chen")
    free = shop.open("Free", by="chen", team="logistics")
    unrouted = shop.open("Whose?", by="chen", kind=Kind.ENQUIRY)
    waiting = shop.open("Waits", by="chen", team="logistics")
    shop.do(Reply(ticket=waiting, body="Which colour?", then=State.WAITING_CUSTOMER), by="chen")
    solved = shop.open("Solved", by="chen", team="logistics")
    shop.do(Reply(ticket=solved, body="Done.", then=State.SOLVED), by="chen")
    late = shop.open("Late", by="chen", team="logistics", priority=Priority.URGENT)
    shop.clock.advance(minutes=31)
    shop.desk.tick()
    assert seen(shop, "mine") == [mine]
    assert set(seen(shop, "team")) == {mine, free, waiting, late}
    assert seen(shop, "late") == [late]
    assert seen(shop, "unrouted") == [unrouted]
    assert seen(shop, "waiting") == [waiting]
    assert set(seen(shop, "unanswered")) == {mine, free, unrouted, late}
    assert set(seen(shop, "active")) == {mine, free, unrouted, waiting, late}
    assert seen(shop, "done") == [solved]
    assert len(seen(shop, "all")) == 6


def test_a_filter_takes_from_a_view_and_never_adds(shop: Shop) -> None:
    complaint = shop.open("Open complaint", kind=Kind.COMPLAINT)
    shop.open("Open enquiry", kind=Kind.ENQUIRY)
    solved = shop.open("Solved complaint", kind=Kind.COMPLAINT)
    shop.do(Reply(ticket=solved, body="Done.", then=State.SOLVED))
    either = parse("kind:complaint OR kind:repair")
    query = narrowed(BY_KEY["active"], either, URGENCY)
    with shop.desk.reading() as reading:
        assert list(reading.queue(query, None, shop.desk.now())) == [complaint]


@pytest.mark.parametrize(
    ("view", "wanted", "order", "sort"),
    [
        ("state:done sort:-updated", "sort:number", 1, "sort:number"),
        ("state:done sort:-updated", "", 1, "sort:due"),
        ("state:done sort:-updated", "", 0, "sort:-updated"),
        ("state:done", "", 0, ""),
    ],
)
def test_the_order_typed_goes_before_the_chosen_one_and_that_before_the_views(
    view: str, wanted: str, order: int, sort: str
) -> None:
    found = narrowed(View("x", "X", view), parse(wanted), ORDERS[order])
    assert found.sort == parse(sort).sort


def test_an_order_is_called_by_its_name() -> None:
    assert order_of(Query()) == "urgency"
    assert order_of(parse("sort:-created")) == "newest"
    assert order_of(Query(sort=(Sort(SortKey.CREATED),))) == "created"


def test_more_than_can_be_counted_only_shows_as_more() -> None:
    found = counts(lambda _query, most: most + 1)
    assert {(one.count, one.capped) for one in found} == {(MOST_COUNTED, True)}
    assert [one.key for one in found] == [view.key for view in VIEWS]
    assert {one.capped for one in counts(lambda _query, _most: 0)} == {False}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", False),
        ("state:active kind:complaint 退款", False),
        ("created:2026-03-01", False),
        ("created:>-7d", True),
        ("kind:repair OR (state:open -created:today)", True),
        ("sla:<30m", True),
        ("is:late", True),
        ("is:unanswered", False),
    ],
)
def test_some_queries_change_with_the_time_alone(text: str, expected: bool) -> None:
    assert depends_on_time(parse(text)) is expected
