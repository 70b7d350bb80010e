"""Results of a team that was handed a ticket: submitted, reviewed, made known."""

from __future__ import annotations

from dataclasses import dataclass

from tuiticket.engine.commands.assignment import active
from tuiticket.engine.commands.clockface import tell_clocks
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.conversation import note_down
from tuiticket.engine.commands.life import REASON_LIMIT, move
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.people import Team
from tuiticket.engine.model.ticket import State, Ticket
from tuiticket.engine.model.turn import Turn, TurnKind
from tuiticket.engine.rules.safetext import clean, one_line
from tuiticket.engine.work import Work, required


@dataclass(frozen=True, slots=True, kw_only=True)
class Submit(Command):
    """Hand in what was found out or done; others review it.

    An `interim` result goes without review: the customer is to hear of it soon, and the work goes
    on.
    """

    ticket: int
    result: str
    interim: bool = False
    version: int | None = None

    def carry_out(self, work: Work) -> None:
        """Keep the result as a note; raises Refused for a ticket in review already."""
        ticket = active(work.ticket(self.ticket, self.version))
        body = required(clean(self.result), N_("result"))
        note = note_down(work, ticket, body)
        if self.interim:
            tell_clocks(work, ticket, Turn(kind=TurnKind.RESULT, at=work.now))
        work.record("result.recorded", ticket.id, message=note.id, interim=self.interim)
        if not self.interim:
            move(work, ticket, State.REVIEW)
            team = work.tx.get(Team, ticket.team_id) if ticket.team_id else None
            work.tell(team.lead_id if team else None, ticket, "submitted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Command):
    """Accept a submitted result, or send it back with a reason."""

    ticket: int
    accept: bool
    reason: str = ""
    version: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Refused where nothing is in review, or for one's own result."""
        ticket = work.ticket(self.ticket, self.version)
        if ticket.state is not State.REVIEW:
            raise Refused(
                N_("Ticket {number} is {state}, not in review."),
                number=ticket.id,
                state=ticket.state,
            )
        if work.actor.agent_id is not None and ticket.owner_id == work.actor.agent_id:
            raise Refused(N_("Nobody reviews their own work."), N_("Let a colleague look at it."))
        if self.accept:
            ticket = move(work, ticket, State.OPEN)
            tell_clocks(work, ticket, Turn(kind=TurnKind.RESULT, at=work.now))
            work.record("result.accepted", ticket.id)
            work.tell(ticket.owner_id, ticket, "accepted")
        else:
            self._reject(work, ticket)

    def _reject(self, work: Work, ticket: Ticket) -> None:
        reason = required(one_line(self.reason, REASON_LIMIT), N_("reason"))
        ticket = move(work, ticket, State.OPEN)
        tell_clocks(work, ticket, Turn(kind=TurnKind.REJECTED, at=work.now))
        work.record("result.rejected", ticket.id, reason=reason)
        work.tell(ticket.owner_id, ticket, "rejected", reason=reason)
