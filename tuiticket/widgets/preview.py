"""The ticket under the cursor, below the list: its heading and the end of its story."""

from __future__ import annotations

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Vertical

from tuiticket.widgets.ticket_heading import TicketHeading
from tuiticket.widgets.timeline import Timeline


class Preview(Vertical):
    """Hidden until asked for."""

    DEFAULT_CSS = """
    Preview {
        height: 45%;
        display: none;
        & Timeline { padding: 0 0 0 1; }
    }
    """

    def compose(self) -> ComposeResult:
        """Heading and story."""
        yield TicketHeading()
        yield Timeline()

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
