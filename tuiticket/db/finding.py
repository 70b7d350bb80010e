"""Which tickets hold what is asked for, several words also in several of their messages.

Of each term only the newest places are looked at, which the index gives without visiting the
others. Where a term stands in more of them, the tickets in question are asked one by one.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    false,
    func,
    literal_column,
    select,
    true,
    union,
)

from tuiticket.db.index import matching
from tuiticket.db.mapping import mapping
from tuiticket.engine.model.customer import Contact, Customer
from tuiticket.engine.model.message import Direction, Message
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.rules.question import Place, Question, Term
from tuiticket.engine.rules.tokens import Stem

NEWEST = 1_500
"""Places of each term that are looked at."""

ASKED = 300
"""Tickets asked whether they hold a term that stands in more than the newest places."""

REACH = 8_000
"""Places of a term that are walked through for them, newest first."""

ONE_BY_ONE = 300
"""Older messages that are asked for the term one by one; there the index is slow."""

_TICKET, _MESSAGE = mapping(Ticket).table, mapping(Message).table
_CONTACT = mapping(Contact).table


@dataclass(frozen=True, slots=True)
class Spot:
    """Where on a ticket it was found: when, and in which message if in one."""

    at: datetime
    message: int | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """The tickets that hold something; `more` if there may be others, all of them older."""

    tickets: Mapping[int, Spot]
    more: bool = False


class Finder:
    """Looks for the terms of one question."""

    def __init__(self, connection: Connection, question: Question, stem: Stem) -> None:
        self._connection = connection
        self._question = question
        self._stem = stem
        self._cut = False

    def tickets(self) -> Held:
        """The tickets that hold all that is wanted and nothing that must be absent."""
        wanted = self._question.wanted
        only_articles = self._question.places == {Place.KB}
        if not wanted or only_articles or any(term.field == "kb" for term in wanted):
            return Held({})
        held = {term: self._newest(term) for term in wanted}
        rarest = min(held, key=lambda term: (held[term].more, len(held[term].tickets)))
        found = dict(held[rarest].tickets)
        more = held[rarest].more
        for term in wanted:
            if term != rarest:
                found = self._that_hold(found, held[term], term)
        if len(wanted) > 1:
            together = self._together(wanted)
            found |= together.tickets
            more |= together.more
        for term in (term for term in self._question.terms if term.absent):
            found = self._without(found, term)
        return Held(found, more or self._cut)

    def _newest(self, term: Term) -> Held:
        expression = term.expression(self._stem)
        assert expression is not None, term
        found: dict[int, Spot] = {}
        more = False
        for spots in self._places(term, expression):
            more |= len(spots) >= NEWEST
            for number, at, message in spots:
                if number not in found or message is not None or found[number].message is None:
                    found[number] = Spot(at, message)
        return Held(found, more)

    def _places(
        self, term: Term, expression: str
    ) -> Iterable[list[tuple[int, datetime, int | None]]]:
        """Yield where a term is found, the messages last and the newest of them at the end."""
        places = frozenset[Place]() if term.field else self._question.places
        if term.field in ("", "from") and not places:
            yield self._tickets(_TICKET.c.customer_id.in_(customers(expression)))
        if term.field != "from" and Place.SUBJECT in (places or {Place.SUBJECT}):
            yield self._tickets(_TICKET.c.id.in_(newest(matching(Ticket, expression))))
        if not term.field:
            yield self._messages(expression, places)

    def _tickets(self, condition: ColumnElement[bool]) -> list[tuple[int, datetime, int | None]]:
        at = func.coalesce(_TICKET.c.last_message_at, _TICKET.c.created_at, type_=_AT)
        statement = select(_TICKET.c.id, at).where(condition)
        rows = self._connection.execute(statement.order_by(_TICKET.c.id.desc()).limit(NEWEST))
        return [(row[0], row[1], None) for row in rows]

    def _messages(
        self, expression: str, places: frozenset[Place]
    ) -> list[tuple[int, datetime, int | None]]:
        statement = (
            select(_MESSAGE.c.ticket_id, _MESSAGE.c.at, _MESSAGE.c.id)
            .where(_MESSAGE.c.id.in_(newest(matching(Message, expression))))
            .where(_MESSAGE.c.withdrawn_at.is_(None), _said(places))
            .order_by(_MESSAGE.c.at, _MESSAGE.c.id)
        )
        return [(row[0], row[1], row[2]) for row in self._connection.execute(statement)]

    def _together(self, wanted: Iterable[Term]) -> Held:
        """The newest messages that hold all terms: frequent ones may meet only in older ones."""
        if any(term.field for term in wanted):
            return Held({})
        expressions = (term.expression(self._stem) for term in wanted)
        spots = self._messages(" AND ".join(filter(None, expressions)), self._question.places)
        return Held({spot[0]: Spot(*spot[1:]) for spot in spots}, len(spots) >= NEWEST)

    def _that_hold(self, found: Mapping[int, Spot], held: Held, term: Term) -> dict[int, Spot]:
        """Those of the found that hold the term too."""
        holding = held.tickets.keys() & found.keys()
        if held.more:
            holding |= self._asked(_newest_of(found, holding), term)
        return {number: spot for number, spot in found.items() if number in holding}

    def _without(self, found: Mapping[int, Spot], term: Term) -> dict[int, Spot]:
        """Those of the found that do not hold the term."""
        held = self._newest(term)
        holding = set(held.tickets)
        if held.more:
            holding |= self._asked(_newest_of(found, holding), term)
        return {number: spot for number, spot in found.items() if number not in holding}

    def _asked(self, numbers: list[int], term: Term) -> set[int]:
        """Those of some tickets that hold the term, each looked at by itself."""
        expression = term.expression(self._stem)
        assert expression is not None, term
        places = frozenset[Place]() if term.field else self._question.places
        holding: set[int] = set()
        if term.field in ("", "from") and not places:
            theirs = _TICKET.c.customer_id.in_(customers(expression))
            statement = select(_TICKET.c.id).where(_TICKET.c.id.in_(numbers), theirs)
            holding.update(self._connection.execute(statement).scalars())
        asked = (json.dumps(numbers), expression)
        if term.field != "from" and Place.SUBJECT in (places or {Place.SUBJECT}):
            rows = self._connection.exec_driver_sql(_ASK_SUBJECTS, asked)
            holding.update(rows.scalars())
        if not term.field:
            holding |= self._asked_messages(set(numbers) - holding, expression, places)
        return holding

    def _asked_messages(
        self, numbers: Collection[int], expression: str, places: frozenset[Place]
    ) -> set[int]:
        """Those of some tickets that hold it in a message."""
        statement = (
            select(_MESSAGE.c.id, _MESSAGE.c.ticket_id)
            .where(_MESSAGE.c.ticket_id.in_(numbers))
            .where(_MESSAGE.c.withdrawn_at.is_(None), _said(places))
            .order_by(_MESSAGE.c.id)
        )
        said = {row[0]: row[1] for row in self._connection.execute(statement)}
        if not said:
            return set()
        oldest = next(iter(said))
        walked = self._connection.exec_driver_sql(_WALK, (expression, oldest, REACH))
        ids = walked.scalars().all()
        holding = {said[id_] for id_ in ids if id_ in said}
        if len(ids) == REACH:
            older = [id_ for id_ in said if id_ < ids[-1] and said[id_] not in holding][::-1]
            self._cut |= len(older) > ONE_BY_ONE
            asked = (json.dumps(older[:ONE_BY_ONE]), expression)
            found = self._connection.exec_driver_sql(_ASK_MESSAGES, asked)
            holding.update(said[id_] for id_ in found.scalars())
        return holding


_AT = _MESSAGE.c.at.type
_WALK = (
    "SELECT rowid FROM message_words WHERE message_words MATCH ? AND rowid >= ?"
    " ORDER BY rowid DESC LIMIT ?"
)
_ASK_MESSAGES = (
    "SELECT j.value FROM json_each(?) AS j"
    " CROSS JOIN message_words ON message_words.rowid = j.value WHERE message_words MATCH ?"
)
_ASK_SUBJECTS = (
    "SELECT j.value FROM json_each(?) AS j"
    " CROSS JOIN ticket_words ON ticket_words.rowid = j.value WHERE ticket_words MATCH ?"
)


def newest(matches: Select[tuple[int]], most: int = NEWEST) -> Select[tuple[int]]:
    """The newest of what an index matches, in the index's own order."""
    return matches.order_by(literal_column("rowid").desc()).limit(most)


def customers(expression: str) -> Select[tuple[int]]:
    """The ids of the customers so named, or with such an address or number."""
    addresses = newest(matching(Contact, expression))
    return union(  # type: ignore[return-value]
        select(newest(matching(Customer, expression)).subquery().c.rowid),
        select(_CONTACT.c.customer_id).where(_CONTACT.c.id.in_(addresses)),
    )


def _said(places: frozenset[Place]) -> ColumnElement[bool]:
    """Which messages are looked at."""
    if not places or places >= {Place.NOTE, Place.MESSAGE}:
        return true()
    if Place.NOTE in places:
        return _MESSAGE.c.direction == Direction.NOTE
    return _MESSAGE.c.direction != Direction.NOTE if Place.MESSAGE in places else false()


def _newest_of(found: Mapping[int, Spot], known: Collection[int]) -> list[int]:
    """The newest of the found whose answer is not known yet."""
    unknown = (number for number in found if number not in known)
    return sorted(unknown, key=lambda number: found[number].at, reverse=True)[:ASKED]
