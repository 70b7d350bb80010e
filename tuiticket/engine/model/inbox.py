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


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Notices that tell the same again, the newest first; mostly one."""

    lines: tuple[InboxLine, ...]

    @property
    def newest(self) -> InboxLine:
        """The one that stands for all of them."""
        return self.lines[0]

    @property
    def id(self) -> int:
        """The id of the first that was told: it stays when more are told."""
        return self.lines[-1].notice.id

    @property
    def new(self) -> bool:
        """Whether they have not been seen."""
        return self.newest.notice.seen_at is None
