"""What customers say by other ways than the desk's own."""

from __future__ import annotations

from textual.screen import ScreenResultType

from tuiticket.engine.commands.conversation import Receive
from tuiticket.i18n import _
from tuiticket.screens.acts.on_tickets import OnTickets, about
from tuiticket.screens.dialogs.received import ReceivedDialog, Said


class HearingActs(OnTickets[ScreenResultType]):
    """The key that records what a customer said."""

    def action_ticket_receive(self) -> None:
        """Write down what they said, and how it came."""
        current = self.current()

        def record(said: Said) -> None:
            assert current is not None
            self.act(
                Receive(ticket=current.id, body=said.text, channel=said.channel),
                said=f"{_('Recorded')} · #{current.id}",
            )

        if current:
            self.ask(ReceivedDialog(about(_("The customer said"), [current])), record)
