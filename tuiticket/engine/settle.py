"""What follows from a change: a ticket's urgency, its next due, and its timers.

Kept apart from the commands so that none can forget it: the desk settles every ticket that a piece
of work touched, from its clocks as they are then. Nothing here is a fact of its own; all of it can
be derived again at any time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from tuiticket.engine.model.clock import Clock, ClockState, FiredStep, Policy
from tuiticket.engine.model.ticket import State, Ticket
from tuiticket.engine.model.timer import Due, Timer
from tuiticket.engine.rules import clocks as clock_rules
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
    for clock in running:
        policy = work.tx.get(Policy, clock.policy_id) if clock.policy_id else None
        done = [step for step in fired if step.clock_id == clock.id]
        step = clock_rules.next_step(clock, policy, done, work.calendar)
        if step is not None:
            percent, at = step
            yield Timer(
                due=Due.STEP, ticket_id=ticket.id, fire_at=at, clock_id=clock.id, percent=percent
            )
    if ticket.state is State.SOLVED and ticket.solved_at is not None:
        at = ticket.solved_at + timedelta(seconds=work.settings.close_after_s)
        yield Timer(due=Due.CLOSE, ticket_id=ticket.id, fire_at=at)
    if ticket.state is State.CLOSED and ticket.closed_at is not None:
        at = ticket.closed_at + timedelta(seconds=work.settings.archive_after_s)
        yield Timer(due=Due.ARCHIVE, ticket_id=ticket.id, fire_at=at)
