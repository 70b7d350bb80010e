"""Which tickets hold what is asked for, several words also in several of their messages.

Of each term only the newest places are looked at, which the index gives without visiting the
others. Where a term stands in more of them, the tickets in question are asked one by one.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    literal_column,
    type_coerce,
)

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

Spot = tuple[int, int | None]
"""Where on a ticket it was found: when, in seconds since 1970, and in which message if in one."""

_Rows = Sequence[Sequence[Any]]
"""Tickets, each with when and in which message."""


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
        for rows in self._places(term, expression):
            more |= len(rows) >= NEWEST
            found.update((row[0], (row[1], row[2])) for row in rows)
        return Held(found, more)

    def _places(self, term: Term, expression: str) -> Iterator[_Rows]:
        """Yield where a term is found, the messages last and the newest of them at the end."""
        places = frozenset[Place]() if term.field else self._question.places
        if term.field in ("", "from") and not places:
            yield self._rows(_OF_CUSTOMERS, *(expression, NEWEST) * 2, NEWEST)
        if term.field != "from" and Place.SUBJECT in (places or {Place.SUBJECT}):
            yield self._rows(_SUBJECTS, expression, NEWEST)
        if not term.field:
            yield self._messages(expression, places)

    def _messages(self, expression: str, places: frozenset[Place]) -> _Rows:
        return self._rows(_MESSAGES.format(said=_said(places)), expression, NEWEST)

    def _rows(self, statement: str, *bound: str | int) -> _Rows:
        return self._connection.exec_driver_sql(statement, bound).all()

    def _together(self, wanted: Iterable[Term]) -> Held:
        """The newest messages that hold all terms: frequent ones may meet only in older ones."""
        if any(term.field for term in wanted):
            return Held({})
        expressions = (term.expression(self._stem) for term in wanted)
        rows = self._messages(" AND ".join(filter(None, expressions)), self._question.places)
        return Held({row[0]: (row[1], row[2]) for row in rows}, len(rows) >= NEWEST)

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
        asked = (json.dumps(numbers), expression)
        holding: set[int] = set()
        if term.field in ("", "from") and not places:
            theirs = self._rows(_ASK_CUSTOMERS, *asked, NEWEST, expression, NEWEST)
            holding.update(row[0] for row in theirs)
        if term.field != "from" and Place.SUBJECT in (places or {Place.SUBJECT}):
            holding.update(row[0] for row in self._rows(_ASK_SUBJECTS, *asked))
        if not term.field:
            holding |= self._asked_messages(set(numbers) - holding, expression, places)
        return holding

    def _asked_messages(
        self, numbers: Collection[int], expression: str, places: frozenset[Place]
    ) -> set[int]:
        """Those of some tickets that hold it in a message."""
        rows = self._rows(_THEIR_MESSAGES.format(said=_said(places)), json.dumps(list(numbers)))
        said: dict[int, int] = dict(map(tuple, rows))
        if not said:
            return set()
        oldest = next(iter(said))
        ids = [row[0] for row in self._rows(_WALK, expression, oldest, REACH)]
        holding = {said[id_] for id_ in ids if id_ in said}
        if len(ids) == REACH:
            older = [id_ for id_ in said if id_ < ids[-1] and said[id_] not in holding][::-1]
            self._cut |= len(older) > ONE_BY_ONE
            found = self._rows(_ASK_MESSAGES, json.dumps(older[:ONE_BY_ONE]), expression)
            holding.update(said[row[0]] for row in found)
        return holding


_CUSTOMERS = (
    "SELECT rowid FROM (SELECT rowid FROM customer_words WHERE customer_words MATCH ?"
    " ORDER BY rowid DESC LIMIT ?) UNION SELECT customer_id FROM contact WHERE id IN"
    " (SELECT rowid FROM contact_words WHERE contact_words MATCH ? ORDER BY rowid DESC LIMIT ?)"
)
_TICKETS = "SELECT id, coalesce(last_message_at, created_at), NULL FROM ticket"
_OF_CUSTOMERS = f"{_TICKETS} WHERE customer_id IN ({_CUSTOMERS}) ORDER BY id DESC LIMIT ?"
_SUBJECTS = (
    f"{_TICKETS} WHERE id IN (SELECT rowid FROM ticket_words WHERE ticket_words MATCH ?"
    " ORDER BY rowid DESC LIMIT ?)"
)
_MESSAGES = (
    "SELECT ticket_id, at, id FROM message WHERE id IN (SELECT rowid FROM message_words"
    " WHERE message_words MATCH ? ORDER BY rowid DESC LIMIT ?) AND withdrawn_at IS NULL {said}"
    " ORDER BY at, id"
)
_THEIR_MESSAGES = (
    "SELECT id, ticket_id FROM message WHERE ticket_id IN (SELECT value FROM json_each(?))"
    " AND withdrawn_at IS NULL {said} ORDER BY id"
)
_ASK_CUSTOMERS = (
    "SELECT id FROM ticket WHERE id IN (SELECT value FROM json_each(?))"
    f" AND customer_id IN ({_CUSTOMERS})"
)
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


def seconds(instant: ColumnElement[Any]) -> ColumnElement[int]:
    """A moment as the store has it, to compare and sort by: seconds since 1970."""
    return type_coerce(instant, Integer())


def newest(matches: Select[tuple[int]], most: int = NEWEST) -> Select[tuple[int]]:
    """The newest of what an index matches, in the index's own order."""
    return matches.order_by(literal_column("rowid").desc()).limit(most)


def _said(places: frozenset[Place]) -> str:
    """Which messages are looked at, as a condition that follows others."""
    if not places or places >= {Place.NOTE, Place.MESSAGE}:
        return ""
    if Place.NOTE in places:
        return "AND direction = 'note'"
    return "AND direction <> 'note'" if Place.MESSAGE in places else "AND false"


def _newest_of(found: Mapping[int, Spot], known: Collection[int]) -> list[int]:
    """The newest of the found whose answer is not known yet."""
    unknown = (number for number in found if number not in known)
    return sorted(unknown, key=lambda number: found[number][0], reverse=True)[:ASKED]
