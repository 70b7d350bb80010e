"""The log of one ticket: every step that was ever taken on it, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tuiticket.cells import drawable
from tuiticket.engine.model.event import Event
from tuiticket.i18n import _, ngettext
from tuiticket.screens.desk_screen import DeskScreen
from tuiticket.screens.hints import hints
from tuiticket.screens.ticket_view import TicketView, look_at
from tuiticket.widgets.hint_line import Hint, HintLine
from tuiticket.widgets.lines import Lines
from tuiticket.widgets.log_page import LogPage
from tuiticket.widgets.page import Line, Piece, aside, line


class LogScreen(DeskScreen[None]):
    """All events of a ticket, the newest in sight."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll(3)", show=False),
        Binding("k", "scroll(-3)", show=False),
    ]

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.view: TicketView | None = None

    def compose(self) -> ComposeResult:
        """A heading and the page."""
        yield Lines(self._heading, classes="-heading")
        yield LogPage()
        yield HintLine(self._hints)

    def _hints(self) -> Sequence[Hint]:
        moving = Hint("j k", _("scroll")), Hint("esc", _("leave"))
        return [*moving, *hints(self.host.keys)]

    def desk_ready(self) -> None:
        """Read the log and go to its end."""
        self.query_one(LogPage).focus()
        self.read(
            lambda reading: look_at(reading, self.number), self._begin, group="log", opens=True
        )

    def desk_changed(self, events: Sequence[Event]) -> None:
        """Read it again when something happened on this ticket."""
        if any(event.ticket_id == self.number for event in events):
            self.read(lambda reading: look_at(reading, self.number), self._show, group="log")

    def language_changed(self) -> None:
        """Say everything again."""
        if self.view is not None:
            self._show(self.view)

    def action_scroll(self, lines: int) -> None:
        """Scroll by some lines."""
        self.query_one(LogPage).scroll_relative(y=lines, animate=False)

    def _begin(self, view: TicketView) -> None:
        self._show(view)
        page = self.query_one(LogPage)
        self.once_shown(page, partial(page.scroll_end, animate=False, immediate=True))

    def _show(self, view: TicketView) -> None:
        self.view = view
        self.query_one(Lines).renew()
        self.query_one(LogPage).show(view.dossier.events, view.names, self.zone)

    def _heading(self, width: int) -> Iterator[Line]:
        if self.view is None:
            yield line(Piece(_("reading …"), "quiet"))
            return
        events = len(self.view.dossier.events)
        count = ngettext("{n} step", "{n} steps", events).format(n=events)
        subject = drawable(self.view.dossier.ticket.subject)
        log = Piece(_("Log of #{number}").format(number=self.number), "title")
        yield aside((log, Piece(f" {subject}")), Piece(count, "quiet"), width)
