"""Moving a ticket through its life: waiting, review, solved, reopened, closed."""

from __future__ import annotations

from dataclasses import dataclass

from tuiticket.engine.commands.clockface import tell_clocks
from tuiticket.engine.commands.command import Command
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.ticket import DONE, Priority, State, Ticket
from tuiticket.engine.model.turn import Turn, TurnKind
from tuiticket.engine.rules.lifecycle import check_transition
from tuiticket.engine.rules.safetext import one_line
from tuiticket.engine.work import Work

REASON_LIMIT = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Move(Command):
    """Set a ticket's state: open, waiting for customer or third party, review, solved, closed."""

    ticket: int
    to: State
    version: int | None = None

    def carry_out(self, work: Work) -> None:
        """Check that the state may follow, then move."""
        ticket = work.ticket(self.ticket, self.version)
        if not ticket.active and self.to is State.OPEN:
            _no_spam(ticket)
            reopen(work, ticket, reason="")
        else:
            move(work, ticket, self.to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopen(Command):
    """Bring a solved, closed or archived ticket back to work, in a new cycle of its clocks."""

    ticket: int
    reason: str = ""
    version: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Refused if the ticket is at work already."""
        ticket = work.ticket(self.ticket, self.version)
        if ticket.active:
            raise Refused(
                N_("Ticket {number} is {state} already."), number=ticket.id, state=ticket.state
            )
        _no_spam(ticket)
        reopen(work, ticket, reason=one_line(self.reason, REASON_LIMIT))


def _no_spam(ticket: Ticket) -> None:
    if ticket.state is State.SPAM:
        raise Refused(
            N_("Ticket {number} is spam."),
            N_("Say first that it is none: tuiticket ticket spam --not {number}"),
            number=ticket.id,
        )


def move(work: Work, ticket: Ticket, to: State) -> Ticket:
    """Move a ticket to another state, its clocks with it, and record it."""
    check_transition(ticket, to)
    before = ticket.state
    tell_clocks(work, ticket, Turn(kind=TurnKind.MOVED, at=work.now, to=to))
    ticket = work.change(
        ticket,
        state=to,
        solved_at=work.now if to is State.SOLVED else ticket.solved_at,
        closed_at=work.now if to is State.CLOSED else ticket.closed_at,
        unanswered_since=ticket.unanswered_since if to not in DONE else None,
        snoozed_until=ticket.snoozed_until if to not in DONE else None,
    )
    work.record("ticket.moved", ticket.id, before=before, state=to)
    return ticket


def raised(priority: Priority) -> Priority:
    """One step sooner, as far as there is one."""
    return Priority(min(priority + 1, Priority.URGENT))


def went_up_in(ticket: Ticket) -> Refused:
    """The error for going on with a ticket that was merged into another."""
    return Refused(
        N_("Ticket {number} was merged into {into}."),
        N_("Go on with that one."),
        number=ticket.id,
        into=ticket.merged_into,
    )


def reopen(work: Work, ticket: Ticket, *, reason: str) -> Ticket:
    """Bring a ticket back to work: one cycle more, a new resolution clock.

    Where a message of the customer waits for an answer it is a rebound: the next-response clock
    runs from that message, and the priority goes up by one. Raises Refused for a ticket that went
    up in another one.
    """
    if ticket.merged_into is not None:
        raise went_up_in(ticket)
    before, since = ticket.state, ticket.unanswered_since
    ticket = work.change(
        ticket,
        state=State.OPEN,
        cycle=ticket.cycle + 1,
        solved_at=None,
        closed_at=None,
        priority=raised(ticket.priority) if since is not None else ticket.priority,
    )
    turn = TurnKind.REOPENED if since is None else TurnKind.REBOUNDED
    tell_clocks(work, ticket, Turn(kind=turn, at=work.now, since=since))
    work.record("ticket.reopened", ticket.id, before=before, cycle=ticket.cycle, reason=reason)
    work.tell(ticket.owner_id, ticket, "reopened")
    return ticket
