"""The wall board: the same list, with the desk at a glance beside it. Nothing on it writes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from tuiticket.engine.model.event import Event
from tuiticket.engine.rules.views import View
from tuiticket.screens.board_reading import standing
from tuiticket.screens.ticket_list import MINUTE, TicketList
from tuiticket.widgets.board_panel import BoardPanel
from tuiticket.widgets.column_titles import ColumnTitles
from tuiticket.widgets.ticket_table import TicketTable


class BoardScreen(TicketList):
    """The queue by urgency, teams, agents, and what is due next."""

    def body(self) -> Sequence[Widget]:
        """The list with the panel at its right."""
        return (Horizontal(Vertical(ColumnTitles(), TicketTable()), BoardPanel()),)

    def shows(self, view: View) -> bool:
        """Nobody sits here whose own tickets could be shown."""
        return not view.personal

    def preview_unasked(self) -> bool:
        """Nobody reads single tickets from afar."""
        return False

    @property
    def panel(self) -> BoardPanel:
        """The desk at a glance."""
        return self.query_one(BoardPanel)

    def desk_ready(self) -> None:
        """Also look around."""
        super().desk_ready()
        self._look_around()

    def desk_changed(self, events: Sequence[Event]) -> None:
        """Also look around again."""
        super().desk_changed(events)
        self._look_around()

    def second_passed(self, now: datetime) -> None:
        """Also move the panel's clocks on."""
        super().second_passed(now)
        self.panel.second_passed(now)
        if now.second % MINUTE == 0:
            self._look_around()

    def _look_around(self) -> None:
        now = self.now()
        self.read(
            lambda reading: standing(reading, now),
            lambda found: self.panel.show(found, self.now()),
            group="standing",
        )
