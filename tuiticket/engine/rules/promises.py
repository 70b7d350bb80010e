"""Which event does what to which clock: the event × clock table of the desk.

| event                                   | first response | next response | resolution         |
| --------------------------------------- | -------------- | ------------- | ------------------ |
| opened by the customer                  | start          | –             | start              |
| opened by staff, customer answered live | met at once    | –             | start              |
| customer message, all before answered   | –              | start         | resume if on them  |
| public answer by a person               | stop           | stop          | –                  |
| waiting for the customer                | –              | –             | pause              |
| waiting for a third party               | –              | –             | pause if promised  |
| back at work                            | –              | –             | resume             |
| solved                                  | stop           | stop          | stop               |
| closed without a solution               | cancel         | cancel        | cancel             |
| reopened                                | –              | –             | new cycle          |
| priority or kind changed                | re-target      | re-target     | re-target          |

Automatic mail and internal notes touch no clock. Each function takes the ticket's clocks (alive and
stopped) and gives those that are new or changed; an id of 0 marks a new one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from tuiticket.engine.model.clock import Clock, ClockKind, Policy
from tuiticket.engine.model.ticket import State, Ticket
from tuiticket.engine.rules import clocks as clock_rules
from tuiticket.engine.rules.calendar import Calendar


def policy_for(ticket: Ticket, policies: Iterable[Policy]) -> Policy | None:
    """The first policy, in the shop's order, that fits the ticket."""
    for policy in sorted(policies, key=lambda policy: (policy.position, policy.id)):
        if (
            policy.kind in (None, ticket.kind)
            and policy.priority in (None, ticket.priority)
            and policy.channel in (None, ticket.channel)
        ):
            return policy
    return None


def target(policy: Policy, kind: ClockKind) -> int | None:
    """What the policy promises for that clock, in seconds; None if nothing."""
    match kind:
        case ClockKind.FIRST_RESPONSE:
            return policy.first_response_s
        case ClockKind.NEXT_RESPONSE:
            return policy.next_response_s or policy.first_response_s
        case ClockKind.RESOLUTION:
            return policy.resolution_s


class Promises:
    """The clocks of one ticket under one policy and calendar, answering events.

    Collects in `changed` what each event makes of them; a clock that an event does not touch is not
    in it.
    """

    def __init__(
        self, ticket: Ticket, clocks: Sequence[Clock], policy: Policy | None, calendar: Calendar
    ) -> None:
        self.ticket = ticket
        self.clocks = list(clocks)
        self.policy = policy
        self.calendar = calendar
        self.changed: list[Clock] = []

    def opened(self, at: datetime, *, answered: bool) -> None:
        """The ticket was opened; `answered` if the customer got an answer in the same contact."""
        self._start(ClockKind.FIRST_RESPONSE, at)
        self._start(ClockKind.RESOLUTION, at)
        if answered:
            self._each(clock_rules.stopped, at, ClockKind.FIRST_RESPONSE)

    def customer_wrote(self, at: datetime) -> None:
        """A customer message came while everything before it was answered."""
        if not self._alive(ClockKind.FIRST_RESPONSE):
            self._start(ClockKind.NEXT_RESPONSE, at)
        self._each(clock_rules.resumed, at, ClockKind.RESOLUTION)

    def staff_answered(self, at: datetime) -> None:
        """A person of the staff wrote to the customer."""
        self._each(clock_rules.stopped, at, ClockKind.FIRST_RESPONSE, ClockKind.NEXT_RESPONSE)

    def moved(self, to: State, at: datetime) -> None:
        """The ticket changed its state."""
        match to:
            case State.WAITING_CUSTOMER:
                self._each(clock_rules.paused, at, ClockKind.RESOLUTION)
            case State.WAITING_THIRD:
                if self.policy is not None and self.policy.pause_on_third:
                    self._each(clock_rules.paused, at, ClockKind.RESOLUTION)
                else:
                    self._each(clock_rules.resumed, at, ClockKind.RESOLUTION)
            case State.OPEN | State.REVIEW | State.NEW:
                self._each(clock_rules.resumed, at, ClockKind.RESOLUTION)
            case State.SOLVED:
                self._each(clock_rules.stopped, at, *ClockKind)
            case State.CLOSED | State.ARCHIVED:
                self._each(clock_rules.cancelled, at, *ClockKind)

    def reopened(self, at: datetime) -> None:
        """A solved or closed ticket came back to work, in the cycle its ticket now bears."""
        self._start(ClockKind.RESOLUTION, at)

    def retargeted(self, at: datetime) -> None:
        """Priority or kind changed: every living clock follows the policy that fits now."""
        if self.policy is None:
            return
        for clock in [clock for clock in self.clocks if clock.alive]:
            seconds = target(self.policy, clock.kind)
            if seconds is None:
                self._put(clock, clock_rules.cancelled(clock, at, self.calendar))
            else:
                moved = clock_rules.retargeted(clock, self.policy, seconds, at, self.calendar)
                self._put(clock, moved)

    def _alive(self, kind: ClockKind) -> bool:
        return any(clock.kind is kind and clock.alive for clock in self.clocks)

    def _start(self, kind: ClockKind, at: datetime) -> None:
        seconds = target(self.policy, kind) if self.policy is not None else None
        if self.policy is None or seconds is None or self._alive(kind):
            return
        clock = clock_rules.started(
            kind,
            ticket_id=self.ticket.id,
            cycle=self.ticket.cycle,
            policy=self.policy,
            target_s=seconds,
            at=at,
            calendar=self.calendar,
        )
        self.clocks.append(clock)
        self.changed.append(clock)

    def _each(self, act: clock_rules.Turn, at: datetime, *kinds: ClockKind) -> None:
        for clock in [clock for clock in self.clocks if clock.kind in kinds and clock.alive]:
            self._put(clock, act(clock, at, self.calendar))

    def _put(self, before: Clock, after: Clock) -> None:
        if after == before:
            return
        self.clocks[self.clocks.index(before)] = after
        if before in self.changed:
            self.changed[self.changed.index(before)] = after
        else:
            self.changed.append(after)
