"""Which event does what to which clock: the event × clock table of the desk.

| event                           | FR       | NR       | PU       | RS        | SUB, REV          |
| ------------------------------- | -------- | -------- | -------- | --------- | ----------------- |
| opened by the customer          | start    | –        | –        | start     | –                 |
| opened by staff, answered live  | met      | –        | start    | start     | –                 |
| customer wrote, all answered    | –        | start    | stop     | resume    | –                 |
| public answer by a person       | stop     | stop     | restart  | –         | –                 |
| waiting for the customer        | –        | –        | pause    | pause     | REV stop          |
| waiting for a third party       | –        | –        | resume   | as agreed | REV stop          |
| back at work                    | –        | –        | resume   | resume    | REV stop          |
| handed over with a deadline     | –        | –        | –        | –         | cancel, SUB start |
| result submitted, in review     | –        | –        | resume   | resume    | SUB stop, REV     |
| result rejected                 | –        | –        | –        | –         | SUB, one more     |
| result accepted or recorded     | –        | –        | pull     | –         | –                 |
| solved                          | stop     | stop     | stop     | stop      | cancel            |
| closed without a solution       | cancel   | cancel   | cancel   | cancel    | cancel            |
| reopened by staff               | –        | –        | –        | new cycle | –                 |
| rebound, the customer is back   | –        | start    | –        | new cycle | –                 |
| priority, kind, customer tag    | target   | target   | target   | target    | target            |
| calendar edited                 | recount  | recount  | recount  | recount   | recount           |
| merged into another             | cancel   | cancel   | cancel   | cancel    | cancel            |

FR first response, NR next response, PU progress update, RS resolution, SUB submit, REV review. The
seventh clock, triage, starts when a customer writes after a solution, and stops when somebody or a
rule says whether that was a rebound or just thanks. Automatic mail and internal notes touch no
clock. A new target counts from the clock's own start. Each function takes the ticket's clocks,
alive and stopped, and gives those that are new or changed; an id of 0 marks a new one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tuiticket.engine.model.clock import Clock, ClockKind, Policy
from tuiticket.engine.model.ticket import State, Ticket
from tuiticket.engine.model.turn import Turn, TurnKind
from tuiticket.engine.rules import clocks as clock_rules
from tuiticket.engine.rules.policies import target
from tuiticket.engine.rules.shop_hours import Calendars

_FR, _NR = ClockKind.FIRST_RESPONSE, ClockKind.NEXT_RESPONSE
_PU, _RS = ClockKind.PROGRESS_UPDATE, ClockKind.RESOLUTION
_SUB, _REV, _TRI = ClockKind.SUBMIT, ClockKind.REVIEW, ClockKind.TRIAGE


class Promises:
    """The clocks of one ticket under one policy, answering events.

    Collects in `changed` what each event makes of them; a clock that an event does not touch is not
    in it.
    """

    def __init__(
        self, ticket: Ticket, clocks: Sequence[Clock], policy: Policy | None, calendars: Calendars
    ) -> None:
        self.ticket = ticket
        self.clocks = list(clocks)
        self.policy = policy
        self.calendars = calendars
        self.changed: list[Clock] = []

    def take(self, turn: Turn) -> None:
        """Answer an event as the log tells it."""
        at = turn.at
        match turn.kind:
            case TurnKind.OPENED:
                self.opened(at, answered=turn.answered)
            case TurnKind.CUSTOMER_WROTE:
                self.customer_wrote(at)
            case TurnKind.STAFF_ANSWERED:
                self.staff_answered(at)
            case TurnKind.MOVED if turn.to is not None:
                self.moved(turn.to, at)
            case TurnKind.REOPENED:
                self.reopened(at)
            case TurnKind.HANDED_OVER:
                self.handed_over(at, turn.seconds)
            case TurnKind.REJECTED:
                self.rejected(at)
            case TurnKind.RESULT:
                self.result_known(at)
            case TurnKind.WROTE_AFTERWARDS:
                self._start(_TRI, at)
            case TurnKind.REBOUNDED:
                self.rebounded(at, turn.since or at)
            case TurnKind.THANKED:
                self._each(clock_rules.stopped, at, _TRI)
            case TurnKind.RETARGETED:
                self.retargeted(at)
            case TurnKind.RECOUNTED:
                self._each(clock_rules.recounted, at, *ClockKind)
            case TurnKind.WAITS_SINCE:
                self.waits_since(turn.since, at)
            case TurnKind.CALLED_OFF:
                self._each(clock_rules.cancelled, at, *ClockKind)

    def opened(self, at: datetime, *, answered: bool) -> None:
        """The ticket was opened; `answered` if the customer got an answer in the same contact."""
        self._start(_FR, at)
        self._start(_RS, at)
        if answered:
            self._each(clock_rules.stopped, at, _FR)
            self._start(_PU, at)

    def customer_wrote(self, at: datetime) -> None:
        """A customer message came while everything before it was answered."""
        if not self._alive(_FR):
            self._start(_NR, at)
        self._each(clock_rules.stopped, at, _PU)
        self._each(clock_rules.resumed, at, _RS)

    def staff_answered(self, at: datetime) -> None:
        """A person of the staff wrote to the customer, who is to hear more in time."""
        self._each(clock_rules.stopped, at, _FR, _NR, _PU)
        self._start(_PU, at)
        if self.ticket.state is State.WAITING_CUSTOMER:
            self._each(clock_rules.paused, at, _PU)

    def moved(self, to: State, at: datetime) -> None:
        """The ticket changed its state; leaving a review ends it."""
        if to in (State.CLOSED, State.ARCHIVED):
            self._each(clock_rules.cancelled, at, *ClockKind)
            return
        if to is State.SOLVED:
            self._each(clock_rules.stopped, at, _FR, _NR, _PU, _RS)
            self._each(clock_rules.cancelled, at, _SUB, _REV)
            return
        if to is State.WAITING_CUSTOMER:
            self._each(clock_rules.paused, at, _PU, _RS)
        elif to is State.WAITING_THIRD and self.policy is not None and self.policy.pause_on_third:
            self._each(clock_rules.paused, at, _RS)
            self._each(clock_rules.resumed, at, _PU)
        else:
            self._each(clock_rules.resumed, at, _PU, _RS)
        if to is State.REVIEW:
            self._each(clock_rules.stopped, at, _SUB)
            self._start(_REV, at, attempt=self._attempt())
        else:
            self._each(clock_rules.stopped, at, _REV)

    def reopened(self, at: datetime) -> None:
        """The staff took a solved or closed ticket back to work, in the cycle it now bears."""
        self._each(clock_rules.stopped, at, _TRI)
        self._start(_RS, at)

    def rebounded(self, at: datetime, since: datetime) -> None:
        """At `at` the message of `since` was said to be a rebound; the ticket bears its cycle."""
        self._each(clock_rules.stopped, at, _TRI)
        self._start(_NR, since)
        self._start(_RS, since)

    def handed_over(self, at: datetime, seconds: int | None) -> None:
        """Another team has the ticket; its result is wanted in `seconds`, or as the policy says."""
        self._each(clock_rules.cancelled, at, _SUB, _REV)
        self._start(_SUB, at, target_s=seconds)

    def rejected(self, at: datetime) -> None:
        """The result under review was not good enough: the team has as long again."""
        last = self._last(_SUB)
        self._each(clock_rules.stopped, at, _REV)
        self._start(
            _SUB,
            at,
            target_s=last.target_s if last and last.agreed else None,
            attempt=self._attempt() + 1,
        )

    def result_known(self, at: datetime) -> None:
        """There is something to tell the customer: soon, whatever was promised before."""
        if self.policy is None or self.policy.tell_s is None:
            return
        for clock in [clock for clock in self.clocks if clock.kind is _PU and clock.alive]:
            self._put(clock, clock_rules.pulled(clock, self.policy.tell_s, at, self.calendars))
        self._start(_PU, at, target_s=self.policy.tell_s)

    def retargeted(self, at: datetime) -> None:
        """Priority, kind or customer changed: living clocks follow the policy that fits now."""
        if self.policy is None:
            return
        for clock in [clock for clock in self.clocks if clock.alive]:
            seconds = target(self.policy, clock.kind, clock.cycle)
            if clock.agreed:
                seconds = clock.target_s
            if seconds is None:
                self._put(clock, clock_rules.cancelled(clock, at, self.calendars))
            else:
                moved = clock_rules.retargeted(clock, self.policy, seconds, at, self.calendars)
                self._put(clock, moved)

    def waits_since(self, since: datetime | None, at: datetime) -> None:
        """Messages came to or left the ticket: its customer waits since then, or not at all."""
        if since is None:
            self._each(clock_rules.cancelled, at, _NR)
        elif not self._alive(_FR):
            for clock in [clock for clock in self.clocks if clock.kind is _NR and clock.alive]:
                self._put(clock, clock_rules.begun(clock, since, self.calendars))
            self._start(_NR, since)

    def _alive(self, kind: ClockKind) -> bool:
        return any(clock.kind is kind and clock.alive for clock in self.clocks)

    def _last(self, kind: ClockKind) -> Clock | None:
        return next((clock for clock in reversed(self.clocks) if clock.kind is kind), None)

    def _attempt(self) -> int:
        last = self._last(_SUB)
        return last.attempt if last else 1

    def _start(
        self, kind: ClockKind, at: datetime, *, target_s: int | None = None, attempt: int = 1
    ) -> None:
        agreed = target_s is not None
        if target_s is None and self.policy is not None:
            target_s = target(self.policy, kind, self.ticket.cycle)
        if target_s is None or self._alive(kind):
            return
        clock = clock_rules.started(
            kind,
            ticket_id=self.ticket.id,
            cycle=self.ticket.cycle,
            policy=self.policy,
            target_s=target_s,
            at=at,
            calendars=self.calendars,
            attempt=attempt,
            agreed=agreed,
        )
        self.clocks.append(clock)
        self.changed.append(clock)

    def _each(self, act: clock_rules.Act, at: datetime, *kinds: ClockKind) -> None:
        for clock in [clock for clock in self.clocks if clock.kind in kinds and clock.alive]:
            self._put(clock, act(clock, at, self.calendars))

    def _put(self, before: Clock, after: Clock) -> None:
        if after == before:
            return
        _swap(self.clocks, before, after)
        if not _swap(self.changed, before, after):
            self.changed.append(after)


def _swap(clocks: list[Clock], before: Clock, after: Clock) -> bool:
    """Put one clock in the place of another, the very same object; whether that was there."""
    for number, clock in enumerate(clocks):
        if clock is before:
            clocks[number] = after
            return True
    return False
