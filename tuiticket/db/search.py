"""Full-text search: the newest finds first, or the best, among tickets and articles.

Only the newest finds are looked at and ranked. The index gives them without visiting the others,
so a word that stands in every message costs no more than a rare one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, literal_column, or_, select

from tuiticket.db.filters import order_number, ticket_number
from tuiticket.db.finding import Finder, Held, Spot, newest, seconds
from tuiticket.db.index import DOCUMENTS, SHORTEST_NUMBER, matching
from tuiticket.db.knowledge import fitting
from tuiticket.db.mapping import mapping
from tuiticket.db.snippets import snippet
from tuiticket.db.values import find, read
from tuiticket.db.vocabulary import meant
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.customer import Contact
from tuiticket.engine.model.dossier import Findings, Hit, HitKind
from tuiticket.engine.model.message import Message
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.rules.language import guess_language
from tuiticket.engine.rules.question import Place, Question, Term, read_question
from tuiticket.engine.rules.tokens import Stem

RANKED = 500
"""Finds of each kind that are ranked by how much their words weigh; others come after them."""

NEAR = 5
"""Articles that are offered where nothing holds all that is asked."""

COUNTED = 1_000
"""Finds that are counted."""

WEIGHTS: Mapping[type[Ticket | Message | Article], tuple[float, ...]] = {
    Ticket: (4.0,),
    Message: (1.0, 4.0),
    Article: (6.0, 1.0),
}
"""How much a word counts in each column of the index."""

_TICKET, _MESSAGE, _ARTICLE = (mapping(cls).table for cls in (Ticket, Message, Article))
_CONTACT = mapping(Contact).table
_NUMBER = re.compile(r"[\s()+./-]*")


@dataclass(frozen=True, slots=True)
class _Find:
    """A ticket or article that was found, before its words are read."""

    kind: HitKind
    id: int
    spot: Spot


def search(
    connection: Connection, text: str, limit: int, stem: Stem, *, best: bool = False
) -> Findings:
    """Tickets and articles that hold all that is asked, each ticket once.

    A ticket's number, an order's, a customer's name, address or phone number find their tickets
    too; the ticket of that number comes first. Where nothing is found and a word stands nowhere on
    the desk, the word one slip away is looked for in its place, and told; else the articles that
    answer best are told, as the knowledge base finds them.
    """
    question = read_question(text)
    found = _search(connection, question, text, limit, stem, best=best)
    if found.total:
        return found
    others = _in_place_of_slips(connection, question, limit, stem, best=best)
    return others or _near(connection, question, text, stem) or found


def _in_place_of_slips(
    connection: Connection, question: Question, limit: int, stem: Stem, *, best: bool
) -> Findings | None:
    """What is found by the words one slip away from those that stand nowhere; None if nothing."""
    slips = {
        term: word
        for term in question.wanted
        if term.field != "from" and (word := meant(connection, term.words, stem))
    }
    if not slips:
        return None
    terms = tuple(
        replace(term, words=slips[term]) if term in slips else term for term in question.terms
    )
    others = _search(connection, replace(question, terms=terms), "", limit, stem, best=best)
    typed = tuple(term.words for term in slips)
    return replace(others, typed=typed, meant=tuple(slips.values())) if others.total else None


def _near(connection: Connection, question: Question, text: str, stem: Stem) -> Findings | None:
    """The articles that answer a question best which nothing answers word for word.

    None where it is no mere words, or no article speaks of anything in it.
    """
    if not question.plain:
        return None
    answered = fitting(connection, f"{text} ", guess_language(text), stem).items()
    spoken = (each for each in answered if any(len(m.said) > 1 for m in each[1].matches))
    best = dict(islice(spoken, NEAR))
    changed = select(_ARTICLE.c.id, seconds(_ARTICLE.c.updated_at)).where(_ARTICLE.c.id.in_(best))
    at = {row[0]: row[1] for row in connection.execute(changed)}
    finds = [_Find(HitKind.ARTICLE, id_, (at[id_], None)) for id_ in best]
    shown = " ".join(answer.shown for answer in best.values())
    hits = _hits(connection, finds, shown, stem)
    return Findings(hits=hits, total=0, near=True) if hits else None


def _search(
    connection: Connection, question: Question, text: str, limit: int, stem: Stem, *, best: bool
) -> Findings:
    held = Finder(connection, question, stem).tickets()
    called = _of_number(connection, text) if question.plain else {}
    named = _named(connection, text) if question.plain else {}
    finds = [
        _Find(HitKind.TICKET if spot[1] is None else HitKind.MESSAGE, number, spot)
        for number, spot in {**called, **held.tickets}.items()
        if number not in named
    ]
    articles = _articles(connection, question, stem)
    finds += [_Find(HitKind.ARTICLE, id_, spot) for id_, spot in articles.tickets.items()]
    finds.sort(key=lambda find: find.spot[0], reverse=True)
    if best:
        scores = _scores(connection, question, finds, stem)
        finds.sort(key=lambda find: scores.get((find.kind is HitKind.ARTICLE, find.id), 0.0))
    finds = [*(_Find(HitKind.TICKET, id_, spot) for id_, spot in named.items()), *finds]
    more = held.more or articles.more or len(finds) > COUNTED
    hits = _hits(connection, finds[:limit], question.shown or text, stem)
    return Findings(hits=hits, total=min(len(finds), COUNTED), more=more)


def _named(connection: Connection, text: str) -> dict[int, Spot]:
    """The tickets that bear the number, or whose order does; the one of that number first."""
    condition = or_(ticket_number(text), order_number(text))
    found = read(connection, Ticket, condition, order=(_TICKET.c.id.desc(),), limit=RANKED)
    found.sort(key=lambda ticket: str(ticket.id) != text.strip().removeprefix("#"))
    return {ticket.id: _spot(ticket) for ticket in found}


def _of_number(connection: Connection, text: str) -> dict[int, Spot]:
    """The tickets of whoever has that phone number, as people write it."""
    digits = _NUMBER.sub("", text).lstrip("0")
    if not (digits.isascii() and digits.isdecimal() and len(digits) >= SHORTEST_NUMBER):
        return {}
    ids = _CONTACT.c.id.in_(newest(matching(Contact, f'"{digits}"')))
    theirs = _TICKET.c.customer_id.in_(select(_CONTACT.c.customer_id).where(ids))
    found = read(connection, Ticket, theirs, order=(_TICKET.c.id.desc(),), limit=RANKED)
    return {ticket.id: _spot(ticket) for ticket in found}


def _spot(ticket: Ticket) -> Spot:
    return int((ticket.last_message_at or ticket.created_at).timestamp()), None


def _articles(connection: Connection, question: Question, stem: Stem) -> Held:
    """The articles that hold all that is wanted and nothing that must be absent."""
    wanted = question.wanted
    if not wanted or any(term.field == "from" for term in wanted):
        return Held({})
    elsewhere = question.places and Place.KB not in question.places
    if elsewhere and any(term.field != "kb" for term in wanted):
        return Held({})
    absent = [_in_article(term, stem) for term in question.terms if term.absent]
    expression = " AND ".join(f"({_in_article(term, stem)})" for term in wanted)
    for other in filter(None, absent):
        expression = f"({expression}) NOT ({other})"
    statement = select(_ARTICLE.c.id, seconds(_ARTICLE.c.updated_at)).where(
        _ARTICLE.c.id.in_(newest(matching(Article, expression)))
    )
    return Held({id_: (at, None) for id_, at in connection.execute(statement).all()})


def _in_article(term: Term, stem: Stem) -> str | None:
    expression = None if term.field == "from" else term.expression(stem)
    return f"title : ({expression})" if expression and term.field == "subject" else expression


def _scores(
    connection: Connection, question: Question, finds: Iterable[_Find], stem: Stem
) -> dict[tuple[bool, int], float]:
    """How well the newest of the finds fit, the better the lower; by whether it is an article."""
    expressions = [term.expression(stem) for term in question.wanted if term.field != "from"]
    any_of = " OR ".join(filter(None, expressions))
    if not any_of:
        return {}
    scores: dict[tuple[bool, int], float] = {}
    messages = {find.spot[1]: find.id for find in finds if find.spot[1] is not None}
    for cls in WEIGHTS:
        for id_, score in connection.execute(_ranked(cls, any_of)):
            number = messages.get(id_) if cls is Message else id_
            if number is not None:
                key = (cls is Article, number)
                scores[key] = scores.get(key, 0.0) + score
    return scores


def _ranked(cls: type[Ticket | Message | Article], expression: str) -> Select[Any]:
    """The newest of a class that an expression matches, each with how well it fits."""
    weights = ", ".join(map(str, WEIGHTS[cls]))
    score: ColumnElement[float] = literal_column(f"bm25({DOCUMENTS[cls].table}, {weights})")
    return newest(matching(cls, expression), RANKED).add_columns(score)


def _hits(
    connection: Connection, finds: Iterable[_Find], shown: str, stem: Stem
) -> tuple[Hit, ...]:
    """The finds with the words that are shown of them."""
    finds = list(finds)
    articles = [find.id for find in finds if find.kind is HitKind.ARTICLE]
    tickets = [find.id for find in finds if find.kind is not HitKind.ARTICLE]
    messages = [find.spot[1] for find in finds if find.spot[1] is not None]
    titles = {(True, a.id): (a.title, a.body) for a in find(connection, Article, {"id": articles})}
    subjects = select(_TICKET.c.id, _TICKET.c.subject).where(_TICKET.c.id.in_(tickets))
    titles |= {(False, row[0]): (row[1], row[1]) for row in connection.execute(subjects)}
    bodies = select(_MESSAGE.c.id, _MESSAGE.c.body).where(_MESSAGE.c.id.in_(messages))
    said = {row[0]: row[1] for row in connection.execute(bodies)}
    hits = []
    for each in finds:
        title, text = titles[each.kind is HitKind.ARTICLE, each.id]
        at, message = each.spot
        if message is not None:
            text = said[message]
        line, marks = snippet(text, shown, stem)
        moment = datetime.fromtimestamp(at, UTC)
        hits.append(
            Hit(kind=each.kind, id=each.id, title=title, snippet=line, marks=marks, at=moment)
        )
    return tuple(hits)
