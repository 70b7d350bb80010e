"""Where tickets stand: solving, waiting, reopening.

These acts name the version that was looked at, so that nobody solves what a customer has just
written on.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.screen import ScreenResultType

from tuiticket.engine.commands.life import Move, Reopen
from tuiticket.engine.commands.spam import MarkSpam, NotSpam
from tuiticket.engine.model.ticket import State
from tuiticket.i18n import _
from tuiticket.screens.acts.on_tickets import OnTickets, about
from tuiticket.screens.dialogs.pick import Pick
from tuiticket.screens.on_ticket import OnTicket
from tuiticket.screens.options import states


class LivingActs(OnTickets[ScreenResultType]):
    """Keys that move tickets on in their life."""

    def action_ticket_solve(self) -> None:
        """Say that it is solved."""
        self._move("ticket.solve", _("Solved"), State.SOLVED)

    def action_ticket_wait(self) -> None:
        """Wait for the customer."""
        self._move("ticket.wait", _("Waiting for the customer"), State.WAITING_CUSTOMER)

    def action_ticket_reopen(self) -> None:
        """Bring it back to work."""
        self.each(
            _("Reopened"),
            lambda one: Reopen(ticket=one.id, version=one.version),
            action="ticket.reopen",
        )

    def action_ticket_state(self) -> None:
        """Choose the state it goes to."""
        targets = self.targets()
        if targets:
            pick = Pick(about(_("State"), targets), states(one.state for one in targets))
            self.ask(
                pick, lambda state: self._move("ticket.state", _("State changed"), state, targets)
            )

    def action_ticket_spam(self) -> None:
        """Lay it to rest as spam, or bring it back from there."""
        targets = self.targets()
        if targets and all(one.state is State.SPAM for one in targets):
            self.each(
                _("No spam after all"),
                lambda one: NotSpam(ticket=one.id, version=one.version),
                targets,
                action="ticket.spam",
            )
        else:
            self.each(
                _("Marked as spam"),
                lambda one: MarkSpam(ticket=one.id, version=one.version),
                targets,
                action="ticket.spam",
            )

    def _move(
        self, action: str, said: str, to: State, targets: Sequence[OnTicket] | None = None
    ) -> None:
        self.each(
            said,
            lambda one: Move(ticket=one.id, to=to, version=one.version),
            targets,
            action=action,
        )
