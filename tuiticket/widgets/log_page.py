"""The log of a ticket on a page: every step in words, with what changed by it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from tuiticket.cells import drawable
from tuiticket.engine.model.event import Event
from tuiticket.event_words import NO_NAMES, Names, actor, details, sentence, through
from tuiticket.i18n import _
from tuiticket.widgets.page import Line, Page, Piece, aside, line
from tuiticket.widgets.wrapping import wrap

INDENT = "  "


class LogPage(Page):
    """Events, oldest first."""

    DEFAULT_CSS = """
    LogPage { padding: 0 0 0 1; }
    """

    def __init__(self, classes: str | None = None) -> None:
        super().__init__(classes)
        self._events: tuple[Event, ...] = ()
        self._names = NO_NAMES
        self._zone = ZoneInfo("UTC")

    def show(self, events: tuple[Event, ...], names: Names, zone: ZoneInfo) -> None:
        """Show these events."""
        self._events, self._names, self._zone = events, names, zone
        self.renew()

    def compose_lines(self, width: int) -> Iterator[Line]:
        """Who and when on one line, what happened below, what changed by it below that."""
        if not self._events:
            yield line(Piece(_("Nothing has happened yet."), "quiet"))
        for event in self._events:
            who = Piece(actor(event, self._names), "strong")
            way = Piece(f" · {through(event)} · {event.id}", "quiet")
            yield aside((who, way), Piece(_exactly(event.at, self._zone), "quiet"), width)
            for text in _wrapped(sentence(event, self._names), width):
                yield line(text)
            for detail in details(event, self._names):
                for text in _wrapped(f"· {detail}", width):
                    yield line(Piece(text, "quiet"))


def _wrapped(text: str, width: int) -> Iterator[str]:
    rows = wrap(drawable(text), max(2, width - len(INDENT)))
    return (INDENT + row for row in rows)


def _exactly(instant: datetime, zone: ZoneInfo) -> str:
    return f"{instant.astimezone(zone):%Y-%m-%d %H:%M:%S}"
