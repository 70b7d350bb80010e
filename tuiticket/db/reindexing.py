"""Building the search index anew from the values, while others go on working.

New tables are filled in portions, each in a transaction of its own; what changes meanwhile is
followed in both (see `Index`). At the end the new ones take the place of the old in one step, and
the words are counted again. One that was broken off leaves the old index as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, func, select

from tuiticket.db.index import COUNTED, DOCUMENTS, NEW, documents_in, put
from tuiticket.db.mapping import mapping
from tuiticket.db.values import read
from tuiticket.engine.rules.tokens import Stem

PORTION = 500
"""Values that are indexed in one transaction."""


def reindex(
    writing: Callable[[], AbstractContextManager[Connection]], stem: Stem
) -> Iterator[tuple[int, int]]:
    """Build the index anew; yields how many values are done, and of about how many, by portions.

    `writing` gives a transaction alone on the store.
    """
    with writing() as connection:
        total = sum(_values(connection, cls) for cls in DOCUMENTS)
        for document in DOCUMENTS.values():
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {NEW}{document.table}")
            connection.exec_driver_sql(replace(document, table=f"{NEW}{document.table}").ddl)
    done = 0
    for cls in DOCUMENTS:
        while True:
            with writing() as connection:
                added = _portion(connection, cls, stem)
            done += added
            yield done, max(done, total)
            if added < PORTION:
                break
    with writing() as connection:
        for cls, document in DOCUMENTS.items():
            while added := _portion(connection, cls, stem):
                done += added
            connection.exec_driver_sql(f"DROP TABLE {document.table}")
            connection.exec_driver_sql(
                f"ALTER TABLE {NEW}{document.table} RENAME TO {document.table}"
            )
        _count_again(connection)
    yield done, done


def _values(connection: Connection, cls: type[Any]) -> int:
    """How many values of a class there are."""
    return connection.execute(select(func.count()).select_from(mapping(cls).table)).scalar_one()


def _portion(connection: Connection, cls: type[Any], stem: Stem) -> int:
    """Index the next values; how many there were."""
    document, id_ = DOCUMENTS[cls], mapping(cls).table.c.id
    table = f"{NEW}{document.table}"
    after = id_ > documents_in(connection, table)
    values = read(connection, cls, after, order=(id_,), limit=PORTION)
    for value in values:
        put(connection, replace(document, table=table), value.id, document.tokens(value, stem))
    return len(values)


def _count_again(connection: Connection) -> None:
    connection.exec_driver_sql("DELETE FROM word")
    for table in (DOCUMENTS[cls].table for cls in COUNTED):
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, {table}, row)"
        )
        connection.exec_driver_sql(
            "INSERT INTO word (token, documents) SELECT term, doc FROM temp.vocabulary WHERE true"
            " ON CONFLICT (token) DO UPDATE SET documents = documents + excluded.documents"
        )
        connection.exec_driver_sql("DROP TABLE temp.vocabulary")
