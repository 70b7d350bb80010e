"""What the passing of time does: reminders, breaches, escalation, closing and archiving."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from tuiticket.engine.commands.clockface import tell_clocks
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.follow_up import remind_to_follow_up
from tuiticket.engine.commands.handing_out import bring, hand_out, put_back
from tuiticket.engine.commands.life import move, raised
from tuiticket.engine.commands.snoozing import wake
from tuiticket.engine.commands.time_outs import not_accepted, shift_turned, widen
from tuiticket.engine.commands.waves import calm
from tuiticket.engine.model.clock import Clock, ClockState, FiredStep, Policy, StepAction
from tuiticket.engine.model.people import Team
from tuiticket.engine.model.ticket import Priority, State, Ticket
from tuiticket.engine.model.timer import Due, Timer
from tuiticket.engine.model.turn import Turn, TurnKind
from tuiticket.engine.rules.clocks import next_step
from tuiticket.engine.rules.permissions import Permission
from tuiticket.engine.rules.policies import steps_of
from tuiticket.engine.settle import fire, proof
from tuiticket.engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick(Command):
    """Do what is due, the earliest first, at most `limit` timers, so that others can write between.

    Costs what is due, not what is open. Run by any number of processes at once: each timer is
    carried out in the transaction that removes it, and a step that fired is proved by a unique row.
    """

    permission: ClassVar[Permission] = Permission.RUN_TIMERS

    limit: int = 50

    def carry_out(self, work: Work) -> None:
        """Carry out each due timer; settling sets the ones that follow."""
        for timer in work.tx.due(work.now, self.limit):
            if timer.due is Due.WAVE:
                calm(work)
                continue
            if timer.agent_id is not None:
                work.tx.delete(Timer, timer.id)
                shift_turned(work, timer.agent_id)
                continue
            ticket = work.tx.get(Ticket, timer.ticket_id or 0)
            if ticket is None:
                work.tx.delete(Timer, timer.id)
                continue
            work.touched[ticket.id] = None
            match timer.due:
                case Due.STEP:
                    _fire_steps(work, ticket)
                case Due.ACCEPT if ticket.accept_by is not None and ticket.accept_by <= work.now:
                    not_accepted(work, ticket)
                case Due.WIDEN if ticket.widen_at is not None and ticket.widen_at <= work.now:
                    widen(work, ticket)
                case Due.CLOSE if ticket.state is State.SOLVED:
                    move(work, ticket, State.CLOSED)
                case Due.SNOOZE if ticket.snoozed_until is not None:
                    wake(work, ticket)
                case Due.FOLLOW_UP if not ticket.follow_up_told:
                    remind_to_follow_up(work, ticket)
                case Due.ARCHIVE if ticket.state is State.CLOSED:
                    move(work, ticket, State.ARCHIVED)
                case _:
                    work.tx.delete(Timer, timer.id)


def _fire_steps(work: Work, ticket: Ticket) -> None:
    """Fire all steps of a ticket whose time has come, in their order, whatever clock they are of.

    What they ask for is done once for all, in the name of the one that is most late: after a
    silence of days everybody hears of a ticket once.
    """
    due = [step for clock in work.tx.find(Clock, ticket_id=ticket.id) for step in _due(work, clock)]
    asked: dict[StepAction, tuple[Clock, int]] = {}
    for _at, clock, percent, actions in sorted(due, key=lambda step: step[0]):
        fire(work, clock, percent)
        for action in actions:
            if action not in asked or asked[action][1] < percent:
                asked[action] = clock, percent
    for action, (clock, percent) in asked.items():
        ticket = _act(work, ticket, clock, percent, action)


def _due(work: Work, clock: Clock) -> Iterator[tuple[datetime, Clock, int, tuple[StepAction, ...]]]:
    """The steps of one clock whose time has come: since when, its share, what it asks for."""
    if clock.state is not ClockState.RUNNING:
        return
    policy = work.tx.get(Policy, clock.policy_id) if clock.policy_id else None
    fired = work.tx.find(FiredStep, clock_id=clock.id)
    steps = dict(steps_of(policy, clock.kind))
    while (step := next_step(clock, policy, fired, work.calendars)) and step[1] <= work.now:
        percent, at = step
        yield at, clock, percent, steps[percent]
        fired.append(proof(work, clock, percent))


def _act(work: Work, ticket: Ticket, clock: Clock, percent: int, action: StepAction) -> Ticket:
    team = work.tx.get(Team, ticket.team_id) if ticket.team_id else None
    lead = team.lead_id if team else None
    match action:
        case StepAction.REMIND_OWNER:
            work.tell(ticket.owner_id or lead, ticket, "clock", clock=clock.kind, percent=percent)
        case StepAction.TELL_LEAD:
            if lead != ticket.owner_id and (lead, ticket.id) not in work.told:
                work.tell(lead, ticket, "clock", clock=clock.kind, percent=percent)
        case StepAction.RAISE_PRIORITY if ticket.priority < Priority.URGENT:
            ticket = work.change(ticket, priority=raised(ticket.priority))
            work.record("ticket.raised", ticket.id, clock=clock.kind, percent=percent)
        case StepAction.HAND_TO_SISTER_TEAM if team and team.sister_id and ticket.active:
            sister = work.tx.get(Team, team.sister_id)
            former = ticket.owner_id
            tell_clocks(work, ticket, Turn(kind=TurnKind.HANDED_OVER, at=work.now))
            ticket = put_back(work, ticket, team_id=team.sister_id, queued_at=None, excluded=())
            work.record(
                "ticket.transferred",
                ticket.id,
                team=sister.key if sister else "",
                reason=f"{clock.kind} {percent} %",
            )
            work.tell(former, ticket, "taken-away")
            work.tell(sister.lead_id if sister else None, ticket, "handed-over")
            ticket = bring(work, ticket)
        case StepAction.BACK_TO_QUEUE if ticket.owner_id is not None and ticket.active:
            former = ticket.owner_id
            ticket = put_back(work, ticket, without_owner=True)
            work.record("ticket.released", ticket.id, clock=clock.kind, percent=percent)
            work.tell(former, ticket, "taken-away")
            ticket = hand_out(work, ticket, queued=True)
        case StepAction.CLOSE if ticket.state is not State.CLOSED:
            ticket = move(work, ticket, State.CLOSED)
        case _:
            pass
    return ticket
