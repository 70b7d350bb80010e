"""Tickets for later: out of sight for a while, or to be asked after."""

from __future__ import annotations

from datetime import datetime

from textual.screen import ScreenResultType

from tuiticket.engine.commands.follow_up import FollowUp
from tuiticket.engine.commands.snoozing import Snooze, Wake
from tuiticket.i18n import _
from tuiticket.screens.acts.on_tickets import OnTickets, about
from tuiticket.screens.dialogs.when import When
from tuiticket.wording import day_and_time


class LaterActs(OnTickets[ScreenResultType]):
    """Keys that put things off."""

    def action_ticket_snooze(self) -> None:
        """Choose how long it stays out of sight; those that are snoozed can come back at once."""
        targets = self.targets()
        snoozed = any(one.snoozed_until is not None for one in targets)

        def snooze(until: datetime | None) -> None:
            if until is None:
                self.each(
                    _("Back in sight"),
                    lambda one: Wake(ticket=one.id),
                    targets,
                    action="ticket.snooze",
                )
                return
            self.each(
                _("Snoozed until {time}").format(time=day_and_time(until, self.zone)),
                lambda one: Snooze(ticket=one.id, until=until),
                targets,
                action="ticket.snooze",
            )

        if targets:
            never = _("not at all: back in sight now") if snoozed else ""
            dialog = When(about(_("Snooze until"), targets), self.now(), self.zone, never=never)
            self.ask(dialog, lambda picked: snooze(picked.at))

    def action_ticket_follow_up(self) -> None:
        """Choose when to ask after it, or say that this was done."""
        targets = self.targets()
        noted = any(one.follow_up_at is not None for one in targets)

        def follow_up(at: datetime | None) -> None:
            said = _("Followed up")
            if at is not None:
                said = _("To be asked after {time}").format(time=day_and_time(at, self.zone))
            self.each(
                said,
                lambda one: FollowUp(ticket=one.id, at=at),
                targets,
                action="ticket.follow-up",
            )

        if targets:
            never = _("it was done, or is not wanted any more") if noted else ""
            dialog = When(about(_("Follow-up"), targets), self.now(), self.zone, never=never)
            self.ask(dialog, lambda picked: follow_up(picked.at))
