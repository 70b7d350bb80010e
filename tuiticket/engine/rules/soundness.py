"""Whether a ticket, its clocks and its timers fit together, as everything that follows must."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tuiticket.engine.errors import N_
from tuiticket.engine.model.clock import Clock, ClockKind, FiredStep, Policy
from tuiticket.engine.model.event import Event
from tuiticket.engine.model.people import Agent
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.timer import Timer
from tuiticket.engine.rules.clocks import ends
from tuiticket.engine.rules.overflow import in_queue
from tuiticket.engine.rules.routing import WORKERS
from tuiticket.engine.rules.shop_hours import Calendars
from tuiticket.engine.rules.timers import shift_timer, timers_for
from tuiticket.engine.rules.urgency import paused_left, tightest


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be.

    `check` names the part of the desk: file, log, learner, shift, ticket, clock or timer. `title`
    is a template to translate and fill with `values`; `ticket` the number it is about, if any.
    Without `fault` it is only worth knowing.
    """

    check: str
    title: str
    values: Mapping[str, Any] = field(default_factory=dict)
    ticket: int | None = None
    fault: bool = True


@dataclass(frozen=True, slots=True)
class Case:
    """A ticket with what hangs on it, as the store has it."""

    ticket: Ticket
    clocks: Sequence[Clock]
    fired: Sequence[FiredStep]
    timers: Sequence[Timer]


@dataclass(frozen=True, slots=True)
class House:
    """What all tickets share."""

    settings: Settings
    calendars: Calendars
    agents: Mapping[int, Agent]
    policies: Mapping[int, Policy]


def unsound(case: Case, house: House) -> Iterator[Finding]:
    """Yield what does not fit on one ticket."""
    number = case.ticket.id
    for check, faults in (
        ("ticket", _ownership(case.ticket, house)),
        ("clock", _clocks(case, house)),
        ("ticket", _shown(case)),
        ("timer", _timers(case, house)),
    ):
        yield from (Finding(check, title, values, number) for title, values in faults)


def unwatched(timers: Sequence[Timer], house: House) -> Iterator[Finding]:
    """Yield whose next beginning or end of a shift is not watched as it should be.

    `timers` are those that are about people.
    """
    for agent in house.agents.values():
        wanted = shift_timer(agent, house.calendars)
        there = [replace(timer, id=0) for timer in timers if timer.agent_id == agent.id]
        if there != ([wanted] if wanted else []):
            yield Finding(
                "shift",
                N_("the timer of {login}'s shift is not as their calendar says"),
                {"login": agent.login},
            )


def overfilled(event: Event) -> Iterator[Finding]:
    """Yield where the desk gave somebody a ticket that was more than they can carry."""
    owner, weight = event.data.get("owner"), event.data.get("weight", 1)
    for one in event.data.get("considered", ()):
        if one["login"] == owner and one["load"] + weight > one["capacity"]:
            yield Finding(
                "ticket",
                N_("the desk gave it to {owner} beyond what they can carry"),
                {"owner": owner},
                event.ticket_id,
            )


Faults = Iterator[tuple[str, dict[str, Any]]]


def _ownership(ticket: Ticket, house: House) -> Faults:
    """Every active ticket has exactly one of an owner who can own it, a queue, and a review.

    Without a team it stands in the queue of what is not routed yet.
    """
    if (ticket.queued_at is not None) is not in_queue(ticket):
        yield (
            N_("it stands in no queue though nobody has it")
            if in_queue(ticket)
            else N_("it stands in a queue though that is not its place"),
            {},
        )
    if not ticket.active:
        return
    if ticket.merged_into is not None:
        yield (
            N_("it was merged into ticket {into} and still is at work"),
            {"into": ticket.merged_into},
        )
    if (ticket.owner_id is None) != (ticket.assigned_at is None):
        yield N_("it has an owner and stands in the queue at once"), {}
    if ticket.owner_id is None:
        return
    owner = house.agents.get(ticket.owner_id)
    if owner is None or owner.role not in WORKERS:
        yield (
            N_("its owner, {owner}, cannot own tickets"),
            {"owner": owner.login if owner else ticket.owner_id},
        )


def _clocks(case: Case, house: House) -> Faults:
    """At most one clock of a kind is alive, none on a ticket at rest, and each adds up."""
    alive = [clock for clock in case.clocks if clock.alive]
    if not case.ticket.active and any(c.kind is not ClockKind.TRIAGE for c in alive):
        yield N_("a clock runs though the ticket is {state}"), {"state": case.ticket.state}
    for kind, count in Counter(clock.kind for clock in alive).items():
        if count > 1:
            yield (
                N_("{count} clocks of the kind {kind} run at once"),
                {"count": count, "kind": kind},
            )
    for clock in alive:
        if ends(clock, house.calendars) != (clock.due_at, clock.breach_at):
            yield (
                N_("the due of its clock {kind} does not follow from what is left"),
                {"kind": clock.kind},
            )


def _shown(case: Case) -> Faults:
    """What the queue shows of the clocks is what they say."""
    ticket, first = case.ticket, tightest(case.clocks)
    told = (
        (ticket.next_clock, ticket.next_due_at, ticket.next_breach_at),
        (ticket.next_calendar_id, ticket.paused_left_s),
    )
    true = (
        ((first.kind, first.due_at, first.breach_at), (first.calendar_id, None))
        if first
        else ((None, None, None), (None, paused_left(case.clocks)))
    )
    if told != true:
        yield N_("the queue shows another due than its clocks say"), {}


def _timers(case: Case, house: House) -> Faults:
    """The timers that follow from ticket and clocks are set, and no others."""
    wanted = set(
        timers_for(
            case.ticket, case.clocks, house.policies, case.fired, house.settings, house.calendars
        )
    )
    there = {replace(timer, id=0) for timer in case.timers}
    for timer in wanted - there:
        yield N_("the timer “{due}” is missing"), {"due": timer.due}
    for timer in there - wanted:
        yield N_("the timer “{due}” is set though nothing asks for it"), {"due": timer.due}
