"""Putting a ticket out of sight for a while."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tuiticket.engine.commands.assignment import active
from tuiticket.engine.commands.command import Command
from tuiticket.engine.errors import N_, BadInput, Refused
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Snooze(Command):
    """Keep a ticket out of the views until then, or until its customer writes.

    Its clocks run on: they are promises to the customer, who does not know of it.
    """

    ticket: int
    until: datetime
    version: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises BadInput for a time that is past, Refused for a ticket that is not active."""
        ticket = active(work.ticket(self.ticket, self.version))
        until = ahead(work, self.until)
        if until == ticket.snoozed_until:
            raise Refused(N_("Ticket {number} is so already."), number=ticket.id)
        work.change(ticket, snoozed_until=until)
        work.record("ticket.snoozed", ticket.id, until=work.local(until))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wake(Command):
    """Bring a snoozed ticket back into the views before its time."""

    ticket: int
    version: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Refused for a ticket that is not snoozed."""
        ticket = work.ticket(self.ticket, self.version)
        if ticket.snoozed_until is None:
            raise Refused(N_("Ticket {number} is not snoozed."), number=ticket.id)
        wake(work, ticket)


def wake(work: Work, ticket: Ticket) -> Ticket:
    """Bring a ticket back into the views, and tell its owner."""
    ticket = work.change(ticket, snoozed_until=None)
    work.record("ticket.woken", ticket.id)
    work.tell(ticket.owner_id, ticket, "woken")
    return ticket


def ahead(work: Work, at: datetime) -> datetime:
    """The instant in whole seconds; raises BadInput if it is not in the future."""
    at = at.replace(microsecond=0)
    if at <= work.now:
        raise BadInput(
            N_("{at} is past."), N_("Give a time to come."), at=work.local(at).replace("T", " ")
        )
    return at
