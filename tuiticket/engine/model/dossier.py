"""Everything about one thing at once, as a screen or a command shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tuiticket.engine.model.article import Article
from tuiticket.engine.model.calendar import ShopCalendar
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.clock import Clock, Policy
from tuiticket.engine.model.customer import Contact, Customer
from tuiticket.engine.model.duplicate import Double
from tuiticket.engine.model.event import Event
from tuiticket.engine.model.hint import Habit, Pressing
from tuiticket.engine.model.judgement import Judgement
from tuiticket.engine.model.link import Linked
from tuiticket.engine.model.message import Attachment, Message
from tuiticket.engine.model.order import Order
from tuiticket.engine.model.people import Agent, Team
from tuiticket.engine.model.queue import QueueLine
from tuiticket.engine.model.rating import Outlook, Rating
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.wave import Wave


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One ticket with all that belongs beside it.

    `events` is its whole log in order; `policies` and `calendars` are those its clocks follow;
    `judgement` is what the desk made of it, None where it was never read; `habit` the kind that
    tickets like it mostly end as and `pressing` the priority its first words ask for, None where
    nothing speaks for one or it is done; `rating` what its
    customer thought of it, `outlook` what the ratings of others tell; `others` are the customer's
    other open tickets, newest first. `linked` are the tickets it has to do with, `doubles` the
    active ones it may tell again, or that may tell it again, as long as nobody denied it; `wave` is
    the one it belongs to; `watchers` are the ids of those who watch it. Attachments come without
    their content.
    """

    ticket: Ticket
    customer: Customer
    contacts: tuple[Contact, ...]
    messages: tuple[Message, ...]
    attachments: tuple[Attachment, ...]
    clocks: tuple[Clock, ...]
    policies: tuple[Policy, ...]
    calendars: tuple[ShopCalendar, ...]
    events: tuple[Event, ...]
    agents: tuple[Agent, ...]
    team: Team | None
    category: Category | None
    judgement: Judgement | None
    proposals: tuple[Category, ...]
    rating: Rating | None
    outlook: Outlook | None
    order: Order | None
    others: tuple[QueueLine, ...]
    habit: Habit | None = None
    pressing: Pressing | None = None
    orders: tuple[Order, ...] = ()
    """The customer's latest orders, newest first."""
    linked: tuple[Linked, ...] = ()
    doubles: tuple[Double, ...] = ()
    wave: Wave | None = None
    watchers: tuple[int, ...] = ()

    @property
    def owner(self) -> Agent | None:
        """Who the ticket belongs to, if anyone."""
        return self.agent(self.ticket.owner_id)

    @property
    def other_kind(self) -> Habit | None:
        """What speaks for another kind than it has."""
        return self.habit if self.habit and self.habit.kind is not self.ticket.kind else None

    @property
    def higher_priority(self) -> Pressing | None:
        """What speaks for a higher priority than it has."""
        found = self.pressing
        return found if found and found.priority > self.ticket.priority else None

    def agent(self, agent_id: int | None) -> Agent | None:
        """The member of staff with that id, among all of the desk."""
        return next((agent for agent in self.agents if agent.id == agent_id), None)


class HitKind(StrEnum):
    """Where a search found its words."""

    TICKET = "ticket"
    MESSAGE = "message"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One find of a full-text search.

    `id` is the ticket's number, or the article's id; `snippet` is plain text around the first
    match, `marks` the start and end of each matched stretch in it.
    """

    kind: HitKind
    id: int
    title: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a search found: the first hits, in order, and how many there are.

    With `more` they were not all counted. Where what was typed stands nowhere, `typed` are those
    words and `meant` what was looked for in their place. Where nothing holds all that is asked, the
    total is 0 and the hits, if any, are the articles that come `near` to it.
    """

    hits: tuple[Hit, ...]
    total: int
    more: bool = False
    near: bool = False
    typed: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleHit:
    """An article found in the knowledge base, best first, with a plain snippet and its marks."""

    article: Article
    snippet: str
    marks: tuple[tuple[int, int], ...]
