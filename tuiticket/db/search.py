"""Full-text search: the newest finds first, in tickets, messages and articles.

Only the newest finds of each kind are looked at. The index gives them without visiting the others,
so a word that stands in every message costs no more than a rare one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, literal_column, or_, select, union

from tuiticket.db.filters import order_number, ticket_number
from tuiticket.db.index import SHORTEST_NUMBER, matching
from tuiticket.db.mapping import mapping
from tuiticket.db.snippets import snippet
from tuiticket.db.values import read
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.customer import Contact, Customer
from tuiticket.engine.model.dossier import ArticleHit, Hit, HitKind
from tuiticket.engine.model.message import Message
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.rules.tokens import Stem, any_expression, match_expression

NEWEST = 500
"""Finds of each kind that are looked at."""

TITLE_WEIGHT = 6.0
"""How much more a word counts in an article's title than in its text."""

WORDS = 24
"""Different words of a question to the knowledge base that are asked for."""

_TICKET, _MESSAGE = mapping(Ticket).table, mapping(Message).table
_NUMBER = re.compile(r"[\s()+./-]*")


def search(connection: Connection, text: str, limit: int, stem: Stem) -> list[Hit]:
    """Tickets, messages and articles that hold all the words, newest first, each ticket once.

    A ticket's number, an order's, a customer's name, address or phone number find their tickets
    too; the ticket of that number comes first.
    """
    expression = match_expression(text, stem)
    if expression is None:
        return []
    hits = _messages(connection, text, expression, limit, stem)
    seen = {hit.id for hit in hits}
    tickets = _tickets(connection, text, expression, limit)
    hits += [_ticket_hit(ticket, text, stem) for ticket in tickets if ticket.id not in seen]
    hits += _articles(connection, text, expression, limit, stem)
    hits.sort(key=lambda hit: hit.at, reverse=True)
    named = [_ticket_hit(ticket, text, stem) for ticket in _named(connection, text)]
    ids = {hit.id for hit in named}
    others = [hit for hit in hits if hit.kind is HitKind.ARTICLE or hit.id not in ids]
    return [*named, *others][:limit]


def _newest(matches: Select[tuple[int]]) -> Select[tuple[int]]:
    return matches.order_by(literal_column("rowid").desc()).limit(NEWEST)


def _messages(
    connection: Connection, text: str, expression: str, limit: int, stem: Stem
) -> list[Hit]:
    """Return the newest message with the words of each ticket."""
    statement = (
        select(_MESSAGE.c.ticket_id, _MESSAGE.c.id)
        .where(_MESSAGE.c.id.in_(_newest(matching(Message, expression))))
        .where(_MESSAGE.c.withdrawn_at.is_(None))
        .order_by(_MESSAGE.c.at, _MESSAGE.c.id)
    )
    newest: dict[int, int] = {}
    for ticket_id, message_id in connection.execute(statement):
        newest.pop(ticket_id, None)
        newest[ticket_id] = message_id
    chosen = list(newest.values())[::-1][:limit]
    rows = connection.execute(
        select(_MESSAGE.c.ticket_id, _MESSAGE.c.body, _MESSAGE.c.at, _TICKET.c.subject)
        .join_from(_MESSAGE, _TICKET, _MESSAGE.c.ticket_id == _TICKET.c.id)
        .where(_MESSAGE.c.id.in_(chosen))
    )
    return [
        _hit(HitKind.MESSAGE, row.ticket_id, row.subject, snippet(row.body, text, stem), row.at)
        for row in rows
    ]


def _tickets(connection: Connection, text: str, expression: str, limit: int) -> list[Ticket]:
    """Return the newest tickets with the words in their subject or of a customer so named."""
    contact = mapping(Contact).table.c
    addresses = _newest(matching(Contact, _number(text) or expression))
    customers = union(
        select(_newest(matching(Customer, expression)).subquery().c.rowid),
        select(contact.customer_id).where(contact.id.in_(addresses)),
    )
    found: list[Ticket] = []
    for condition in (
        _TICKET.c.id.in_(_newest(matching(Ticket, expression))),
        _TICKET.c.customer_id.in_(customers),
    ):
        found += read(connection, Ticket, condition, order=(_TICKET.c.id.desc(),), limit=limit)
    return list({ticket.id: ticket for ticket in found}.values())


def _number(text: str) -> str | None:
    """Return the expression for a phone number as people write it, or None if it is none."""
    digits = _NUMBER.sub("", text).lstrip("0")
    is_number = digits.isascii() and digits.isdecimal() and len(digits) >= SHORTEST_NUMBER
    return f'"{digits}"' if is_number else None


def _named(connection: Connection, text: str) -> list[Ticket]:
    """Return the tickets that bear the number, or whose order does."""
    condition = or_(ticket_number(text), order_number(text))
    found = read(connection, Ticket, condition, order=(_TICKET.c.id.desc(),), limit=NEWEST)
    return sorted(found, key=lambda ticket: str(ticket.id) != text.strip().removeprefix("#"))


def _articles(
    connection: Connection, text: str, expression: str, limit: int, stem: Stem
) -> list[Hit]:
    article = mapping(Article).table.c
    found = article.id.in_(_newest(matching(Article, expression)))
    return [
        _hit(HitKind.ARTICLE, a.id, a.title, snippet(a.body, text, stem), a.updated_at)
        for a in read(connection, Article, found, order=(article.updated_at.desc(),), limit=limit)
    ]


def _ticket_hit(ticket: Ticket, text: str, stem: Stem) -> Hit:
    found = snippet(ticket.subject, text, stem)
    at = ticket.last_message_at or ticket.created_at
    return _hit(HitKind.TICKET, ticket.id, ticket.subject, found, at)


def _hit(kind: HitKind, id_: int, title: str, found: tuple[str, Any], at: Any) -> Hit:
    return Hit(kind=kind, id=id_, title=title, snippet=found[0], marks=found[1], at=at)


def articles(connection: Connection, text: str, limit: int, stem: Stem) -> list[ArticleHit]:
    """Articles that hold any of the words, best first; all by title where nothing is asked.

    The last word may still be in the writing: it also finds what begins with it.
    """
    article = mapping(Article).table.c
    if not text.strip():
        by_title = (article.title, article.id)
        return _article_hits(read(connection, Article, order=by_title, limit=limit), text, stem)
    begun = None if text.endswith(" ") else match_expression(f"{text.split()[-1]}*", stem)
    wanted = [part for part in (any_expression(text, stem, WORDS), begun) if part]
    if not wanted:
        return []
    best = _best(connection, " OR ".join(wanted), limit)
    found = {each.id: each for each in read(connection, Article, article.id.in_(best))}
    return _article_hits((found[id_] for id_ in best), text, stem)


def _best(connection: Connection, expression: str, limit: int) -> list[int]:
    """Return the articles that fit best among the newest that match."""
    score: ColumnElement[float] = literal_column(f"bm25(article_words, {TITLE_WEIGHT}, 1.0)")
    matches = _newest(matching(Article, expression)).add_columns(score)
    ranked = sorted((rank, -id_) for id_, rank in connection.execute(matches))
    return [-id_ for _rank, id_ in ranked[:limit]]


def _article_hits(found: Iterable[Article], text: str, stem: Stem) -> list[ArticleHit]:
    hits = ((article, *snippet(article.body, text, stem)) for article in found)
    return [ArticleHit(article=a, snippet=line, marks=marks) for a, line, marks in hits]
