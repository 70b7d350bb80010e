"""Telling those who watch a ticket what others did to it."""

from __future__ import annotations

from collections.abc import Mapping

from tuiticket.engine.model.event import Event
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.watching import Watcher
from tuiticket.engine.work import Work

QUIET = frozenset(
    {
        "clock.recounted",
        "clock.reminded",
        "clock.retargeted",
        "mail.filed",
        "ticket.in-wave",
        "ticket.unwatched",
        "ticket.watched",
    }
)
"""Kinds of event that are no news to a watcher."""


def tell_watchers(work: Work) -> None:
    """Leave one notice for each watcher of each ticket something happened to.

    It names the events. Who did it themselves, or was told of the ticket already in this piece of
    work, hears nothing more.
    """
    news = _news(work.events)
    watchers = work.tx.find(Watcher, ticket_id=tuple(news)) if news else []
    for watcher in watchers:
        if (watcher.agent_id, watcher.ticket_id) not in work.told:
            ticket = work.tx.get(Ticket, watcher.ticket_id)
            work.tell(watcher.agent_id, ticket, "watched", events=news[watcher.ticket_id])


def _news(events: list[Event]) -> Mapping[int, list[int]]:
    """The ids of what is worth telling, by ticket."""
    news: dict[int, list[int]] = {}
    for event in events:
        if event.ticket_id is not None and event.kind not in QUIET:
            news.setdefault(event.ticket_id, []).append(event.id)
    return news
