"""The wall board: the same list, with the desk at a glance beside it. Nothing on it writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from tuiticket.engine.model.event import Event
from tuiticket.engine.rules.views import MOST_COUNTED, View
from tuiticket.i18n import _
from tuiticket.screens.board_reading import standing
from tuiticket.screens.ticket_list import MINUTE, TicketList
from tuiticket.screens.widths import LOW_OR_TALL
from tuiticket.widgets.board_panel import BoardPanel, Standing
from tuiticket.widgets.column_titles import ColumnTitles
from tuiticket.widgets.figures import Figure, Figures
from tuiticket.widgets.flow_chart import FlowChart
from tuiticket.widgets.ticket_table import TicketTable


@dataclass(frozen=True, slots=True)
class Watch:
    """What a board on the wall does by itself.

    After `rotate` seconds on a view it goes to the next one (0: never); it rings the terminal's
    bell when one more ticket is late; it shows only what `query` lets through.
    """

    rotate: int = 0
    bell: bool = False
    query: str = ""


class BoardScreen(TicketList):
    """The queue by urgency, teams, agents, and what is due next; on a large screen figures too."""

    VERTICAL_BREAKPOINTS = LOW_OR_TALL
    DEFAULT_CSS = """
    BoardScreen.-low Figures, BoardScreen.-low FlowChart { display: none; }
    """

    def __init__(self, watch: Watch | None = None) -> None:
        self._board = watch or Watch()
        super().__init__(self._board.query)
        self._late: frozenset[int] | None = None
        self._shown_since: datetime | None = None

    def body(self) -> Sequence[Widget]:
        """Figures over the list, the day below it, the panel at its right."""
        list_ = Vertical(ColumnTitles(), TicketTable(), FlowChart())
        return Figures(), Horizontal(list_, BoardPanel())

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

    def view_changed(self) -> None:
        """Another view has its time from its beginning on."""
        self._shown_since = self.now()
        super().view_changed()

    def second_passed(self, now: datetime) -> None:
        """Also move the panel's clocks on, and go to the next view when it is time."""
        super().second_passed(now)
        self.panel.second_passed(now)
        if now.second % MINUTE == 0:
            self._look_around()
        self._shown_since = self._shown_since or now
        if self._board.rotate and (now - self._shown_since).total_seconds() >= self._board.rotate:
            self.action_view_next()

    def language_changed(self) -> None:
        """Also name the figures anew."""
        super().language_changed()
        self._look_around()

    def _look_around(self) -> None:
        now = self.now()
        self.read(lambda reading: standing(reading, now), self._tell, group="standing")

    def _tell(self, found: Standing) -> None:
        self.panel.show(found, self.now())
        self.query_one(Figures).show(figures(found))
        if found.since is not None:
            self.query_one(FlowChart).show(found.flow, found.since, self.zone)
        if self._board.bell and self._late is not None and found.late - self._late:
            self.app.bell()
        self._late = found.late


def figures(found: Standing) -> list[Figure]:
    """The numbers that matter most, in the language of the moment."""

    def told(count: int) -> str:
        return str(count) if count <= MOST_COUNTED else f"{MOST_COUNTED}+"

    kept = found.today.percent
    return [
        Figure(told(len(found.late)), _("late"), "late" if found.late else "mine"),
        Figure(told(found.unanswered), _("unanswered"), "soon" if found.unanswered else "mine"),
        Figure(told(found.free), _("without an owner"), "soon" if found.free else "mine"),
        Figure(told(found.active), _("to do")),
        Figure("-" if kept is None else str(kept), _("% kept today"), "mine"),
    ]
