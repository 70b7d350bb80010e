"""Queries give the tickets that a naive reading of them gives, in the same order."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.db import worlds
from tests.db.oracle import World, expected
from tests.db.samples import NOON, one_of_each
from tuiticket.adapters.stems import stem
from tuiticket.db.store import SqlStore, open_store
from tuiticket.engine.errors import BadInput
from tuiticket.engine.rules.query import FIELDS, And, Query, parse


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
        for query in [*queries, *map(_of_active, queries)]:
            wanted = expected(world, query)
            assert list(reading.queue(query, world.me, world.now)) == wanted, query
            assert reading.count(query, world.me, world.now, 3) == min(len(wanted), 4)


def _of_active(query: Query) -> Query:
    """Return the query for active tickets only, which is asked in another way."""
    return Query(And((parse("state:active").where, query.where)), query.sort)


USUAL = {"emotion": ">0.5", "number": "5", "sla": "<1h", "sort": "due", "wave": "5"}
"""Values for fields that take no word."""


def test_every_filter_is_answered_or_refused_in_words(store: SqlStore) -> None:
    refused = []
    with store.reading() as reading:
        for name in FIELDS:
            value = USUAL.get(name)
            value = value or (FIELDS[name].words[0].word if FIELDS[name].words else "today")
            try:
                assert list(reading.queue(parse(f"{name}:{value}"), None, NOON)) == []
            except BadInput:
                refused.append(name)
    assert refused == []


def test_wildcards_of_sql_are_ordinary_characters(store: SqlStore) -> None:
    with store.transaction() as tx:
        one_of_each(tx)
    with store.reading() as reading:
        for query in ("category:%", "category:after_sales", "tag:v%", "owner:%", "order:%"):
            assert list(reading.queue(parse(query), None, NOON)) == [], query
