"""What the queue looks like while the desk is being opened."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen

from tuiticket.i18n import _
from tuiticket.keymap import Context, KeyMap
from tuiticket.screens.hints import hints
from tuiticket.widgets.column_titles import ColumnTitles
from tuiticket.widgets.hint_line import HintLine
from tuiticket.widgets.status_bar import StatusBar
from tuiticket.widgets.ticket_table import TicketTable


class OpeningScreen(Screen[None]):
    """The frame of the queue, and that there is nothing in it yet.

    It needs little of the program, and stands while the rest is loaded behind it.
    """

    DEFAULT_CSS = """
    OpeningScreen .filter { height: 1; padding: 0; color: $primary; }
    """

    def __init__(self, keys: KeyMap) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Status, filter, titles, no tickets, hints."""
        yield Horizontal(StatusBar(), classes="head")
        yield Horizontal(classes="filter")
        yield ColumnTitles()
        yield TicketTable()
        yield HintLine(lambda: hints(self._keys, Context.QUEUE, Context.ON_TICKET, Context.LIST))

    def on_mount(self) -> None:
        """Say what is going on."""
        self.query_one(TicketTable).say(_("Opening the desk…"))
