"""Who works on tickets: taking, giving away, handing over to another team."""

from __future__ import annotations

from collections.abc import Sequence

from textual.screen import ScreenResultType

from tuiticket.engine.commands.assignment import Assign, Release, Steal, Take, Transfer
from tuiticket.i18n import _
from tuiticket.screens.acts.on_tickets import OnTickets, about
from tuiticket.screens.dialogs.ask import Ask
from tuiticket.screens.dialogs.hand_over import HandOver, Handover
from tuiticket.screens.dialogs.pick import Option, Pick
from tuiticket.screens.on_ticket import Doing
from tuiticket.screens.options import NOBODY, agents, teams


class OwningActs(OnTickets[ScreenResultType]):
    """Keys that give tickets to people and teams."""

    def action_ticket_take(self) -> None:
        """Make it mine."""
        self.each(_("Taken"), lambda one: Take(ticket=one.id), action="ticket.take")

    def action_ticket_steal(self) -> None:
        """Say why it is taken from whoever has it, who will be told."""
        targets = self.targets()
        if targets:
            question = Ask(
                about(_("Take over"), targets),
                _("Why? Who has it reads this."),
                verb=_("take over"),
            )
            self.ask(
                question,
                lambda reason: self.each(
                    _("Taken over"),
                    lambda one: Steal(ticket=one.id, reason=reason),
                    targets,
                    action="ticket.steal",
                ),
            )

    def action_ticket_assign(self) -> None:
        """Choose whose it becomes, or put it back into its team's queue."""
        targets = self.targets()

        def offer(options: Sequence[Option[str]]) -> None:
            pick = Pick(about(_("Assign to"), targets), options)
            self.ask(
                pick,
                lambda login: self.each(
                    _("Assigned"), _handing(login), targets, action="ticket.assign"
                ),
            )

        if targets:
            number = targets[0].id
            self.read(
                lambda reading: agents(reading, self.me, number), offer, group="options", opens=True
            )

    def action_ticket_transfer(self) -> None:
        """Choose the team it goes to, say why, and until when its result is wanted."""
        targets = self.targets()

        def hand_over(team: str, how: Handover) -> None:
            self.each(
                _("Transferred"),
                lambda one: Transfer(
                    ticket=one.id, team=team, reason=how.reason, submit_by=how.submit_by
                ),
                targets,
                action="ticket.transfer",
            )

        def why(team: str) -> None:
            self.ask(HandOver(about(_("Transfer"), targets)), lambda how: hand_over(team, how))

        def offer(options: Sequence[Option[str]]) -> None:
            self.ask(Pick(about(_("Transfer to"), targets), options), why)

        if targets:
            self.read(teams, offer, group="options", opens=True)


def _handing(login: str) -> Doing:
    """How a ticket is given to a colleague, or back to its team."""
    if login == NOBODY:
        return lambda one: Release(ticket=one.id)
    return lambda one: Assign(ticket=one.id, login=login)
