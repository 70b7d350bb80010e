"""What the engine asks of the world outside: a store that writes all or nothing, and reads.

`db` provides both. The engine never learns how: it names values by their class and finds them by
equality of fields; everything cleverer is a named question below.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Protocol, TypeVar

from tuiticket.engine.model.dossier import ArticleHit, Dossier, Findings
from tuiticket.engine.model.duplicate import Telling
from tuiticket.engine.model.event import Event, SealedLine
from tuiticket.engine.model.flow import Attainment, Flow
from tuiticket.engine.model.inbox import InboxLine
from tuiticket.engine.model.people import Agent
from tuiticket.engine.model.presence import Doing, Present
from tuiticket.engine.model.queue import Load, QueueLine, Waiting
from tuiticket.engine.model.rating import Rating
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.suggestion import Suggestion
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.timer import Timer
from tuiticket.engine.model.wave import Mark
from tuiticket.engine.rules.query import Query
from tuiticket.engine.rules.shop_hours import Calendars
from tuiticket.engine.rules.waves import Traffic

T = TypeVar("T")

Phones = Callable[[str], str | None]
"""Turns a phone number as people write it into E.164, or None if it is none."""


class Find(Protocol):
    """What a reading and a transaction both answer: values by equality of their fields."""

    def find(self, cls: type[T], **equal: Any) -> list[T]:
        """All values whose fields equal these (None matches unset), in order of id."""


class Transaction(Protocol):
    """One change of the desk, from its first read to its commit, alone on the store."""

    def get(self, cls: type[T], id_: int) -> T | None:
        """The value of that class and id, or None."""

    def find(self, cls: type[T], **equal: Any) -> list[T]:
        """All values whose fields equal these (None matches unset), in order of id.

        A tuple, list or set stands for "any of these".
        """

    def attempt(self) -> AbstractContextManager[None]:
        """A part of the change that is undone alone if the block raises; the rest stands."""

    def insert(self, value: T) -> T:
        """Store a new value and return it with its id (kept if it already bears one).

        Messages, tickets' subjects and articles are indexed for search in the same breath.
        """

    def update(self, value: Any) -> None:
        """Store a changed value over the one with its id; its version, if any, grows by one."""

    def delete(self, cls: type[Any], id_: int) -> None:
        """Remove a value."""

    def next_number(self, first: int) -> int:
        """The number the next ticket gets: `first`, or one more than the highest."""

    def loads(self, agent_ids: Sequence[int]) -> list[Load]:
        """What each of these agents carries now."""

    def acquainted(self, ticket: Ticket) -> list[int]:
        """Ids of those who own another open ticket of its customer or order."""

    def due(self, now: datetime, limit: int) -> list[Timer]:
        """Timers whose time has come, earliest first."""

    def unassigned(
        self,
        limit: int,
        without: Collection[Waiting] = (),
        teams: Collection[int] | None = None,
    ) -> list[Ticket]:
        """Tickets that automatic teams have to hand out, the most urgent first, then the oldest.

        Of these teams if any are named, and none of those that wait for the same as `without`.
        """

    def stem(self, word: str) -> str:
        """The stem of a case-folded word, as the search index cuts it."""

    def feature_rows(self, features: Iterable[int]) -> dict[int, bytes]:
        """What a learner of the desk knows of these features; those never met are left out."""

    def word_counts(self, tokens: Collection[str]) -> tuple[Mapping[str, int], int]:
        """In how many documents each of these tokens stands, and about how many there are."""

    def told_near(self, told: Telling, numbers: Collection[str], since: datetime) -> list[Telling]:
        """Some of the active tickets opened since then that may tell the same matter.

        Those of its customer or order, that name one of the numbers, or of a customer of its name;
        the newest of each, as they were first told.
        """

    def sight(self, ticket: Ticket, marks: Collection[Mark], now: datetime) -> None:
        """Count a ticket for what it is about; what is older than four weeks is forgotten."""

    def crowds(
        self, marks: Collection[Mark], since: datetime, least: int
    ) -> Mapping[Mark, Collection[int]]:
        """Of what at least so many customers came with since then: a ticket of each of them."""

    def sighted_before(self, marks: Collection[Mark], now: datetime) -> Mapping[Mark, int]:
        """How many tickets were about each of these in the four weeks before today."""

    def traffic(self, now: datetime, window_s: int) -> Traffic:
        """How many tickets there are, now and usually."""

    def keep_feature_rows(self, rows: Mapping[int, bytes]) -> None:
        """Store what the learner knows of these features now."""

    def last_tempers(self, count: int) -> list[int]:
        """The tempers, 0 to 1000, of the last tickets the desk read; those people set left out."""

    def last_ratings(self, count: int) -> list[Rating]:
        """The ratings of the tickets rated last, the newest first."""

    def clear_feature_rows(self, forgotten: range) -> None:
        """Forget what a learner knows of these features."""

    def last_event(self) -> tuple[int, str]:
        """Id and hash the log ends with, by its head; (0, genesis) before the first line.

        Not by its last line: so a line cut off stays missed, whatever is written after it.
        """

    def append(self, lines: Sequence[SealedLine]) -> None:
        """Write lines to the log and move its head."""

    def act(self, act: int) -> list[Event]:
        """All events of one act, in order."""

    def events(self, after: int, ticket_id: int | None) -> Iterator[Event]:
        """What the log tells after a line, in order, of one ticket if given."""

    def article_events(self) -> Iterator[Event]:
        """What the log tells of articles, in order, and all that was taken back or done again."""

    def last_act(self, actor: str) -> int | None:
        """The newest act of that person that was neither undone nor is itself an undoing."""

    def last_undoing(self, actor: str) -> int | None:
        """The newest undoing of that person not redone yet, if they did nothing else since."""


class Reading(Protocol):
    """Questions about the desk as it is now; nothing here can change it."""

    def settings(self) -> Settings:
        """The desk's own facts."""

    def calendars(self) -> Calendars:
        """The working hours that clocks count by."""

    def all(self, cls: type[T]) -> list[T]:
        """Every value of a small table: agents, teams, memberships, categories, policies."""

    def queue(self, query: Query, me: Agent | None, now: datetime) -> Sequence[int]:
        """Numbers of all tickets the query matches, in its order (default: urgency)."""

    def count(self, query: Query, me: Agent | None, now: datetime, cap: int) -> int:
        """How many tickets match, counted up to `cap` + 1."""

    def lines(self, numbers: Sequence[int], me: Agent | None = None) -> list[QueueLine]:
        """The lines of these tickets, in the order asked; missing ones are left out.

        What is unread is told for one member of the staff, if any is given.
        """

    def dossier(self, number: int) -> Dossier | None:
        """Everything about one ticket, or None."""

    def attachment(self, id_: int) -> bytes | None:
        """The content of an attachment."""

    def find(self, cls: type[T], **equal: Any) -> list[T]:
        """As `Transaction.find`, outside a transaction."""

    def stem(self, word: str) -> str:
        """As `Transaction.stem`."""

    def feature_rows(self, features: Iterable[int]) -> dict[int, bytes]:
        """As `Transaction.feature_rows`."""

    def word_counts(self, tokens: Collection[str]) -> tuple[Mapping[str, int], int]:
        """As `Transaction.word_counts`."""

    def told_near(self, told: Telling, numbers: Collection[str], since: datetime) -> list[Telling]:
        """As `Transaction.told_near`."""

    def last_ratings(self, count: int) -> list[Rating]:
        """As `Transaction.last_ratings`."""

    def search(self, text: str, limit: int, *, best: bool = False) -> Findings:
        """Tickets and articles that hold what is asked (see `rules.question`), newest first.

        With `best` those where the words weigh most come first.
        """

    def suggestions(self, number: int, most: int) -> list[Suggestion]:
        """What may help with a ticket: so many articles and so many solved tickets at most."""

    def articles(self, text: str, limit: int) -> list[ArticleHit]:
        """Articles that fit the words, best first; all by title where text is empty."""

    def loads(self, agent_ids: Sequence[int]) -> list[Load]:
        """What each of these agents carries now."""

    def flow(self, since: datetime, hours: int) -> Flow:
        """How many tickets were opened and solved in each of that many hours from then on.

        Costs what happened since, so ask for no more than some days.
        """

    def attainment(self, since: datetime) -> Attainment:
        """How many of the promises that came to their end since then were kept."""

    def due(self, now: datetime, limit: int) -> list[Timer]:
        """Timers whose time has come, earliest first."""

    def unassigned(
        self,
        limit: int,
        without: Collection[Waiting] = (),
        teams: Collection[int] | None = None,
    ) -> list[Ticket]:
        """Tickets that automatic teams have to hand out, the most urgent first, then the oldest.

        Of these teams if any are named, and none of those that wait for the same as `without`.
        """

    def inbox(self, agent: Agent, *, unseen_only: bool, limit: int) -> list[InboxLine]:
        """What a member of the staff was told, the newest first."""

    def events(
        self, after: int = 0, ticket_id: int | None = None, limit: int | None = None
    ) -> Iterator[Event]:
        """The log in order, after a line, of one ticket if given."""

    def article_events(self) -> Iterator[Event]:
        """What the log tells of articles, in order, and all that was taken back or done again."""

    def sealed_lines(self) -> Iterator[SealedLine]:
        """The whole log as it lies in the store, in order of id, unconverted and unbelieved."""

    def log_head(self) -> tuple[int, str]:
        """Id and hash the log ends with, as noted apart from the log itself."""

    def faults(self) -> list[str]:
        """What the store finds wrong with its own file: damage, rows that point to nothing."""


class Presence(Protocol):
    """Who is at which ticket now, kept apart from the desk: signs of life wake nobody.

    A `seat` is one console, by any name of its own; whoever sits there is at one ticket at most and
    is forgotten a few seconds after the last sign of life. Never raises: where it cannot be kept,
    everybody seems alone.
    """

    def stay(self, seat: str, login: str, ticket: int, doing: Doing, now: datetime) -> None:
        """Be at a ticket, and say so again every few seconds; takes the seat from another one."""

    def leave(self, seat: str) -> None:
        """Be at no ticket any more."""

    def at(self, tickets: Collection[int], now: datetime, without: str = "") -> tuple[Present, ...]:
        """Who is at these tickets, by ticket and login, the seat `without` aside."""


class Store(Protocol):
    """The desk's memory."""

    def transaction(self) -> AbstractContextManager[Transaction]:
        """Begin to write, alone; commits when the block ends, undoes everything if it raises."""

    def reading(self) -> AbstractContextManager[Reading]:
        """A consistent view for as long as the block lasts."""

    def data_version(self) -> int:
        """A number that changes whenever another process or thread has changed the desk.

        Costs microseconds; asked once a second by every open console.
        """

    def reindex(self) -> Iterator[tuple[int, int]]:
        """Build the search index anew from the values; yields how many are done, of how many."""

    def close(self) -> None:
        """Let go of the file."""
