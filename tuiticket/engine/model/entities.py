"""The model classes that live in the store, by the names the log knows them under."""

from __future__ import annotations

from typing import Any

from tuiticket.engine.model.article import (
    Article,
    ArticleCheck,
    ArticleDraft,
    ArticleLink,
    ArticleVote,
)
from tuiticket.engine.model.calendar import ShopCalendar
from tuiticket.engine.model.canned import CannedReply
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.clock import Clock, FiredStep, Policy
from tuiticket.engine.model.customer import Contact, Customer
from tuiticket.engine.model.duplicate import PossibleDuplicate
from tuiticket.engine.model.judgement import (
    Classifier,
    FeatureRow,
    Judgement,
    Keyword,
    Lesson,
    TemperCourse,
    TemperLesson,
    TemperWord,
)
from tuiticket.engine.model.link import TicketLink
from tuiticket.engine.model.message import Attachment, Delivery, Mail, Message
from tuiticket.engine.model.order import Order
from tuiticket.engine.model.people import Agent, Draft, Membership, Notice, Team
from tuiticket.engine.model.procedure import Checklist, StepTick
from tuiticket.engine.model.rating import Outlook, Rating
from tuiticket.engine.model.routing import RoutingRule
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.synonyms import Synonyms
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.timer import Timer
from tuiticket.engine.model.view import SavedView
from tuiticket.engine.model.watching import Seen, Watcher
from tuiticket.engine.model.wave import Wave, WaveTicket

LOGGED: dict[str, type[Any]] = {
    cls.__name__: cls
    for cls in (
        Agent,
        Article,
        ArticleCheck,
        ArticleLink,
        ArticleVote,
        Attachment,
        CannedReply,
        Category,
        Checklist,
        Clock,
        Contact,
        Customer,
        Delivery,
        FiredStep,
        Judgement,
        Keyword,
        Lesson,
        Mail,
        Membership,
        Message,
        Order,
        Policy,
        PossibleDuplicate,
        Rating,
        RoutingRule,
        SavedView,
        Settings,
        ShopCalendar,
        StepTick,
        Synonyms,
        Team,
        TemperLesson,
        TemperWord,
        Ticket,
        TicketLink,
        Watcher,
        Wave,
        WaveTicket,
    )
}
"""Whose every change is in the log."""

UNLOGGED: tuple[type[Any], ...] = (
    ArticleDraft,
    Classifier,
    Draft,
    FeatureRow,
    Notice,
    Outlook,
    Seen,
    TemperCourse,
    Timer,
)
"""What is private or follows from the rest.

Unsent words and how far one has read, notices told by an event already, timers, and what the desk
learned.
"""
