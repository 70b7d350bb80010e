"""What the timeline of a ticket consists of: what was said, and what was done in between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import TypeAlias

from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.model.event import Event
from tuiticket.engine.model.message import Attachment, Direction, Message
from tuiticket.i18n import _

TOLD_BY_MESSAGES = frozenset(
    {"mail.filed", "message.automatic", "message.received", "message.sent", "note.added"}
)
"""Events that say no more than the message they are about."""


@dataclass(frozen=True, slots=True)
class Said:
    """A message with the name of who wrote it and the files it brought."""

    message: Message
    who: str
    files: tuple[Attachment, ...]

    @property
    def at(self) -> datetime:
        """When it was said."""
        return self.message.at


@dataclass(frozen=True, slots=True)
class Done:
    """Steps taken one after the other with nothing said in between."""

    events: tuple[Event, ...]

    @property
    def at(self) -> datetime:
        """When the first step was taken."""
        return self.events[0].at


Entry: TypeAlias = Said | Done


def entries(dossier: Dossier) -> tuple[Entry, ...]:
    """The story of a ticket, oldest first; in the same second words come before deeds."""
    told: list[Entry] = [
        Said(message, _author(dossier, message), _files(dossier.attachments, message))
        for message in dossier.messages
    ]
    told += [Done((event,)) for event in dossier.events if event.kind not in TOLD_BY_MESSAGES]
    told.sort(key=lambda entry: (entry.at, isinstance(entry, Done)))
    story: list[Entry] = []
    for deeds, run in groupby(told, key=lambda entry: isinstance(entry, Done)):
        if deeds:
            steps = (event for entry in run if isinstance(entry, Done) for event in entry.events)
            story.append(Done(tuple(steps)))
        else:
            story.extend(run)
    return tuple(story)


def _author(dossier: Dossier, message: Message) -> str:
    if message.direction is Direction.IN:
        if message.customer_id in (None, dossier.customer.id):
            return dossier.customer.name
        return _("somebody else")
    agent = dossier.agent(message.agent_id)
    return agent.name if agent else _("the desk")


def _files(attachments: Iterable[Attachment], message: Message) -> tuple[Attachment, ...]:
    return tuple(file for file in attachments if file.message_id == message.id)
