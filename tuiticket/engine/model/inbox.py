"""What a member of the staff finds in their inbox."""

from __future__ import annotations

from dataclasses import dataclass

from tuiticket.engine.model.event import Event
from tuiticket.engine.model.people import Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxLine:
    """One notice as the inbox shows it.

    With the subject of its ticket, if it is about one, and the events a watcher is told of.
    """

    notice: Notice
    subject: str | None = None
    events: tuple[Event, ...] = ()
