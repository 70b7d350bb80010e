"""What the schema does not let in, whoever writes it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.db.samples import NOON, one_of_each, ticket
from tuiticket.db.store import SqlStore
from tuiticket.db.tables import METADATA
from tuiticket.db.types import Enumerated
from tuiticket.engine.errors import Refused
from tuiticket.engine.model.article import Article, ArticleCheck, ArticleLink, ArticleVote
from tuiticket.engine.model.canned import CannedReply
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.clock import Clock, ClockKind, ClockState, FiredStep
from tuiticket.engine.model.customer import Contact
from tuiticket.engine.model.message import Mail, Message
from tuiticket.engine.model.order import Order
from tuiticket.engine.model.people import Agent, Draft, Membership, Team
from tuiticket.engine.model.procedure import Checklist, StepTick
from tuiticket.engine.model.routing import RoutingRule
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.wave import Mark, MarkKind

ENUMERATED = [
    (table.name, column.name)
    for table in METADATA.sorted_tables
    for column in table.columns
    if isinstance(column.type, Enumerated)
]
YES_OR_NO = [("agent", "available"), ("team", "automatic"), ("policy", "pause_on_third")]
YES_OR_NO += [("article_vote", "useful")]
ONCE = [
    Agent,
    Article,
    ArticleCheck,
    ArticleLink,
    ArticleVote,
    CannedReply,
    Category,
    Checklist,
    Contact,
    Draft,
    FiredStep,
    Mail,
    Membership,
    Order,
    RoutingRule,
]
ONCE += [StepTick, Team]


@pytest.fixture(name="raw")
def _raw(store: SqlStore, file: Path) -> Iterator[sqlite3.Connection]:
    """A desk with one of each, held by somebody who does not know our rules."""
    with store.transaction() as tx:
        stored = one_of_each(tx)
        tx.sight(stored[Ticket], [Mark(MarkKind.WORD, "strike")], NOON)
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("PRAGMA foreign_keys = ON")
        yield raw


@pytest.mark.parametrize(("table", "column"), [*ENUMERATED, *YES_OR_NO])
def test_an_enumerated_column_takes_only_its_members(
    raw: sqlite3.Connection, table: str, column: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        raw.execute(f'UPDATE "{table}" SET {column} = 77')


def test_every_enumeration_is_among_them() -> None:
    assert {("ticket", "state"), ("ticket", "priority"), ("policy", "kind")} <= set(ENUMERATED)
    assert len(ENUMERATED) == 32


@pytest.mark.parametrize(
    ("table", "column"),
    [(table.name, c.name) for table in METADATA.sorted_tables for c in table.c if not c.nullable],
)
def test_what_has_no_none_takes_none(raw: sqlite3.Connection, table: str, column: str) -> None:
    raw.execute("DROP TRIGGER event_unchanged")
    if table == "event":
        raw.execute("INSERT INTO event VALUES (1, 1, 1, 'a', 'cli', 'k', NULL, '', '', '', '')")
    with pytest.raises(sqlite3.Error, match=r"NOT NULL|datatype"):
        raw.execute(f'UPDATE "{table}" SET {column} = NULL')


@pytest.mark.parametrize("cls", ONCE, ids=lambda cls: cls.__name__)
def test_what_names_one_thing_names_no_other(store: SqlStore, cls: type) -> None:
    with store.transaction() as tx:
        value = one_of_each(tx)[cls]
    with pytest.raises(Refused, match="UNIQUE"), store.transaction() as tx:
        tx.insert(replace(value, id=0))


def test_a_message_id_may_come_twice_for_two_of_our_mailboxes(store: SqlStore) -> None:
    with store.transaction() as tx:
        said: Message = one_of_each(tx)[Message]
        tx.insert(replace(said, id=0))
        assert len(tx.find(Message, mail_id=said.mail_id)) == 2


def test_a_ticket_has_one_living_clock_of_a_kind(store: SqlStore) -> None:
    with store.transaction() as tx:
        clock: Clock = one_of_each(tx)[Clock]
        tx.insert(replace(clock, id=0, state=ClockState.MET, stopped_at=NOON))
        tx.insert(replace(clock, id=0, kind=ClockKind.FIRST_RESPONSE))
    paused = replace(clock, id=0, state=ClockState.PAUSED)
    with pytest.raises(Refused, match="UNIQUE"), store.transaction() as tx:
        tx.insert(paused)


def test_nothing_belongs_to_what_is_not_there(store: SqlStore) -> None:
    with pytest.raises(Refused, match="go by it already"), store.transaction() as tx:
        tx.insert(ticket(10001, customer_id=7))
    with store.reading() as reading:
        assert reading.lines([10001]) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET actor = 'mallory'",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event VALUES (1, 1, 1, 'm', 'cli', 'k', NULL, '', '', '', '')",
    ],
)
def test_the_log_is_only_added_to(raw: sqlite3.Connection, statement: str) -> None:
    raw.execute("INSERT INTO event VALUES (1, 1, 1, 'a', 'cli', 'k', NULL, '', '', '', '')")
    with pytest.raises(sqlite3.IntegrityError, match="log"):
        raw.execute(statement)
