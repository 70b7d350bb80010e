"""What follows from a change: a ticket's urgency, its next due, and its timers.

Kept apart from the commands so that none can forget it: the desk settles every ticket that a piece
of work touched, from its clocks as they are then. Nothing here is a fact of its own; all of it can
be derived again at any time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tuiticket.engine.model.clock import Clock, ClockState, FiredStep, Policy
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.timer import Timer
from tuiticket.engine.rules.timers import timers_for
from tuiticket.engine.rules.urgency import paused_left, tightest, urgency
from tuiticket.engine.work import Work


def settle(work: Work) -> None:
    """Bring every touched ticket up to date with its clocks, and set its timers anew."""
    for number in work.touched:
        ticket = work.tx.get(Ticket, number)
        if ticket is not None:
            _settle(work, ticket)


def _settle(work: Work, ticket: Ticket) -> None:
    clocks = work.tx.find(Clock, ticket_id=ticket.id)
    first = tightest(clocks)
    work.tx.update(
        replace(
            ticket,
            updated_at=work.now,
            urgency=urgency(ticket, clocks, work.now, work.calendar),
            next_clock=first.kind if first else None,
            next_due_at=first.due_at if first else None,
            next_breach_at=first.breach_at if first else None,
            paused_left_s=None if first else paused_left(clocks),
        )
    )
    wanted = {_key(timer): timer for timer in _timers(work, ticket, clocks)}
    for timer in work.tx.find(Timer, ticket_id=ticket.id):
        if wanted.pop(_key(timer), None) is None:
            work.tx.delete(Timer, timer.id)
    for timer in wanted.values():
        work.tx.insert(timer)


def _key(timer: Timer) -> Timer:
    return replace(timer, id=0)


def _timers(work: Work, ticket: Ticket, clocks: Iterable[Clock]) -> Iterable[Timer]:
    running = [clock for clock in clocks if clock.state is ClockState.RUNNING]
    fired = work.tx.find(FiredStep, ticket_id=ticket.id) if running else []
    policies = {
        id_: policy
        for id_ in {clock.policy_id for clock in running}
        if id_ is not None and (policy := work.tx.get(Policy, id_)) is not None
    }
    return timers_for(ticket, running, policies, fired, work.settings, work.calendar)
