"""Which timers follow from a ticket and its clocks: what must happen next, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from tuiticket.engine.model.clock import Clock, ClockKind, ClockState, FiredStep, Policy
from tuiticket.engine.model.people import Agent
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import State, Ticket
from tuiticket.engine.model.timer import Due, Timer
from tuiticket.engine.rules.clocks import next_step
from tuiticket.engine.rules.overflow import TO_HAND_OUT
from tuiticket.engine.rules.shifts import next_turn
from tuiticket.engine.rules.shop_hours import Calendars


def timers_for(
    ticket: Ticket,
    clocks: Iterable[Clock],
    policies: Mapping[int, Policy],
    fired: Iterable[FiredStep],
    settings: Settings,
    calendars: Calendars,
) -> Iterator[Timer]:
    """Yield the next step of every running clock, and what else waits for its time.

    That is the closing or archiving of the ticket, its coming back from snoozing, its follow-up.

    A solved ticket does not close while it is open whether its customer has come back. One that its
    owner has yet to accept, or that nobody has, is looked after when the ticket says so.

    `policies` are those of the clocks by id, `fired` the steps of the ticket that are done.
    """
    done, alive = list(fired), list(clocks)
    for clock in alive:
        if clock.state is not ClockState.RUNNING:
            continue
        policy = policies.get(clock.policy_id or 0)
        own = [step for step in done if step.clock_id == clock.id]
        step = next_step(clock, policy, own, calendars)
        if step is not None:
            percent, at = step
            yield Timer(
                due=Due.STEP, ticket_id=ticket.id, fire_at=at, clock_id=clock.id, percent=percent
            )
    if ticket.accept_by is not None and ticket.state in TO_HAND_OUT:
        yield Timer(due=Due.ACCEPT, ticket_id=ticket.id, fire_at=ticket.accept_by)
    if ticket.widen_at is not None:
        yield Timer(due=Due.WIDEN, ticket_id=ticket.id, fire_at=ticket.widen_at)
    triage = any(clock.kind is ClockKind.TRIAGE and clock.alive for clock in alive)
    if ticket.state is State.SOLVED and ticket.solved_at is not None and not triage:
        at = ticket.solved_at + timedelta(seconds=settings.close_after_s)
        yield Timer(due=Due.CLOSE, ticket_id=ticket.id, fire_at=at)
    if ticket.state is State.CLOSED and ticket.closed_at is not None:
        at = ticket.closed_at + timedelta(seconds=settings.archive_after_s)
        yield Timer(due=Due.ARCHIVE, ticket_id=ticket.id, fire_at=at)
    if ticket.active and ticket.snoozed_until is not None:
        yield Timer(due=Due.SNOOZE, ticket_id=ticket.id, fire_at=ticket.snoozed_until)
    if ticket.follow_up_at is not None and not ticket.follow_up_told:
        yield Timer(due=Due.FOLLOW_UP, ticket_id=ticket.id, fire_at=ticket.follow_up_at)


def shift_timer(agent: Agent, calendars: Calendars) -> Timer | None:
    """The next beginning or end of somebody's shift; None if they keep none."""
    at = next_turn(agent, calendars)
    return None if at is None else Timer(due=Due.SHIFT, fire_at=at, agent_id=agent.id)
