"""The ticket under the cursor of a list, shown below it or beside it, in the size one likes."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.timer import Timer
from textual.widget import Widget

from tuiticket.screens.list_moves import ListMoves
from tuiticket.screens.ticket_view import TicketView, look_at
from tuiticket.screens.widths import NARROW_OR_WIDE, SIDE_BY_SIDE, TALL
from tuiticket.widgets.preview import Preview
from tuiticket.widgets.ticket_table import TicketTable

REST = 0.15
"""Seconds the cursor must rest on a ticket before its preview is read."""

STEP, LEAST, MOST = 5, 20, 80
"""Percent of the room by which the preview grows or shrinks, and between which it stays."""


class ListPreview(ListMoves):
    """A list with a preview. Whether it is shown, where and how large, is kept until one leaves."""

    DEFAULT_CSS = """
    ListPreview {
        & > .with-preview { height: 1fr; layout: vertical; }
        & > .with-preview.-beside { layout: horizontal; }
        & > .with-preview > Vertical { width: 1fr; height: 1fr; }
    }
    """
    HORIZONTAL_BREAKPOINTS = NARROW_OR_WIDE

    def __init__(self) -> None:
        super().__init__()
        self._rest: Timer | None = None
        self._asked_for: bool | None = None
        self._to_the_side = False
        self._shares = {False: 45, True: 50}

    def body(self) -> Sequence[Widget]:
        """The list itself, under its titles."""
        raise NotImplementedError

    def preview_unasked(self) -> bool:
        """Whether the preview is there before anybody asks for it: where the terminal is tall."""
        wish = self.host.setting.preview
        return self.size.height >= TALL if wish is None else wish

    def list_and_preview(self) -> ComposeResult:
        """The list with the preview where it belongs."""
        with Container(classes="with-preview"):
            with Vertical():
                yield from self.body()
            yield Preview()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a preview that is seen has a size, and only a wide terminal a side to put it."""
        if action in ("list_preview_larger", "list_preview_smaller"):
            return any(preview.display for preview in self.query(Preview))
        if action == "list_preview_side":
            return self.size.width >= SIDE_BY_SIDE
        return super().check_action(action, parameters)

    @property
    def preview(self) -> Preview:
        """The ticket under the cursor."""
        return self.query_one(Preview)

    def on_resize(self, event: events.Resize) -> None:
        """There may be room for a preview now, or none any more."""
        self.arrange_preview()

    def action_list_preview(self) -> None:
        """Show or hide the preview."""
        self._asked_for = not self._previewing
        self.arrange_preview()
        self.table.focus()

    def action_list_preview_side(self) -> None:
        """Put the preview beside the list, or below it again."""
        self._asked_for, self._to_the_side = True, not self._beside
        self.arrange_preview()

    def action_list_preview_larger(self) -> None:
        """Give the preview more room."""
        self._resize_preview(STEP)

    def action_list_preview_smaller(self) -> None:
        """Give the list more room."""
        self._resize_preview(-STEP)

    def arrange_preview(self) -> None:
        """Show the preview where it is wanted and there is a ticket to show, and read that."""
        preview, was = self.preview, self.preview.display
        preview.display = self._previewing and self.table.number is not None
        preview.place(self._shares[self._beside], beside=self._beside)
        self.query_one(".with-preview").set_class(self._beside, "-beside")
        if preview.display and not was:
            self.read_preview()

    def read_preview(self) -> None:
        """Read the ticket under the cursor, if it is to be seen."""
        number = self.table.number
        if self.preview.display and number is not None:
            self.read(lambda reading: look_at(reading, number), self._show_preview, group="preview")

    @property
    def _previewing(self) -> bool:
        """Whether the preview is wanted."""
        if self._asked_for is not None:
            return self._asked_for
        return self.preview_unasked()

    @property
    def _beside(self) -> bool:
        """Whether it stands beside the list: a narrow terminal has no room for that."""
        return self._to_the_side and self.size.width >= SIDE_BY_SIDE

    def _resize_preview(self, by: int) -> None:
        share = self._shares[self._beside] + by
        self._shares[self._beside] = max(LEAST, min(share, MOST))
        self.arrange_preview()

    @on(TicketTable.Moved)
    def _read_soon(self) -> None:
        """Read the ticket once the cursor rests; nobody reads what rushes by."""
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST, self.read_preview)

    def _show_preview(self, view: TicketView) -> None:
        now = self.now()
        self.preview.heading.show(view.dossier, now)
        self.preview.story.show(view.story, view.names, now, self.zone)
        self.preview.story.to_newest()
