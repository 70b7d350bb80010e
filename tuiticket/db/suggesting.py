"""What may help with a ticket, looked up by its rarest words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import islice

from sqlalchemy import Connection, select

from tuiticket.db import log, vocabulary
from tuiticket.db.finding import newest
from tuiticket.db.index import matching
from tuiticket.db.knowledge import fitting
from tuiticket.db.mapping import mapping
from tuiticket.db.values import read
from tuiticket.engine.knowledge import spoken_as
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.message import Direction, Message
from tuiticket.engine.model.suggestion import Suggestion
from tuiticket.engine.model.ticket import DONE, State, Ticket
from tuiticket.engine.ports import Find
from tuiticket.engine.rules.suggesting import (
    Candidate,
    likeness,
    rarest,
    reasons,
    shared_words,
    weights,
    with_what_was_sent,
)
from tuiticket.engine.rules.tokens import Stem, index_tokens, surfaces

READ = 2_000
"""Characters of what the customer wrote that are looked at."""

NEWEST = 200
"""Places of each word that are looked at."""

LOOKED_AT = 12
"""Articles, and solved tickets, that are weighed."""

_SOLVED = DONE - {State.SPAM}
_TICKET, _MESSAGE = mapping(Ticket).table, mapping(Message).table


def suggestions(
    connection: Connection, desk: Find, number: int, most: int, stem: Stem
) -> list[Suggestion]:
    """At most so many articles, then at most so many solved tickets, the best first.

    An article comes in the customer's language where there is a translation.
    """
    text = _said(connection, number)
    asked = index_tokens(text, stem)
    if not asked:
        return []
    counts, documents = vocabulary.counts(connection, set(asked))
    tokens = rarest(asked, counts)
    weight = weights(tokens, counts, documents)
    similar = _similar(connection, number, tokens, weight)
    like = {each.id: likeness(held, weight) for each, held in similar}
    sent = {each.id: _sent(connection, each.id) for each, _ in similar}
    shown = surfaces(text, stem)
    language = connection.execute(select(_TICKET.c.language).where(_TICKET.c.id == number)).scalar()
    known = _articles(connection, text, sent, language or "", stem)
    ranked = with_what_was_sent([candidate for _, candidate in known.values()], sent, like)
    spoken = spoken_as(desk, [known[c.key][0] for c in ranked], language or "")
    found: dict[int, Suggestion] = {}
    for c in ranked:
        article = spoken[c.key]
        if article.id not in found and len(found) < most:
            words, alike = reasons(c.matches, asked, shown, stem)
            found[article.id] = Suggestion(
                title=article.title, article=article, words=words, alike=alike, sent_on=c.sent_on
            )
    return list(found.values()) + [
        Suggestion(
            title=each.subject,
            ticket=each.id,
            words=tuple(shared_words(asked, held, shown)),
        )
        for each, held in similar[:most]
    ]


def _said(connection: Connection, number: int) -> str:
    """The subject and what the customer wrote first."""
    subject = connection.execute(select(_TICKET.c.subject).where(_TICKET.c.id == number)).scalar()
    bodies = (
        select(_MESSAGE.c.body)
        .where(_MESSAGE.c.ticket_id == number, _MESSAGE.c.direction == Direction.IN)
        .where(_MESSAGE.c.withdrawn_at.is_(None))
        .order_by(_MESSAGE.c.id)
        .limit(3)
    )
    return "\n".join([subject or "", *connection.execute(bodies).scalars()])[:READ]


def _similar(
    connection: Connection, number: int, tokens: Iterable[str], weight: Mapping[str, float]
) -> list[tuple[Ticket, frozenset[str]]]:
    """The solved tickets that share most, with the tokens they share; two at the least."""
    held: dict[int, set[str]] = defaultdict(set)
    for token in tokens:
        expression = f'"{token}"'
        subjects = newest(matching(Ticket, expression), NEWEST)
        bodies = _MESSAGE.c.id.in_(newest(matching(Message, expression), NEWEST))
        said = select(_MESSAGE.c.ticket_id).where(bodies, _MESSAGE.c.withdrawn_at.is_(None))
        for statement in (subjects, said):
            for id_ in connection.execute(statement).scalars():
                held[id_].add(token)
    held.pop(number, None)
    enough = {id_: frozenset(tokens) for id_, tokens in held.items() if len(tokens) > 1}
    best = sorted(enough, key=lambda id_: (-likeness(enough[id_], weight), -id_))
    solved = read(
        connection,
        Ticket,
        _TICKET.c.id.in_(best[: LOOKED_AT * 5]),
        _TICKET.c.state.in_(_SOLVED),
        _TICKET.c.merged_into.is_(None),
    )
    place = {id_: order for order, id_ in enumerate(best)}
    solved.sort(key=lambda ticket: place[ticket.id])
    return [(ticket, enough[ticket.id]) for ticket in solved[:LOOKED_AT]]


def _sent(connection: Connection, number: int) -> frozenset[int]:
    """The articles that were sent on a ticket."""
    return frozenset(
        article
        for event in log.events(connection, ticket_id=number)
        if event.kind == "message.sent"
        for article in event.data.get("articles", ())
    )


def _articles(
    connection: Connection,
    text: str,
    sent: Mapping[int, Collection[int]],
    language: str,
    stem: Stem,
) -> dict[int, tuple[Article, Candidate]]:
    """The articles that fit the words, and those sent on similar tickets, by their ids."""
    best = dict(islice(fitting(connection, f"{text} ", language, stem).items(), LOOKED_AT))
    most = max((answer.worth for answer in best.values()), default=0.0)
    ids = best.keys() | {id_ for some in sent.values() for id_ in some}
    found = {}
    for article in read(connection, Article, mapping(Article).table.c.id.in_(ids)):
        answer = best.get(article.id)
        fit = answer.worth / most if answer and most else 0.0
        matches = answer.matches if answer else ()
        found[article.id] = article, Candidate(article.id, matches, fit, article.uses)
    return found
