"""Telling what nobody needs to answer, and taking that back."""

from __future__ import annotations

from dataclasses import dataclass

from tuiticket.engine.commands.clockface import tell_clocks
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.handing_out import bring
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.customer import Customer
from tuiticket.engine.model.message import Delivery, DeliveryState, Direction, Message
from tuiticket.engine.model.order import Order
from tuiticket.engine.model.ticket import State, Ticket
from tuiticket.engine.model.turn import Turn, TurnKind
from tuiticket.engine.work import Work

SPAM = "spam"
"""The tag of a customer of whom nothing but spam is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkSpam(Command):
    """Lay a ticket to rest as spam: no clock runs, nothing is sent, no view shows it.

    Its sender is noted, unless anything else is known of them. What they write to it later is kept
    and wakes nobody.
    """

    ticket: int
    version: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Refused for a ticket that is spam already, or was merged."""
        ticket = work.ticket(self.ticket, self.version)
        if ticket.state is State.SPAM:
            raise Refused(
                N_("Ticket {number} is {state} already."), number=ticket.id, state=ticket.state
            )
        if ticket.merged_into is not None:
            raise Refused(
                N_("Ticket {number} was merged into {into}."),
                N_("Go on with that one."),
                number=ticket.id,
                into=ticket.merged_into,
            )
        tell_clocks(work, ticket, Turn(kind=TurnKind.CALLED_OFF, at=work.now))
        _stop_answers(work, ticket)
        work.change(
            ticket,
            state=State.SPAM,
            unanswered_since=None,
            snoozed_until=None,
            follow_up_at=None,
            follow_up_told=False,
        )
        work.record("ticket.spam", ticket.id, noted=_note_sender(work, ticket))


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSpam(Command):
    """Bring a ticket back that was taken for spam; its promises begin anew, now."""

    ticket: int
    version: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Refused for a ticket that is no spam."""
        ticket = work.ticket(self.ticket, self.version)
        if ticket.state is not State.SPAM:
            raise Refused(
                N_("Ticket {number} is {state}, not spam."), number=ticket.id, state=ticket.state
            )
        customer = work.tx.get(Customer, ticket.customer_id)
        if customer is not None and SPAM in customer.tags:
            work.change(customer, tags=tuple(tag for tag in customer.tags if tag != SPAM))
        said = [m for m in work.tx.find(Message, ticket_id=ticket.id) if m.withdrawn_at is None]
        answers = [m.at for m in said if m.direction is Direction.OUT]
        waiting = [
            m.at
            for m in said
            if m.direction is Direction.IN
            and m.automatic is None
            and not any(m.at <= at for at in answers)
        ]
        since = min(waiting, default=None)
        ticket = work.change(ticket, state=State.OPEN, unanswered_since=since)
        begins = TurnKind.REOPENED if answers else TurnKind.OPENED
        tell_clocks(work, ticket, Turn(kind=begins, at=work.now))
        if answers and since is not None:
            tell_clocks(work, ticket, Turn(kind=TurnKind.CUSTOMER_WROTE, at=work.now))
        work.record("ticket.not-spam", ticket.id)
        bring(work, ticket)


def _stop_answers(work: Work, ticket: Ticket) -> None:
    """Hold back what has not left the desk yet."""
    for delivery in work.tx.find(Delivery, ticket_id=ticket.id, state=DeliveryState.HELD):
        work.change(delivery, state=DeliveryState.WITHDRAWN)
        message = work.tx.get(Message, delivery.message_id)
        if message is not None:
            work.change(message, withdrawn_at=work.now)


def _note_sender(work: Work, ticket: Ticket) -> bool:
    """Tag the customer, if all that is known of them is spam; whether that was done."""
    customer = work.tx.get(Customer, ticket.customer_id)
    if customer is None or SPAM in customer.tags or work.tx.find(Order, customer_id=customer.id):
        return False
    others = work.tx.find(Ticket, customer_id=customer.id)
    if any(other.state is not State.SPAM for other in others if other.id != ticket.id):
        return False
    work.change(customer, tags=(*customer.tags, SPAM))
    return True
