"""One change of the desk, from its first read to its commit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, func, select

from tuiticket.db import features, log, prepared, statements, values, vocabulary, waiting, waves
from tuiticket.db.duplicates import told_near
from tuiticket.db.index import Index
from tuiticket.db.load import loads
from tuiticket.db.mapping import mapping
from tuiticket.db.ratings import last_ratings
from tuiticket.db.tempers import last_tempers
from tuiticket.engine.errors import N_, DeskError, Stale
from tuiticket.engine.model.duplicate import Telling
from tuiticket.engine.model.event import Event, SealedLine
from tuiticket.engine.model.queue import Load, Waiting
from tuiticket.engine.model.rating import Rating
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.timer import Timer
from tuiticket.engine.model.wave import Mark
from tuiticket.engine.rules.tokens import Stem
from tuiticket.engine.rules.waves import Traffic

T = TypeVar("T")


class SqlTransaction:
    """Reads and writes of one transaction, alone on the store; see `ports.Transaction`.

    Values are immutable and nobody else writes meanwhile, so what was read once is remembered.
    """

    def __init__(self, connection: Connection, stem: Stem) -> None:
        self._connection = connection
        self._stem = stem
        self._index = Index(connection, stem)
        self._known: dict[tuple[type[Any], int], Any] = {}

    def get(self, cls: type[T], id_: int) -> T | None:
        """The value of that class and id, or None."""
        if (cls, id_) not in self._known:
            self.find(cls, id=id_)
        known: T | None = self._known.get((cls, id_))
        return known

    def find(self, cls: type[T], **equal: Any) -> list[T]:
        """All values whose fields equal these, in order of id; a collection means any of it."""
        found = values.find(self._connection, cls, equal)
        for value in found:
            self._known[cls, _id(value)] = value
        return found

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """A part of the change that is undone alone if the block raises; the rest stands."""
        try:
            with self._connection.begin_nested():
                yield
        except DeskError:
            self._known.clear()
            raise

    def insert(self, value: T) -> T:
        """Store a new value and return it with its id."""
        cls = type(value)
        mapped = mapping(cls)
        row = mapped.row(value)
        ready = prepared.insert(mapped.table, tuple(row), self._connection.dialect)
        id_: int = ready.rows(self._connection, row)[0][0]
        stored: T = replace(value, id=id_)  # type: ignore[type-var]
        self._index.follow(None, stored)
        self._known[cls, id_] = stored
        return stored

    def update(self, value: Any) -> None:
        """Store a changed value over the one with its id, its version one higher where it has one.

        Raises Stale if the value was not made from what is stored now: a change would be lost.
        """
        cls = type(value)
        old = self.get(cls, value.id)
        if old is None or getattr(old, "version", None) != getattr(value, "version", None):
            raise Stale(
                N_("It was changed by someone else meanwhile."),
                N_("Look at it again, then repeat."),
            )
        if hasattr(value, "version"):
            value = replace(value, version=value.version + 1)
        elif value == old:
            return
        names = [f.name for f in fields(cls)]
        moved = {n: getattr(value, n) for n in names if getattr(value, n) != getattr(old, n)}
        if moved:
            ready = prepared.update(mapping(cls).table, tuple(moved), self._connection.dialect)
            ready.rows(self._connection, {statements.ID: value.id, **moved})
        self._index.follow(old, value)
        self._known[cls, value.id] = value

    def delete(self, cls: type[Any], id_: int) -> None:
        """Remove a value; nothing happens if there is none."""
        old = self.get(cls, id_)
        if old is not None:
            self._index.follow(old, None)
            ready = prepared.delete(mapping(cls).table, self._connection.dialect)
            ready.rows(self._connection, {statements.ID: id_})
            self._known.clear()  # what hung on it may be gone too

    def next_number(self, first: int) -> int:
        """The number the next ticket gets: `first`, or one more than was ever given out.

        The log is asked too: it tells of tickets that are gone.
        """
        highest = select(func.max(mapping(Ticket).table.c.id))
        there = self._connection.execute(highest).scalar_one() or 0
        return max(first, there + 1, log.highest_ticket(self._connection) + 1)

    def loads(self, agent_ids: Sequence[int]) -> list[Load]:
        """What each of these agents carries now."""
        return loads(self._connection, agent_ids)

    def acquainted(self, ticket: Ticket) -> list[int]:
        """Ids of those who own another open ticket of its customer or order."""
        return waiting.acquainted(self._connection, ticket)

    def due(self, now: datetime, limit: int) -> list[Timer]:
        """Timers whose time has come, earliest first."""
        return waiting.due(self._connection, now, limit)

    def unassigned(
        self,
        limit: int,
        without: Collection[Waiting] = (),
        teams: Collection[int] | None = None,
    ) -> list[Ticket]:
        """Tickets that automatic teams have to hand out, the most urgent first, then the oldest."""
        return waiting.unassigned(self._connection, limit, without, teams)

    def stem(self, word: str) -> str:
        """The stem of a case-folded word, as the search index cuts it."""
        return self._stem(word)

    def feature_rows(self, asked: Iterable[int]) -> dict[int, bytes]:
        """What the desk's learner knows of these features; those never met are left out."""
        return features.find(self._connection, asked)

    def word_counts(self, tokens: Collection[str]) -> tuple[Mapping[str, int], int]:
        """In how many documents each of these tokens stands, and about how many there are."""
        return vocabulary.counts(self._connection, tokens)

    def told_near(self, told: Telling, numbers: Collection[str], since: datetime) -> list[Telling]:
        """Some of the active tickets opened since then that may tell the same matter."""
        return told_near(self._connection, told, numbers, since, self._stem)

    def sight(self, ticket: Ticket, marks: Collection[Mark], now: datetime) -> None:
        """Count a ticket for what it is about; what is older than four weeks is forgotten."""
        waves.sight(self._connection, ticket, marks, now)

    def crowds(
        self, marks: Collection[Mark], since: datetime, least: int
    ) -> Mapping[Mark, Collection[int]]:
        """Of what at least so many customers came with since then: a ticket of each of them."""
        return waves.crowds(self._connection, marks, since, least)

    def sighted_before(self, marks: Collection[Mark], now: datetime) -> Mapping[Mark, int]:
        """How many tickets were about each of these in the four weeks before today."""
        return waves.before(self._connection, marks, now)

    def traffic(self, now: datetime, window_s: int) -> Traffic:
        """How many tickets there are, now and usually."""
        return waves.traffic(self._connection, now, window_s)

    def keep_feature_rows(self, rows: Mapping[int, bytes]) -> None:
        """Store what the learner knows of these features now."""
        features.keep(self._connection, rows)

    def last_tempers(self, count: int) -> list[int]:
        """The tempers of the last tickets the desk read, the newest first."""
        return last_tempers(self._connection, count)

    def last_ratings(self, count: int) -> list[Rating]:
        """The ratings of the tickets rated last, the newest first."""
        return last_ratings(self._connection, count)

    def clear_feature_rows(self, forgotten: range) -> None:
        """Forget what a learner knows of these features."""
        features.clear(self._connection, forgotten)

    def last_event(self) -> tuple[int, str]:
        """Id and hash the log ends with.

        By the note apart from the log, so that nothing written later can hide that its last line
        is missing.
        """
        return log.head(self._connection)

    def append(self, lines: Sequence[SealedLine]) -> None:
        """Write lines to the log and move its head."""
        log.append(self._connection, lines)

    def act(self, act: int) -> list[Event]:
        """All events of one act, in order."""
        return log.act(self._connection, act)

    def events(self, after: int, ticket_id: int | None) -> Iterator[Event]:
        """What the log tells after a line, in order, of one ticket if given."""
        return log.events(self._connection, after, ticket_id)

    def article_events(self) -> Iterator[Event]:
        """What the log tells of articles, in order, and all that was taken back or done again."""
        return log.article_events(self._connection)

    def last_undoing(self, actor: str) -> int | None:
        """The newest undoing of that person not redone yet, if they did nothing else since."""
        return log.last_undoing(self._connection, actor)

    def last_act(self, actor: str) -> int | None:
        """The newest act of that person that was neither undone nor is itself an undoing."""
        return log.last_act(self._connection, actor)


def _id(value: Any) -> int:
    number: int = value.id
    return number
