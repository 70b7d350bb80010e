"""What follows from a change: a ticket's urgency, its next due, and its timers.

Kept apart from the commands so that none can forget it: the desk settles every ticket that a piece
of work touched, from its clocks as they are then. Nothing here is a fact of its own; all of it can
be derived again at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from tuiticket.engine.model.clock import Clock, ClockState, FiredStep, Policy
from tuiticket.engine.model.event import ACCEPTED
from tuiticket.engine.model.judgement import HEATED, Judgement
from tuiticket.engine.model.people import Agent, Team
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.timer import Timer
from tuiticket.engine.outlook import look_out
from tuiticket.engine.rules import clocks as clock_rules
from tuiticket.engine.rules.overflow import in_queue, widen_at
from tuiticket.engine.rules.policies import BREACH
from tuiticket.engine.rules.timers import shift_timer, timers_for
from tuiticket.engine.rules.urgency import paused_left, tightest, urgency
from tuiticket.engine.work import Work


def settle(work: Work) -> None:
    """Bring every touched ticket up to date with its clocks, and set its timers anew.

    So it is with the shifts of all people something was changed of, and with what is to be expected
    of customers once one of them has rated.
    """
    for number in list(work.touched):
        _note_breaches(work, number)
        _accept(work, number)
    for agent_id in work.staff:
        agent = work.tx.get(Agent, agent_id)
        if agent is not None:
            _settle_shift(work, agent)
    for number in work.touched:
        ticket = work.tx.get(Ticket, number)
        if ticket is not None:
            _settle(work, ticket)
    if work.rated:
        look_out(work)


def _settle(work: Work, ticket: Ticket) -> None:
    clocks = work.tx.find(Clock, ticket_id=ticket.id)
    first = tightest(clocks)
    ticket = replace(ticket, queued_at=(ticket.queued_at or work.now) if in_queue(ticket) else None)
    work.tx.update(
        replace(
            ticket,
            widen_at=_widen_at(work, ticket, clocks),
            updated_at=work.now,
            urgency=urgency(ticket, clocks, work.now, work.calendars, heated=_heated(work, ticket)),
            next_clock=first.kind if first else None,
            next_due_at=first.due_at if first else None,
            next_breach_at=first.breach_at if first else None,
            next_calendar_id=first.calendar_id if first else None,
            paused_left_s=None if first else paused_left(clocks),
        )
    )
    ticket = work.tx.get(Ticket, ticket.id) or ticket
    _set_timers(work, work.tx.find(Timer, ticket_id=ticket.id), _timers(work, ticket, clocks))


def _settle_shift(work: Work, agent: Agent) -> None:
    """Let a shift that is another now be watched from now on, and set its timer."""
    there = work.tx.find(Timer, agent_id=agent.id)
    timer = shift_timer(agent, work.calendars)
    if agent.calendar_id is not None and [_key(known) for known in there] != [timer]:
        agent = replace(agent, shift_seen_at=work.now)
        work.tx.update(agent)
        timer = shift_timer(agent, work.calendars)
    _set_timers(work, there, [timer] if timer else [])


def _set_timers(work: Work, there: Iterable[Timer], wanted: Iterable[Timer]) -> None:
    """Leave those that are there already as they are."""
    missing = {_key(timer): timer for timer in wanted}
    for timer in there:
        if missing.pop(_key(timer), None) is None:
            work.tx.delete(Timer, timer.id)
    for timer in missing.values():
        work.tx.insert(timer)


def _widen_at(work: Work, ticket: Ticket, clocks: Sequence[Clock]) -> datetime | None:
    if ticket.queued_at is None:
        return None
    team = work.tx.get(Team, ticket.team_id) if ticket.team_id is not None else None
    return widen_at(ticket, team, clocks, work.settings, work.calendars)


def _accept(work: Work, number: int) -> None:
    """Whoever does something to a ticket of theirs has looked at it."""
    ticket = work.tx.get(Ticket, number)
    if ticket is None or ticket.accept_by is None or ticket.owner_id != work.actor.agent_id:
        return
    accept(work, ticket)


def accept(work: Work, ticket: Ticket) -> Ticket:
    """Note that the owner of a ticket has looked at it."""
    ticket = work.change(ticket, accepted_at=work.now, accept_by=None)
    work.record(ACCEPTED, ticket.id)
    return ticket


def _heated(work: Work, ticket: Ticket) -> bool:
    return any(each.level in HEATED for each in work.tx.find(Judgement, ticket_id=ticket.id))


def _note_breaches(work: Work, number: int) -> None:
    """Record the breach of each clock that stopped or paused late, if no timer came before."""
    late = [clock for clock in work.tx.find(Clock, ticket_id=number) if clock_rules.broken(clock)]
    fired = work.tx.find(FiredStep, ticket_id=number, percent=BREACH) if late else []
    known = {(step.clock_id, step.generation) for step in fired}
    for clock in late:
        if (clock.id, clock.generation) not in known:
            fire(work, clock, BREACH)


def proof(work: Work, clock: Clock, percent: int) -> FiredStep:
    """What proves that a step of a clock fires now."""
    return FiredStep(
        clock_id=clock.id,
        ticket_id=clock.ticket_id,
        generation=clock.generation,
        percent=percent,
        fired_at=work.now,
    )


def fire(work: Work, clock: Clock, percent: int) -> FiredStep:
    """Prove that a step of a clock fired, and record it."""
    fired = work.add(proof(work, clock, percent))
    why = {"cut_short": True} if percent == BREACH and clock.cut_short else {}
    work.record(_told(percent), clock.ticket_id, clock=clock.kind, percent=percent, **why)
    return fired


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
