"""Asking after a ticket at a later date, whatever state it is in then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.snoozing import ahead
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.people import Team
from tuiticket.engine.model.ticket import State, Ticket
from tuiticket.engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Command):
    """Set when to ask after a ticket; None says that it was done, or is not wanted any more.

    Its owner is told when the time has come, and it stays noted until somebody says it is done.
    """

    ticket: int
    at: datetime | None
    version: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises BadInput for a time that is past, Refused where nothing changes, or for spam."""
        ticket = work.ticket(self.ticket, self.version)
        at = None if self.at is None else ahead(work, self.at)
        if at == ticket.follow_up_at:
            raise Refused(N_("Ticket {number} is so already."), number=ticket.id)
        if ticket.state is State.SPAM:
            raise Refused(N_("Ticket {number} is spam."), number=ticket.id)
        work.change(ticket, follow_up_at=at, follow_up_told=False)
        if at is None:
            work.record("ticket.followed-up", ticket.id)
        else:
            work.record("ticket.follow-up-set", ticket.id, until=work.local(at))


def remind_to_follow_up(work: Work, ticket: Ticket) -> Ticket:
    """Tell the owner, or the team's lead where there is none, that it is time to ask after it."""
    ticket = work.change(ticket, follow_up_told=True)
    work.record("ticket.follow-up-due", ticket.id)
    team = work.tx.get(Team, ticket.team_id) if ticket.team_id else None
    work.tell(ticket.owner_id or (team.lead_id if team else None), ticket, "follow-up")
    return ticket
