"""Letting events act on the clocks of a ticket and storing what they make of them."""

from __future__ import annotations

from tuiticket.engine.model.clock import Clock, Policy
from tuiticket.engine.model.customer import Customer
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.turn import Turn
from tuiticket.engine.rules.policies import policy_for
from tuiticket.engine.rules.promises import Promises
from tuiticket.engine.work import Work


def tell_clocks(work: Work, ticket: Ticket, turn: Turn) -> None:
    """Apply one event to the ticket's clocks, under the policy that fits the ticket now.

    The ticket's next event of the log carries the turn, so that its clocks can be rebuilt.
    """
    before = {clock.id: clock for clock in work.tx.find(Clock, ticket_id=ticket.id)}
    promises = Promises(ticket, tuple(before.values()), promised(work, ticket), work.calendars)
    promises.take(turn)
    for clock in promises.changed:
        if clock.id:
            work.change(before[clock.id], **_fields(clock))
        else:
            work.add(clock)
    work.note(ticket.id, turn)


def promised(work: Work, ticket: Ticket) -> Policy | None:
    """The policy that fits the ticket and its customer."""
    customer = work.tx.get(Customer, ticket.customer_id)
    tags = customer.tags if customer else ()
    return policy_for(ticket, work.tx.find(Policy), tags)


def _fields(clock: Clock) -> dict[str, object]:
    return {name: getattr(clock, name) for name in Clock.__dataclass_fields__ if name != "id"}
