"""The queue: what there is to do, the most urgent first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType

from tuiticket.engine.model.queue import QueueLine
from tuiticket.keymap import Context
from tuiticket.screens.bindings import bindings
from tuiticket.screens.call import CallScreen
from tuiticket.screens.new_ticket import NewTicketScreen
from tuiticket.screens.ticket_acts import TicketActs
from tuiticket.screens.ticket_list import TicketList
from tuiticket.widgets.ticket_table import TicketTable


class QueueScreen(TicketList, TicketActs[None]):
    """The list one works from: every act on a ticket is about the one under the cursor."""

    CONTEXTS: ClassVar[Sequence[Context]] = (Context.QUEUE, Context.ON_TICKET, Context.LIST)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Context.QUEUE, Context.ON_TICKET)]

    def current(self) -> QueueLine | None:
        """The ticket under the cursor."""
        return self.table.line

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
