"""What the store keeps beside the values so that they are found: their words and their tags.

The words lie in FTS5 tables without content: they hold the tokens that we cut ourselves and nothing
of the text, so a document is taken out by telling the index the same tokens again. Every document
follows from one value alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    column,
    literal_column,
    select,
    table,
)

from tuiticket.db import vocabulary
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.customer import Contact, Customer
from tuiticket.engine.model.message import Message
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.rules.tokens import FTS_TOKENIZE, Stem, article_tokens, index_tokens

SHORTEST_NUMBER = 7
"""Digits by which a phone number is found without its country and area."""

_REPLY = re.compile(r"\s*(re|aw|sv|antw|rép|回复|答复|回覆)(\[\d+\])?\s*[:：]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Document:
    """How a class of the model is indexed: the table, its columns, and their tokens.

    The columns bear the names of the fields they hold; `besides` are fields that add to them.
    Every word in another column than the first takes two bytes more, so the longest text is first.
    """

    table: str
    columns: tuple[str, ...]
    tokens: Callable[[Any, Stem], tuple[list[str], ...]]
    besides: tuple[str, ...] = ()

    @property
    def ddl(self) -> str:
        """The SQL that makes the table."""
        columns = ", ".join(self.columns)
        options = f"content='', tokenize='{FTS_TOKENIZE}'"
        return f"CREATE VIRTUAL TABLE {self.table} USING fts5({columns}, {options})"


def _ticket(ticket: Ticket, stem: Stem) -> tuple[list[str], ...]:
    return (index_tokens(ticket.subject, stem),)


def _message(message: Message, stem: Stem) -> tuple[list[str], ...]:
    """Return the tokens of a message; the subject line of a mere reply says nothing new."""
    subject = "" if _REPLY.match(message.subject) else message.subject
    return index_tokens(message.body, stem), index_tokens(subject, stem)


def _article(article: Article, stem: Stem) -> tuple[list[str], ...]:
    """Return the tokens of an article; what else it is asked as counts as part of its text."""
    body = "\n".join((article.body, *article.asked_as))
    return article_tokens(article.title, stem), article_tokens(body, stem)


def _customer(customer: Customer, stem: Stem) -> tuple[list[str], ...]:
    return (index_tokens(customer.name, stem),)


def _contact(contact: Contact, stem: Stem) -> tuple[list[str], ...]:
    """Return the tokens of an address; of a long number also its ends, as people say it at home."""
    tokens = index_tokens(contact.value, stem)
    number = contact.value.removeprefix("+")
    if number.isdecimal():
        tokens += [number[i:] for i in range(1, len(number) - SHORTEST_NUMBER + 1)]
    return (tokens,)


DOCUMENTS: Mapping[type[Any], Document] = {
    Ticket: Document("ticket_words", ("subject",), _ticket),
    Message: Document("message_words", ("body", "subject"), _message),
    Article: Document("article_words", ("title", "body"), _article, ("asked_as",)),
    Customer: Document("customer_words", ("name",), _customer),
    Contact: Document("contact_words", ("value",), _contact),
}
"""Everything that is searched by its words. A row's id is the value's id."""

COUNTED: tuple[type[Any], ...] = (Ticket, Message, Article)
"""Whose words are counted in the vocabulary of the desk; names and numbers are not."""

NEW = "new_"
"""What the name of a table begins with that is to take the place of one of the index."""

TAGGED: Mapping[type[Any], str] = {Ticket: "ticket", Customer: "customer"}
"""Everything that is found by its tags, and the name its tables begin with."""


def matching(
    cls: type[Any], expression: str, first: ColumnElement[int] | None = None
) -> Select[tuple[int]]:
    """The ids of the values whose words an FTS5 expression matches, from the `first` one on."""
    name = DOCUMENTS[cls].table
    words = table(name, column("rowid", Integer()))
    matches = select(words.c.rowid).where(literal_column(name).op("MATCH")(expression))
    return matches if first is None else matches.where(words.c.rowid >= first)


class Index:
    """The index, kept in step with the values as they change."""

    def __init__(self, connection: Connection, stem: Stem) -> None:
        self._connection = connection
        self._stem = stem
        self._under_way: dict[str, int] | None = None

    def follow(self, old: Any, new: Any) -> None:
        """Take in that `old` became `new`; either is None where a value came or went."""
        cls = type(old if new is None else new)
        if cls in DOCUMENTS and _differ(DOCUMENTS[cls], old, new):
            self._words(DOCUMENTS[cls], old, new, counted=cls in COUNTED)
        if cls in TAGGED:
            self._tags(TAGGED[cls], old, new)

    def _words(self, document: Document, old: Any, new: Any, *, counted: bool) -> None:
        before = self._tokens(document, old)
        after = self._tokens(document, new)
        for name, up_to in {document.table: None, **self._new_ones(document)}.items():
            here = replace(document, table=name)
            if old is not None and (up_to is None or old.id <= up_to):
                take_out(self._connection, here, old.id, before)
            if new is not None and (up_to is None or new.id <= up_to):
                put(self._connection, here, new.id, after)
        if counted:
            vocabulary.count(self._connection, set(chain(*before)), set(chain(*after)))

    def _new_ones(self, document: Document) -> dict[str, int]:
        """The table that is to take the place of the document's, if one is being filled.

        Up to the id it has come to it is kept in step; the rest it will find as it is then.
        """
        if self._under_way is None:
            begun = self._connection.exec_driver_sql(
                f"SELECT name FROM sqlite_schema WHERE name IN ({_NEW_ONES})"
            )
            tables = begun.scalars().all()
            self._under_way = {name: documents_in(self._connection, name) for name in tables}
        name = f"{NEW}{document.table}"
        return {name: self._under_way[name]} if name in self._under_way else {}

    def _tokens(self, document: Document, value: Any) -> tuple[list[str], ...]:
        return () if value is None else document.tokens(value, self._stem)

    def _tags(self, name: str, old: Any, new: Any) -> None:
        before = set() if old is None else set(map(str.casefold, old.tags))
        after = set() if new is None else set(map(str.casefold, new.tags))
        for tag in before - after:
            sql = f"DELETE FROM {name}_tag WHERE tag = ? AND {name}_id = ?"
            self._connection.exec_driver_sql(sql, (tag, old.id))
        for tag in after - before:
            sql = f"INSERT INTO {name}_tag (tag, {name}_id) VALUES (?, ?)"
            self._connection.exec_driver_sql(sql, (tag, new.id))


_NEW_ONES = ", ".join(f"'{NEW}{document.table}'" for document in DOCUMENTS.values())


def documents_in(connection: Connection, table: str) -> int:
    """The highest id that a table of the index holds, 0 if none."""
    found = connection.exec_driver_sql(f"SELECT max(id) FROM {table}_docsize").scalar()
    return int(found or 0)


def put(
    connection: Connection, document: Document, id_: int, tokens: tuple[list[str], ...]
) -> None:
    """Put a document's tokens, column by column, into its table."""
    columns, marks = ", ".join(document.columns), ", ".join("?" * len(document.columns))
    connection.exec_driver_sql(
        f"INSERT INTO {document.table} (rowid, {columns}) VALUES (?, {marks})",
        (id_, *map(" ".join, tokens)),
    )


def take_out(
    connection: Connection, document: Document, id_: int, tokens: tuple[list[str], ...]
) -> None:
    """Take a document out of its table; the tokens must be those that were put in."""
    columns, marks = ", ".join(document.columns), ", ".join("?" * len(document.columns))
    connection.exec_driver_sql(
        f"INSERT INTO {document.table} ({document.table}, rowid, {columns})"
        f" VALUES ('delete', ?, {marks})",
        (id_, *map(" ".join, tokens)),
    )


def _differ(document: Document, old: Any, new: Any) -> bool:
    """Whether the index must take note of the change."""
    if old is None or new is None:
        return True
    return any(
        getattr(old, name) != getattr(new, name) for name in (*document.columns, *document.besides)
    )
