"""What a transaction finds, gives out and hands over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.db.samples import HOUR, NOON, customer, one_of_each, ticket, write_events
from tuiticket.db.store import SqlStore
from tuiticket.db.transaction import SqlTransaction
from tuiticket.engine.errors import Refused, Stale
from tuiticket.engine.model.customer import Customer
from tuiticket.engine.model.people import Agent, Draft, Notice, Team
from tuiticket.engine.model.queue import Waiting
from tuiticket.engine.model.ticket import State, Ticket
from tuiticket.engine.model.timer import Due, Timer


@pytest.fixture(name="tx")
def _tx(store: SqlStore) -> Iterator[SqlTransaction]:
    """A transaction on a desk with one of each."""
    with store.transaction() as tx:
        one_of_each(tx)
        yield tx


def test_values_are_found_by_equality_of_fields(tx: SqlTransaction) -> None:
    for number, order in ((10002, "A-1"), (10003, None)):
        tx.insert(ticket(number, order_number=order, state=State.SOLVED))
    numbers = {
        "none": [t.id for t in tx.find(Ticket, order_number=None)],
        "one": [t.id for t in tx.find(Ticket, order_number="A-1", state=State.SOLVED)],
        "any of": [t.id for t in tx.find(Ticket, order_number=("A-1", "A-88213"))],
        "any of none": [t.id for t in tx.find(Ticket, order_number=())],
        "a set": [t.id for t in tx.find(Ticket, state={State.SOLVED})],
        "all": [t.id for t in tx.find(Ticket)],
    }
    assert numbers == {
        "none": [10003],
        "one": [10002],
        "any of": [10001, 10002],
        "any of none": [],
        "a set": [10002, 10003],
        "all": [10001, 10002, 10003],
    }


def test_what_was_written_is_read_in_the_same_transaction(tx: SqlTransaction) -> None:
    stored = tx.get(Customer, 1)
    assert stored is not None
    tx.update(replace(stored, name="Renamed"))
    changed = tx.get(Customer, 1)
    assert changed == replace(stored, name="Renamed", version=stored.version + 1)
    assert tx.find(Customer, name="Renamed") == [changed]


def test_a_change_of_what_is_gone_is_stale(tx: SqlTransaction) -> None:
    with pytest.raises(Stale):
        tx.update(replace(customer(), id=99))


def test_numbers_given_out_by_the_store_are_not_given_out_again(tx: SqlTransaction) -> None:
    second = tx.insert(customer("Second"))
    tx.delete(Customer, second.id)
    assert tx.get(Customer, second.id) is None
    assert tx.insert(customer("Third")).id == second.id + 1
    assert tx.insert(replace(second, name="Back again")).id == second.id


def test_the_next_ticket_is_the_one_after_the_highest_there_ever_was(store: SqlStore) -> None:
    with store.transaction() as tx:
        assert tx.next_number(10_001) == 10_001
        one_of_each(tx)
        assert tx.next_number(1) == 10_002
        assert tx.next_number(20_000) == 20_000
        write_events(tx, ("alice", "ticket.opened", {"ticket": 10_400}))
        assert tx.next_number(1) == 10_401


def test_what_only_follows_goes_with_its_ticket(tx: SqlTransaction) -> None:
    tx.insert(ticket(10002))
    tx.insert(Timer(due=Due.CLOSE, ticket_id=10002, fire_at=NOON))
    tx.insert(Notice(agent_id=1, ticket_id=10002, at=NOON, about="late"))
    tx.delete(Ticket, 10002)
    assert [tx.find(cls, ticket_id=10002) for cls in (Timer, Notice, Draft)] == [[], [], []]


def test_what_was_said_keeps_its_ticket(store: SqlStore) -> None:
    with store.transaction() as tx:
        one_of_each(tx)
    with pytest.raises(Refused, match="go by it already"), store.transaction() as tx:
        tx.delete(Ticket, 10001)
    with store.reading() as reading:
        assert [hit.id for hit in reading.search("Parcel late", 5).hits] == [10001]


def test_timers_are_due_in_their_order(tx: SqlTransaction) -> None:
    for hours in (3, -1, 0, -2):
        tx.insert(Timer(due=Due.CLOSE, ticket_id=10001, fire_at=NOON + hours * HOUR))
    fired = [timer.fire_at for timer in tx.due(NOON, 10)]
    assert fired == [NOON - 2 * HOUR, NOON - HOUR, NOON, NOON]
    assert [timer.fire_at for timer in tx.due(NOON, 1)] == [NOON - 2 * HOUR]


def test_tickets_wait_to_be_handed_out_by_urgency_then_age(tx: SqlTransaction) -> None:
    manual = tx.insert(Team(key="logistics", name="Logistics", automatic=False))
    told: dict[int, dict[str, Any]] = {
        1: {"urgency": 5, "created_at": NOON},
        2: {"urgency": 9, "created_at": NOON},
        3: {"urgency": 5, "created_at": NOON - HOUR, "state": State.NEW},
        4: {"urgency": 9, "owner_id": 1},
        5: {"urgency": 9, "state": State.WAITING_CUSTOMER},
        6: {"urgency": 9, "team_id": manual.id},
        7: {"urgency": 9, "team_id": None},
        8: {"urgency": 9, "state": State.SOLVED},
    }
    for number, fields in told.items():
        tx.insert(ticket(number, **{"team_id": 1, **fields}))
    assert [t.id for t in tx.unassigned(10)] == [2, 3, 1]
    assert [t.id for t in tx.unassigned(2)] == [2, 3]


def test_those_that_nobody_suits_are_passed_over_with_all_that_want_fewer(
    tx: SqlTransaction,
) -> None:
    for number, excluded in enumerate([(), (1,), (1,), (2,), (1, 2)], 1):
        tx.insert(ticket(number, team_id=1, urgency=9 - number, excluded=excluded))

    def left(*without: Waiting) -> list[int]:
        return [t.id for t in tx.unassigned(10, without)]

    assert left() == [1, 2, 3, 4, 5]
    assert left(Waiting(1, None, 0, 0, (1,))) == [1, 4, 5]
    assert left(Waiting(1, None, 0, 0, (1,)), Waiting(1, None, 0, 0, (2,))) == [1, 5]
    assert left(Waiting(1, None, 0, 0)) == []
    assert left(Waiting(1, "glass", 0, 0), Waiting(2, None, 0, 0)) == [1, 2, 3, 4, 5]


def test_a_load_is_what_waits_for_us_and_a_quarter_of_what_waits(tx: SqlTransaction) -> None:
    idle = tx.insert(Agent(login="bo", name="Bo"))
    for number, state in enumerate(State, 1):
        tx.insert(ticket(number, state=state, owner_id=1))
    loads = tx.loads([idle.id, 1])
    assert [(load.agent_id, load.acting, load.waiting, load.weighed) for load in loads] == [
        (idle.id, 0, 0, 0.0),
        (1, 4, 2, 4.5),
    ]
