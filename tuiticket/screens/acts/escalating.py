"""Calling for help with tickets."""

from __future__ import annotations

from textual.screen import ScreenResultType

from tuiticket.engine.commands.escalating import Escalate
from tuiticket.i18n import _
from tuiticket.screens.acts.on_tickets import OnTickets, about
from tuiticket.screens.dialogs.ask import Ask


class EscalatingActs(OnTickets[ScreenResultType]):
    """The key that calls a lead."""

    def action_ticket_escalate(self) -> None:
        """Raise the priority and call the team's lead, with a reason."""
        targets = self.targets()

        def call(reason: str) -> None:
            self.each(
                _("Escalated"),
                lambda one: Escalate(ticket=one.id, reason=reason),
                targets,
                action="ticket.escalate",
            )

        if targets:
            question = _("Why? The team’s lead reads this first.")
            self.ask(Ask(about(_("Escalate"), targets), question, verb=_("escalate")), call)
