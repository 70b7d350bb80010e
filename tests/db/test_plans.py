"""How SQLite goes about it: no view, dossier, search or tick reads the whole history."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event

from tests.db.samples import NOON, one_of_each, write_events
from tuiticket.db.reading import SqlReading
from tuiticket.db.store import SqlStore
from tuiticket.db.transaction import SqlTransaction
from tuiticket.engine.model.clock import Clock, FiredStep
from tuiticket.engine.model.customer import Contact, ContactKind
from tuiticket.engine.model.message import Mail, Message
from tuiticket.engine.model.people import Agent, Draft, DraftKind, Notice
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.timer import Timer
from tuiticket.engine.rules.query import parse

Plan = list[str]
SMALL = {
    *("agent", "team", "category", "article", "policy", "membership", "synonyms", "log_head"),
    "CONSTANT",
}
"""Tables that a large desk has few rows of, and none at all."""


@contextmanager
def _plans(file: Path) -> Iterator[list[Plan]]:
    """Collect the plan of every select made in this block, one step a line."""
    asked: list[str] = []
    plans: list[Plan] = []
    traced: list[sqlite3.Connection] = []

    def trace(connection: Connection) -> None:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.set_trace_callback(asked.append)
        traced.append(driver)

    event.listen(Engine, "engine_connect", trace)
    yield plans
    event.remove(Engine, "engine_connect", trace)
    for driver in traced:
        driver.set_trace_callback(None)
    with closing(sqlite3.connect(file)) as raw:
        for sql in asked:
            if sql.startswith("SELECT"):
                rows = raw.execute(f"EXPLAIN QUERY PLAN {sql}")
                plans.append([row[3] for row in rows])


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("state:active", "ix_ticket_urgency"),
        ("state:open,new -kind:repair", "ix_ticket_urgency"),
        ("-state:done priority:>=high", "ix_ticket_urgency"),
        ("team:after-sales state:active", "ix_ticket_urgency or ix_ticket_active_team"),
        ("is:unanswered state:active", "ix_ticket_urgency"),
        ("has:attachment state:active", "ix_ticket_urgency"),
        ("is:late", "ix_ticket_urgency"),
        ("sla:<30m", "ix_ticket_urgency"),
        ("due:today", "ix_ticket_urgency"),
        ("owner:me state:active", "ix_ticket_active_owner"),
        ("is:mine is:late", "ix_ticket_active_owner"),
        ("is:unassigned state:new", "ix_ticket_active_owner"),
        ("is:mine", "ix_ticket_owner_id_state"),
        ("team:none", "ix_ticket_team_id_state"),
        ("is:unanswered", "ix_ticket_unanswered_since"),
        ("kind:repair created:>-1d", "ix_ticket_created_at"),
        ("updated:>-1d", "ix_ticket_updated_at"),
        ("state:closed order:88213", "ix_ticket_order_number"),
        ("state:closed customer:+8613800138000", "ix_ticket_customer_id"),
        ("state:closed tag:vip", "INTEGER PRIMARY KEY"),
        ("state:closed 退款", "INTEGER PRIMARY KEY"),
        ("10482", "INTEGER PRIMARY KEY"),
        ("state:solved sort:-updated", "ix_ticket_state_updated_at"),
        ("state:done -is:spam sort:-updated", "ix_ticket_updated_at"),
        ("state:active -is:snoozed", "ix_ticket_urgency"),
        ("is:mine state:active -is:snoozed", "ix_ticket_active_owner"),
        ("is:snoozed", "INTEGER PRIMARY KEY"),
        ("follow-up:<+1d", "ix_ticket_follow_up_at"),
        ("is:spam", "ix_ticket_state_updated_at"),
        ("is:unread", "ix_ticket_active_owner or ix_ticket_urgency"),
        ("is:watched", "INTEGER PRIMARY KEY"),
        ("has:link", "INTEGER PRIMARY KEY"),
    ],
)
def test_a_view_goes_by_the_index_made_for_it(
    store: SqlStore, file: Path, query: str, index: str
) -> None:
    with _plans(file) as plans, store.reading() as reading:
        reading.queue(parse(query), Agent(id=1, login="alice", name="Alice"), NOON)
    plan = plans[-1]
    first = next(step for step in plan if step.split()[1] == "ticket")
    assert any(f"{name} " in f"{first} " for name in index.split(" or ")), plan
    if index == "ix_ticket_urgency":
        assert not [step for step in plan if "ORDER BY" in step], plan


READINGS: list[Callable[[SqlReading], object]] = [
    lambda reading: reading.dossier(10001),
    lambda reading: reading.lines([10001]),
    lambda reading: reading.lines([10001], Agent(id=1, login="alice", name="Alice")),
    lambda reading: reading.loads([1]),
    lambda reading: reading.inbox(
        Agent(id=1, login="alice", name="Alice"), unseen_only=True, limit=5
    ),
    lambda reading: reading.inbox(
        Agent(id=1, login="alice", name="Alice"), unseen_only=False, limit=5
    ),
    lambda reading: list(reading.events(after=1)),
    lambda reading: list(reading.events(ticket_id=10001)),
    lambda reading: reading.log_head(),
    lambda reading: reading.search("10001 refund", 5),
    lambda reading: reading.articles("refund", 5),
    lambda reading: reading.suggestions(10001, 5),
    lambda reading: reading.find(Contact, kind=ContactKind.MAIL, value="x"),
    lambda reading: reading.find(Draft, ticket_id=1, agent_id=1, kind=DraftKind.REPLY),
    lambda reading: reading.find(Notice, agent_id=1, seen_at=None),
    lambda reading: reading.find(Message, ticket_id=10001),
    lambda reading: reading.find(Message, mail_id="<1@shop.example>"),
    lambda reading: reading.find(Message, in_reply_to="<1@shop.example>"),
    lambda reading: reading.find(Mail, mail_id="x", content_hash="y"),
    lambda reading: reading.find(Clock, ticket_id=10001),
    lambda reading: reading.find(FiredStep, ticket_id=10001),
    lambda reading: reading.find(FiredStep, clock_id=1),
    lambda reading: reading.find(Timer, ticket_id=10001),
    lambda reading: reading.find(Ticket, customer_id=1),
]
WRITINGS: list[Callable[[SqlTransaction], object]] = [
    lambda tx: tx.due(NOON, 5),
    lambda tx: tx.unassigned(5),
    lambda tx: tx.next_number(1),
    lambda tx: tx.last_act("alice"),
    lambda tx: tx.act(1),
    lambda tx: tx.last_event(),
]


def _scanned(plans: list[Plan]) -> list[str]:
    """Return the steps that read all rows of a large table, in whatever order."""
    steps = [step for plan in plans for step in plan if step.startswith("SCAN")]
    return [
        step
        for step in steps
        if "VIRTUAL TABLE" not in step
        and step.split()[1] not in SMALL
        and not step.split()[1].startswith(("anon_", "(subquery"))
    ]


@pytest.mark.parametrize("number", range(len(READINGS)))
def test_no_reading_costs_what_ever_was(store: SqlStore, file: Path, number: int) -> None:
    with store.transaction() as tx:
        one_of_each(tx)
        write_events(tx, ("alice", "ticket.taken", {"ticket": 10001}))
    with _plans(file) as plans, store.reading() as reading:
        READINGS[number](reading)
    assert plans
    assert _scanned(plans) == []


@pytest.mark.parametrize("number", range(len(WRITINGS)))
def test_no_tick_and_no_undo_costs_what_ever_was(store: SqlStore, file: Path, number: int) -> None:
    with store.transaction() as tx:
        write_events(tx, ("alice", "ticket.taken", {"ticket": 10001}))
    with _plans(file) as plans, store.transaction() as tx:
        WRITINGS[number](tx)
    assert plans
    assert _scanned(plans) == []
