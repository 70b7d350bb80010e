"""Which state of a ticket may follow which."""

from __future__ import annotations

from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.ticket import State, Ticket

_WORK = {State.OPEN, State.WAITING_CUSTOMER, State.WAITING_THIRD, State.REVIEW, State.SOLVED}

FOLLOWERS: dict[State, frozenset[State]] = {
    State.NEW: frozenset(_WORK | {State.CLOSED}),
    State.OPEN: frozenset(_WORK | {State.CLOSED}),
    State.WAITING_CUSTOMER: frozenset(_WORK | {State.CLOSED}),
    State.WAITING_THIRD: frozenset(_WORK | {State.CLOSED}),
    State.REVIEW: frozenset(_WORK | {State.CLOSED}),
    State.SOLVED: frozenset({State.OPEN, State.CLOSED}),
    State.CLOSED: frozenset({State.OPEN, State.ARCHIVED}),
    State.ARCHIVED: frozenset({State.OPEN}),
    State.SPAM: frozenset(),
}
"""From each state, the states a person or the clock may move the ticket to.

Into spam and out of it lead commands of their own.
"""


def check_transition(ticket: Ticket, to: State) -> None:
    """Raise Refused if `to` may not follow the ticket's state now.

    Waiting for the customer is refused while a message of theirs stands unanswered: the ball is
    ours.
    """
    if to is ticket.state:
        raise Refused(
            N_("Ticket {number} is {state} already."), number=ticket.id, state=ticket.state
        )
    if to not in FOLLOWERS[ticket.state]:
        raise Refused(
            N_("Ticket {number} is {state} and cannot become {to}."),
            N_("Reopen it first."),
            number=ticket.id,
            state=ticket.state,
            to=to,
        )
    if to is State.WAITING_CUSTOMER and ticket.unanswered_since is not None:
        raise Refused(
            N_("The customer of ticket {number} is still waiting for an answer."),
            N_("Reply first, or reply and wait in one step."),
            number=ticket.id,
        )
