"""Moving the cursor of a list of tickets."""

from __future__ import annotations

from tuiticket.screens.desk_screen import LookingScreen
from tuiticket.widgets.ticket_table import TicketTable


class ListMoves(LookingScreen[None]):
    """A screen with one list of tickets, which the moving keys are about."""

    @property
    def table(self) -> TicketTable:
        """The list."""
        return self.query_one(TicketTable)

    def action_list_down(self) -> None:
        """To the next line."""
        self.table.move(1)

    def action_list_up(self) -> None:
        """To the line before."""
        self.table.move(-1)

    def action_list_top(self) -> None:
        """To the first line."""
        self.table.go(0)

    def action_list_bottom(self) -> None:
        """To the last line."""
        self.table.go(len(self.table.numbers) - 1)

    def action_list_page_down(self) -> None:
        """Half a page on."""
        self.table.page(1)

    def action_list_page_up(self) -> None:
        """Half a page back."""
        self.table.page(-1)
