"""Queries give the tickets that a naive reading of them gives, in the same order."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event

from tests.db import worlds
from tests.db.oracle import World, expected
from tests.db.samples import NOON, one_of_each
from tuiticket.adapters.stems import stem
from tuiticket.db.store import SqlStore, open_store
from tuiticket.engine.errors import BadInput
from tuiticket.engine.model.people import Agent
from tuiticket.engine.rules.query import FIELDS, Query, parse


@contextmanager
def _desk(new_desk: Path, file: Path, world: World) -> Iterator[SqlStore]:
    shutil.copy(new_desk, file)
    with closing(open_store(file, stem=stem, durable=False)) as store:
        with store.transaction() as tx:
            worlds.store(tx, world)
        yield store
    file.unlink()


# A failing query is told by the assertion; to look for a smaller world as well takes minutes.
@settings(
    max_examples=60,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(world=worlds.worlds(), queries=st.lists(worlds.QUERIES, min_size=5, max_size=10))
def test_a_query_finds_what_it_says(
    new_desk: Path, tmp_path: Path, world: World, queries: list[Query]
) -> None:
    with _desk(new_desk, tmp_path / "world.db", world) as store, store.reading() as reading:
        for query in queries:
            wanted = expected(world, query)
            assert list(reading.queue(query, world.me, world.now)) == wanted, query
            assert reading.count(query, world.me, world.now, 3) == min(len(wanted), 4)


def test_every_filter_is_answered_or_refused_in_words(store: SqlStore) -> None:
    refused = []
    with store.reading() as reading:
        for name in FIELDS:
            value = {"emotion": ">0.5", "number": "5", "sla": "<1h", "sort": "due"}.get(name)
            value = value or (FIELDS[name].words[0].word if FIELDS[name].words else "today")
            try:
                assert list(reading.queue(parse(f"{name}:{value}"), None, NOON)) == []
            except BadInput:
                refused.append(name)
    assert refused == ["emotion"]


def test_wildcards_of_sql_are_ordinary_characters(store: SqlStore) -> None:
    with store.transaction() as tx:
        one_of_each(tx)
    with store.reading() as reading:
        for query in ("category:%", "category:after_sales", "tag:v%", "owner:%", "order:%"):
            assert list(reading.queue(parse(query), None, NOON)) == [], query


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("state:active", "ix_ticket_urgency"),
        ("state:open,new -kind:repair", "ix_ticket_urgency"),
        ("-state:done priority:>=high", "ix_ticket_urgency"),
        ("team:after-sales state:active", "ix_ticket_urgency"),
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
    ],
)
def test_no_view_reads_the_whole_history(
    store: SqlStore, file: Path, query: str, index: str
) -> None:
    plan = _plan(store, file, query)
    tickets = [step for step in plan if step.split()[1] == "ticket"]
    assert tickets[0].endswith(index) or f"{index} " in tickets[0], plan
    assert not [step for step in plan if step.split()[:2] == ["SCAN", "contact"]]
    if index == "ix_ticket_urgency":
        assert not [step for step in plan if "ORDER BY" in step], plan


def _plan(store: SqlStore, file: Path, query: str) -> list[str]:
    """Return how SQLite goes about a query, one step a line."""
    asked: list[tuple[str, tuple[object, ...]]] = []

    def note(_connection: object, _cursor: object, sql: str, values: object, *_: object) -> None:
        asked.append((sql, values))  # type: ignore[arg-type]

    event.listen(Engine, "before_cursor_execute", note)
    with store.reading() as reading:
        reading.queue(parse(query), Agent(id=1, login="alice", name="Alice"), NOON)
    event.remove(Engine, "before_cursor_execute", note)
    sql, values = asked[-1]
    with closing(sqlite3.connect(file)) as raw:
        return [row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
