"""The lines of a list: names instead of ids, in the order asked."""

from __future__ import annotations

from tests.db.samples import NOON, one_of_each, ticket
from tuiticket.db.store import SqlStore
from tuiticket.engine.model.clock import ClockKind
from tuiticket.engine.model.ticket import Channel, Kind, Priority, State


def test_a_line_tells_the_ticket_and_who_is_behind_it(store: SqlStore) -> None:
    with store.transaction() as tx:
        one_of_each(tx)
    with store.reading() as reading:
        (line,) = reading.lines([10001])
    told = {
        "subject": "Parcel late",
        "kind": Kind.SERVICE,
        "state": State.OPEN,
        "priority": Priority.NORMAL,
        "channel": Channel.MAIL,
        "customer": "Wang Fang",
        "customer_tags": ("vip",),
        "team": "after-sales",
        "owner": "alice",
        "category": "after-sales/refund",
        "order_number": "A-88213",
        "tags": ("vip", "急"),
        "created_at": NOON,
        "next_clock": ClockKind.RESOLUTION,
        "next_due_at": None,
    }
    assert {name: getattr(line, name) for name in told} == told
    assert all(type(getattr(line, name)) is type(told[name]) for name in told)


def test_what_a_ticket_lacks_is_none(store: SqlStore) -> None:
    with store.transaction() as tx:
        one_of_each(tx)
        tx.insert(ticket(5))
    with store.reading() as reading:
        (line,) = reading.lines([5])
    assert (line.team, line.owner, line.category, line.order_number) == (None,) * 4


def test_lines_come_in_the_order_asked_without_those_that_are_gone(store: SqlStore) -> None:
    numbers = list(range(1, 12_001))
    with store.transaction() as tx:
        one_of_each(tx)
        for number in (3, 7, 11_999):
            tx.insert(ticket(number))
    with store.reading() as reading:
        assert [line.id for line in reading.lines([7, 99, 3])] == [7, 3]
        assert [line.id for line in reading.lines(numbers[::-1])] == [11_999, 10_001, 7, 3]
        assert reading.lines([]) == []
