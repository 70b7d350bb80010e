"""The ticket under the cursor of a list: its heading and the end of its story."""

from __future__ import annotations

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Vertical

from tuiticket.widgets.ticket_heading import TicketHeading
from tuiticket.widgets.timeline import Timeline


class Preview(Vertical):
    """Hidden until there is something to show."""

    DEFAULT_CSS = """
    Preview {
        display: none;
        & Timeline { padding: 0 0 0 1; }
        &.-beside { border-left: solid $rule; }
    }
    """

    def compose(self) -> ComposeResult:
        """Heading and story."""
        yield TicketHeading()
        yield Timeline()

    def place(self, share: int, *, beside: bool) -> None:
        """Stand below the list or beside it, taking so many percent of the room."""
        self.styles.width = f"{share}%" if beside else "100%"
        self.styles.height = "100%" if beside else f"{share}%"
        self.set_class(beside, "-beside")

    @property
    def heading(self) -> TicketHeading:
        """What the ticket is about, and how it stands."""
        return self.query_one(TicketHeading)

    @property
    def story(self) -> Timeline:
        """What was said and done."""
        return self.query_one(Timeline)

    def second_passed(self, now: datetime) -> None:
        """Let the clock move on."""
        if self.display:
            self.heading.second_passed(now)
