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
from tuiticket.engine.rules import clocks as clock_rules
from tuiticket.engine.rules.policies import BREACH
from tuiticket.engine.rules.timers import timers_for
from tuiticket.engine.rules.urgency import paused_left, tightest, urgency
from tuiticket.engine.work import Work


def settle(work: Work) -> None:
    """Bring every touched ticket up to date with its clocks, and set its timers anew."""
    for number in list(work.touched):
        _note_breaches(work, number)
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
            urgency=urgency(ticket, clocks, work.now, work.calendars),
            next_clock=first.kind if first else None,
            next_due_at=first.due_at if first else None,
            next_breach_at=first.breach_at if first else None,
            next_calendar_id=first.calendar_id if first else None,
            paused_left_s=None if first else paused_left(clocks),
        )
    )
    wanted = {_key(timer): timer for timer in _timers(work, ticket, clocks)}
    for timer in work.tx.find(Timer, ticket_id=ticket.id):
        if wanted.pop(_key(timer), None) is None:
            work.tx.delete(Timer, timer.id)
    for timer in wanted.values():
        work.tx.insert(timer)


def _note_breaches(work: Work, number: int) -> None:
    """Record the breach of each clock that stopped or paused late, if no timer came before."""
    late = [clock for clock in work.tx.find(Clock, ticket_id=number) if clock_rules.broken(clock)]
    fired = work.tx.find(FiredStep, ticket_id=number, percent=BREACH) if late else []
    known = {(step.clock_id, step.generation) for step in fired}
    for clock in late:
        if (clock.id, clock.generation) not in known:
            fire(work, clock, BREACH)


def fire(work: Work, clock: Clock, percent: int) -> FiredStep:
    """Prove that a step of a clock fired, and record it."""
    proof = work.add(
        FiredStep(
            clock_id=clock.id,
            ticket_id=clock.ticket_id,
            generation=clock.generation,
            percent=percent,
            fired_at=work.now,
        )
    )
    why = {"cut_short": True} if percent == BREACH and clock.cut_short else {}
    work.record(_told(percent), clock.ticket_id, clock=clock.kind, percent=percent, **why)
    return proof


def _told(percent: int) -> str:
    if percent < BREACH:
        return "clock.reminded"
    return "clock.breached" if percent == BREACH else "clock.escalated"


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
    return timers_for(ticket, running, policies, fired, work.settings, work.calendars)
