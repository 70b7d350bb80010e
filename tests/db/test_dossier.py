"""Everything about a ticket comes together, and nothing of another."""

from __future__ import annotations

import pytest

from tests.db.samples import HOUR, NOON, customer, message, one_of_each, ticket, write_events
from tuiticket.db.store import SqlStore
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.clock import Clock, Policy
from tuiticket.engine.model.customer import Contact, Customer
from tuiticket.engine.model.message import Attachment, Message
from tuiticket.engine.model.order import Order
from tuiticket.engine.model.people import Agent, Team
from tuiticket.engine.model.ticket import State, Ticket


@pytest.fixture(name="desk")
def _desk(store: SqlStore) -> dict[type, object]:
    """One of each, and a second customer's ticket with a message and an event of its own."""
    with store.transaction() as tx:
        there = one_of_each(tx)
        other = tx.insert(customer("Other"))
        tx.insert(ticket(10002, customer_id=other.id))
        tx.insert(message(10002, "not yours"))
        write_events(tx, ("alice", "ticket.opened", {"ticket": 10001}))
        write_events(tx, ("alice", "ticket.opened", {"ticket": 10002}))
        write_events(tx, ("alice", "ticket.taken", {"ticket": 10001}))
    return there


def test_a_dossier_holds_what_belongs_to_the_ticket(
    store: SqlStore, desk: dict[type, object]
) -> None:
    with store.reading() as reading:
        dossier = reading.dossier(10001)
    assert dossier is not None
    assert dossier.ticket == desk[Ticket]
    assert dossier.customer == desk[Customer]
    assert dossier.contacts == (desk[Contact],)
    assert dossier.messages == (desk[Message],)
    assert dossier.clocks == (desk[Clock],)
    assert dossier.policies == (desk[Policy],)
    assert dossier.agents == (desk[Agent],)
    assert dossier.owner == desk[Agent]
    assert (dossier.team, dossier.category) == (desk[Team], desk[Category])
    assert dossier.order == desk[Order]
    assert [event.id for event in dossier.events] == [1, 3]
    assert dossier.others == ()


def test_attachments_come_without_their_content_and_that_on_demand(
    store: SqlStore, desk: dict[type, object]
) -> None:
    stored = desk[Attachment]
    assert isinstance(stored, Attachment)
    with store.reading() as reading:
        dossier = reading.dossier(10001)
        content = reading.attachment(stored.id)
        nothing = reading.attachment(99)
    assert dossier is not None
    assert [(a.name, a.size, a.content) for a in dossier.attachments] == [("灯.jpg", 3, None)]
    assert (content, nothing) == (b"\0\xff\n", None)


def test_messages_stand_in_the_order_they_were_said(store: SqlStore) -> None:
    with store.transaction() as tx:
        one_of_each(tx)
        tx.insert(message(10001, "later", at=NOON + HOUR))
        tx.insert(message(10001, "imported from long ago", at=NOON - HOUR))
    with store.reading() as reading:
        dossier = reading.dossier(10001)
    assert dossier is not None
    assert [m.body for m in dossier.messages] == [
        "imported from long ago",
        "退款三天没到账",
        "later",
    ]


def test_the_customers_other_open_tickets_come_newest_first(store: SqlStore) -> None:
    with store.transaction() as tx:
        one_of_each(tx)
        for number, state in ((3, State.NEW), (4, State.CLOSED), (5, State.WAITING_THIRD)):
            tx.insert(ticket(10000 + number, state=state))
    with store.reading() as reading:
        dossier = reading.dossier(10001)
    assert dossier is not None
    assert [line.id for line in dossier.others] == [10005, 10003]


def test_a_bare_ticket_has_a_dossier_too_and_an_unknown_one_none(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.insert(customer())
        tx.insert(ticket(1, order_number="unknown"))
    with store.reading() as reading:
        dossier = reading.dossier(1)
        assert reading.dossier(2) is None
    assert dossier is not None
    assert (dossier.owner, dossier.team, dossier.category, dossier.order) == (None,) * 4
    assert (dossier.messages, dossier.clocks, dossier.policies) == ((), (), ())


def test_small_tables_are_read_whole(store: SqlStore, desk: dict[type, object]) -> None:
    with store.reading() as reading:
        assert reading.all(Article) == [desk[Article]]
        assert reading.find(Agent, login="alice") == [desk[Agent]]
        assert reading.find(Agent, login="bo") == []
        assert reading.settings().name == "栖木家居"
        assert [load.acting for load in reading.loads([1])] == [1]
