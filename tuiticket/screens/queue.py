"""The queue: what there is to do, the most urgent first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType

from tuiticket.cells import drawable
from tuiticket.engine.commands.waves import TOLD as TOLD_OF_WAVES
from tuiticket.engine.model.event import Event
from tuiticket.engine.model.inbox import InboxLine
from tuiticket.engine.model.queue import QueueLine
from tuiticket.engine.rules.inbox import tellings
from tuiticket.i18n import _
from tuiticket.keymap import Context
from tuiticket.screens.bindings import bindings
from tuiticket.screens.call import CallScreen
from tuiticket.screens.new_ticket import NewTicketScreen
from tuiticket.screens.queue_reading import next_unread
from tuiticket.screens.ticket_acts import TicketActs
from tuiticket.screens.view_acts import ViewActs
from tuiticket.screens.wave_watch import WaveWatch
from tuiticket.widgets.marks import MOST
from tuiticket.widgets.status_bar import StatusBar
from tuiticket.widgets.ticket_table import TicketTable

TOLD = "colleague.told"
"""The event of a message from one colleague to another."""

WAVE = "wave.started"
"""The event of a sudden wave."""

MOST_NEWS = 99
"""Notices that are looked at to count the new ones; what is beyond only shows as more."""


class QueueScreen(WaveWatch, ViewActs, TicketActs[None]):
    """The list one works from: every act on a ticket is about the one under the cursor."""

    CONTEXTS: ClassVar[Sequence[Context]] = (Context.QUEUE, Context.ON_TICKET, Context.LIST)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Context.QUEUE, Context.ON_TICKET)]

    def current(self) -> QueueLine | None:
        """The ticket under the cursor."""
        return self.table.line

    def targets(self) -> Sequence[QueueLine]:
        """The marked tickets, else the one under the cursor."""
        current = self.current()
        return self.table.marked_lines or ([current] if current else [])

    def step_back(self) -> bool:
        """Take the marks away, then the filter."""
        if self.table.marked:
            self.table.unmark()
            return True
        return super().step_back()

    def action_queue_mark(self) -> None:
        """Mark the ticket, or take its mark away, and go on to the next one."""
        if self.table.ranging:
            self.table.toggle_range()
        else:
            self.table.toggle_mark()
        self.action_list_down()

    def action_queue_mark_range(self) -> None:
        """Begin to mark a range, or end it."""
        self.table.toggle_range()

    def action_queue_mark_all(self) -> None:
        """Mark all tickets of the list; none, where all are marked."""
        table = self.table
        if len(table.marked) == min(len(table.numbers), MOST):
            table.unmark()
        else:
            table.mark(table.numbers)
            if len(table.numbers) > MOST:
                self.notify(
                    _("The first {count} are marked; more at once would hold up everybody.").format(
                        count=MOST
                    ),
                    markup=False,
                )

    @on(TicketTable.Remarked)
    def _learn_marked(self) -> None:
        """Read the lines of marked tickets that were never in sight; an act needs them."""
        known = {line.id for line in self.table.marked_lines}
        missing = [number for number in self.table.marked if number not in known]
        if missing:
            self.read_lines(missing, group="marked", opens=True)

    def desk_ready(self) -> None:
        """Also look for news."""
        super().desk_ready()
        self._look_for_news()

    def desk_changed(self, events: Sequence[Event]) -> None:
        """Also look for news, and say at once who writes to me."""
        super().desk_changed(events)
        self._look_for_news()
        me, key = self.me.login, self.host.keys["inbox"].keys[0]
        for event in events:
            if event.kind == WAVE and self.me.role in TOLD_OF_WAVES:
                words = _("a sudden wave “{name}” · {key} opens the inbox")
                self.notify(words.format(name=drawable(event.data["name"]), key=key), markup=False)
            if me == event.data.get("login" if event.kind == TOLD else "") or me in (
                event.data.get("mentions", ())
            ):
                words = _("{who} writes to you · {key} opens the inbox")
                self.notify(words.format(who=event.actor, key=key), markup=False)

    def _look_for_news(self) -> None:
        """Count what I have not seen, as the inbox shows it."""
        me = self.me

        def tell(unseen: Sequence[InboxLine]) -> None:
            count = len(tellings(unseen))
            more = "+" if len(unseen) > MOST_NEWS else ""
            self.query_one(StatusBar).news = f"{count}{more}" if count else ""

        self.read(
            lambda reading: reading.inbox(me, unseen_only=True, limit=MOST_NEWS + 1),
            tell,
            group="news",
        )

    def on_screen_resume(self) -> None:
        """Back from a ticket: the cursor goes to the one that was read last."""
        if self.host.session is not None:
            self._look_for_news()
        number, self.host.last_open = self.host.last_open, None
        if number is not None:
            self.read_lines([number], group="read")  # it is not unread any more
            if number in self.table.numbers:
                self.table.go(self.table.numbers.index(number))

    def action_queue_next_unread(self) -> None:
        """To the next ticket with something unread."""
        self._go_to_unread(1)

    def action_queue_previous_unread(self) -> None:
        """To the ticket before with something unread."""
        self._go_to_unread(-1)

    def _go_to_unread(self, step: int) -> None:
        table, query, me, now = self.table, self.asked, self.session.me, self.now()
        numbers, cursor = table.numbers, table.cursor

        def go(row: int | None) -> None:
            if row is None:
                self.notify(_("Nothing is unread here."), markup=False)
            elif numbers is table.numbers:
                table.go(row)

        self.read(
            lambda reading: next_unread(reading, query, me, now, numbers, cursor, step),
            go,
            group="unread",
            opens=True,
        )

    def action_queue_open(self) -> None:
        """Open the ticket."""
        if self.table.number is not None:
            self.host.open_ticket(self.table.number, self.table.numbers)

    def action_queue_new(self) -> None:
        """Open a new ticket."""
        self.app.push_screen(NewTicketScreen())

    def action_queue_call(self) -> None:
        """Record a phone call or visit."""
        self.app.push_screen(CallScreen())

    @on(TicketTable.Opened)
    def _open_clicked(self, event: TicketTable.Opened) -> None:
        self.host.open_ticket(event.number, self.table.numbers)
