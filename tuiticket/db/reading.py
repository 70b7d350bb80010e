"""Questions about the desk as it is at one moment."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from itertools import chain
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select

from tuiticket.db import features, health, log, values, vocabulary, waiting
from tuiticket.db.dossier import dossier
from tuiticket.db.duplicates import told_near
from tuiticket.db.filters import Asking
from tuiticket.db.flow import attainment, flow
from tuiticket.db.inbox import inbox
from tuiticket.db.knowledge import articles
from tuiticket.db.lines import lines
from tuiticket.db.load import loads
from tuiticket.db.mapping import mapping
from tuiticket.db.query_sql import order, tickets
from tuiticket.db.ratings import last_ratings
from tuiticket.db.search import search
from tuiticket.db.suggesting import suggestions
from tuiticket.engine.errors import N_, Unknown
from tuiticket.engine.model.calendar import ShopCalendar
from tuiticket.engine.model.dossier import ArticleHit, Dossier, Findings
from tuiticket.engine.model.duplicate import Telling
from tuiticket.engine.model.event import Event, SealedLine
from tuiticket.engine.model.flow import Attainment, Flow
from tuiticket.engine.model.inbox import InboxLine
from tuiticket.engine.model.message import Attachment
from tuiticket.engine.model.people import Agent
from tuiticket.engine.model.queue import Load, QueueLine, Waiting
from tuiticket.engine.model.rating import Rating
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.suggestion import Suggestion
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.timer import Timer
from tuiticket.engine.rules.query import Query
from tuiticket.engine.rules.shop_hours import Calendars
from tuiticket.engine.rules.tokens import Stem

T = TypeVar("T")


class SqlReading:
    """Answers from one consistent view; see `ports.Reading`."""

    def __init__(self, connection: Connection, stem: Stem) -> None:
        self._connection = connection
        self._stem = stem

    def settings(self) -> Settings:
        """The desk's own facts; raises Unknown where nobody has set the desk up yet."""
        found = values.get(self._connection, Settings, 1)
        if found is None:
            raise Unknown(N_("This desk is not set up yet."), N_("Run: tuiticket init"))
        return found

    def calendars(self) -> Calendars:
        """The working hours that clocks count by."""
        return Calendars(values.find(self._connection, ShopCalendar, {}))

    def all(self, cls: type[T]) -> list[T]:
        """Every value of a small table, in order of id."""
        return values.find(self._connection, cls, {})

    def find(self, cls: type[T], **equal: Any) -> list[T]:
        """As `SqlTransaction.find`."""
        return values.find(self._connection, cls, equal)

    def queue(self, query: Query, me: Agent | None, now: datetime) -> Sequence[int]:
        """Numbers of all tickets the query matches, in its order: eight bytes each."""
        statement = tickets(query, self._asking(me, now)).order_by(*order(query))
        rows = self._connection.execute(statement)
        # Straight from the driver: row objects would be made only to be taken apart again.
        cursor: Any = rows.cursor
        return array("q", chain.from_iterable(cursor))

    def count(self, query: Query, me: Agent | None, now: datetime, cap: int) -> int:
        """How many tickets match, counted up to `cap` + 1."""
        capped = tickets(query, self._asking(me, now)).limit(cap + 1).subquery()
        return self._connection.execute(select(func.count()).select_from(capped)).scalar_one()

    def _asking(self, me: Agent | None, now: datetime) -> Asking:
        found = values.get(self._connection, Settings, 1)
        zone: tzinfo = ZoneInfo(found.zone) if found else UTC
        return Asking(me, now, zone, self._stem)

    def lines(self, numbers: Sequence[int], me: Agent | None = None) -> list[QueueLine]:
        """The lines of these tickets, in the order asked; missing ones are left out."""
        return lines(self._connection, numbers, me)

    def dossier(self, number: int) -> Dossier | None:
        """Everything about one ticket, or None."""
        return dossier(self._connection, number)

    def attachment(self, id_: int) -> bytes | None:
        """The content of an attachment; None if there is none."""
        attachment = mapping(Attachment).table.c
        content = select(attachment.content).where(attachment.id == id_)
        found: bytes | None = self._connection.execute(content).scalar_one_or_none()
        return found

    def stem(self, word: str) -> str:
        """The stem of a case-folded word, as the search index cuts it."""
        return self._stem(word)

    def feature_rows(self, asked: Iterable[int]) -> dict[int, bytes]:
        """What the desk's learner knows of these features; those never met are left out."""
        return features.find(self._connection, asked)

    def word_counts(self, tokens: Collection[str]) -> tuple[Mapping[str, int], int]:
        """As `SqlTransaction.word_counts`."""
        return vocabulary.counts(self._connection, tokens)

    def told_near(self, told: Telling, numbers: Collection[str], since: datetime) -> list[Telling]:
        """As `SqlTransaction.told_near`."""
        return told_near(self._connection, told, numbers, since, self._stem)

    def last_ratings(self, count: int) -> list[Rating]:
        """The ratings of the tickets rated last, the newest first."""
        return last_ratings(self._connection, count)

    def search(self, text: str, limit: int, *, best: bool = False) -> Findings:
        """Tickets and articles that hold what is asked, the newest or the best first."""
        return search(self._connection, text, limit, self._stem, best=best)

    def suggestions(self, number: int, most: int) -> list[Suggestion]:
        """What may help with a ticket: so many articles and so many solved tickets at most."""
        return suggestions(self._connection, self, number, most, self._stem)

    def articles(self, text: str, limit: int) -> list[ArticleHit]:
        """Articles that fit the words, best first; all by title where text is empty."""
        return articles(self._connection, text, limit, self._stem)

    def loads(self, agent_ids: Sequence[int]) -> list[Load]:
        """What each of these agents carries now."""
        return loads(self._connection, agent_ids)

    def flow(self, since: datetime, hours: int) -> Flow:
        """How many tickets were opened and solved in each of that many hours from then on."""
        return flow(self._connection, since, hours)

    def attainment(self, since: datetime) -> Attainment:
        """How many of the promises that came to their end since then were kept."""
        return attainment(self._connection, since)

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

    def inbox(self, agent: Agent, *, unseen_only: bool, limit: int) -> list[InboxLine]:
        """What a member of the staff was told, the newest first."""
        return inbox(self._connection, agent.id, unseen_only=unseen_only, limit=limit)

    def events(
        self, after: int = 0, ticket_id: int | None = None, limit: int | None = None
    ) -> Iterator[Event]:
        """The log in order, after a line, of one ticket if given."""
        return log.events(self._connection, after, ticket_id, limit)

    def article_events(self) -> Iterator[Event]:
        """What the log tells of articles, in order, and all that was taken back or done again."""
        return log.article_events(self._connection)

    def sealed_lines(self) -> Iterator[SealedLine]:
        """The whole log as it lies in the store, in order of id, unconverted and unbelieved."""
        return log.sealed_lines(self._connection)

    def log_head(self) -> tuple[int, str]:
        """Id and hash the log ends with, as noted apart from the log itself."""
        return log.head(self._connection)

    def faults(self) -> list[str]:
        """What SQLite finds wrong with the file."""
        return health.faults(self._connection)
