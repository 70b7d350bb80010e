"""Letting events act on the clocks of a ticket and storing what they make of them."""

from __future__ import annotations

from collections.abc import Callable

from tuiticket.engine.model.clock import Clock, Policy
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.rules.promises import Promises, policy_for
from tuiticket.engine.work import Work


def with_promises(work: Work, ticket: Ticket, event: Callable[[Promises], None]) -> None:
    """Apply one event to the ticket's clocks, under the policy that fits the ticket now."""
    policy = policy_for(ticket, work.tx.find(Policy))
    before = {clock.id: clock for clock in work.tx.find(Clock, ticket_id=ticket.id)}
    promises = Promises(ticket, tuple(before.values()), policy, work.calendar)
    event(promises)
    for clock in promises.changed:
        if clock.id:
            work.change(before[clock.id], **_fields(clock))
        else:
            work.add(clock)


def _fields(clock: Clock) -> dict[str, object]:
    return {name: getattr(clock, name) for name in Clock.__dataclass_fields__ if name != "id"}
