"""How a ticket has gone so far, in the eight circumstances that a forecast looks at.

Each is a number that only grows as things get worse, so that a forecast can promise never to rise
with it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from tuiticket.engine.model.clock import Clock, ClockState
from tuiticket.engine.model.event import Event
from tuiticket.engine.model.judgement import Judgement
from tuiticket.engine.model.message import Direction, Message
from tuiticket.engine.model.ticket import Kind, Ticket

NEUTRAL = 500
"""The temper, in thousandths, of a ticket whose customer's words nobody read."""

_HOUR, _DAY = 3600, 86_400
_TRANSFERRED = "ticket.transferred"


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The circumstances of a ticket at an instant.

    `temper` 0 to 1000; `wait_s` the longest time its customer waited for an answer, `took_s` the
    time from opening to solution, or until now, both by the wall clock; `contacts` how often the
    customer came; `breaches` promises broken; `transfers`; `rebounds` how often the matter came
    back; `complaint` 1 for a complaint.
    """

    temper: int = NEUTRAL
    wait_s: int = 0
    took_s: int = 0
    contacts: int = 1
    breaches: int = 0
    transfers: int = 0
    rebounds: int = 0
    complaint: int = 0

    @property
    def numbers(self) -> tuple[int, ...]:
        """All of them in order, as a rating keeps them."""
        return tuple(getattr(self, name) for name in CIRCUMSTANCES)

    @property
    def sizes(self) -> tuple[float, ...]:
        """All of them on like scales, about 0 to 1; none shrinks as the circumstance grows."""
        return (
            self.temper / 1000,
            math.log2(1 + self.wait_s / _HOUR) / 4,
            math.log2(1 + self.took_s / _DAY) / 3,
            math.log2(max(1, self.contacts)) / 2,
            min(self.breaches, 3) / 2,
            min(self.transfers, 3) / 2,
            float(min(self.rebounds, 2)),
            float(self.complaint),
        )


CIRCUMSTANCES = tuple(f.name for f in fields(Course))


def course_from(numbers: Sequence[int]) -> Course:
    """The course a rating keeps; what an older program did not keep is as usual."""
    return Course(**dict(zip(CIRCUMSTANCES, numbers, strict=False)))


def course_of(
    ticket: Ticket,
    judgement: Judgement | None,
    messages: Iterable[Message],
    clocks: Iterable[Clock],
    events: Iterable[Event],
    now: datetime,
) -> Course:
    """How a ticket has gone by `now`; `events` are those of its log."""
    end = ticket.solved_at if ticket.solved_at and not ticket.active else now
    said = [each for each in messages if each.automatic is None and each.withdrawn_at is None]
    waits = list(_waits(said, ticket.created_at, end))
    return Course(
        temper=judgement.temper if judgement else NEUTRAL,
        wait_s=max((_seconds(wait) for wait in waits), default=0),
        took_s=_seconds(end - ticket.created_at),
        contacts=max(1, sum(each.direction is Direction.IN for each in said)),
        breaches=sum(_broken(clock, now) for clock in clocks),
        transfers=_transfers(events),
        rebounds=ticket.cycle + (ticket.rebound_of is not None),
        complaint=int(ticket.kind is Kind.COMPLAINT),
    )


def _waits(said: Iterable[Message], opened: datetime, end: datetime) -> Iterator[timedelta]:
    """How long the customer waited each time, until an answer or until the end."""
    since: datetime | None = opened
    for each in sorted(said, key=lambda message: message.at):
        if each.direction is Direction.IN and since is None:
            since = each.at
        elif each.direction is Direction.OUT and since is not None:
            yield each.at - since
            since = None
    if since is not None:
        yield end - since


def _seconds(span: timedelta) -> int:
    return max(0, int(span.total_seconds()))


def _broken(clock: Clock, now: datetime) -> bool:
    if clock.state is ClockState.RUNNING:
        return clock.breach_at is not None and clock.breach_at <= now
    return clock.state is not ClockState.CANCELLED and clock.consumed_s > clock.target_s


def _transfers(events: Iterable[Event]) -> int:
    """How often it was handed over; what was taken back again does not count."""
    count = 0
    for event in events:
        if event.kind == _TRANSFERRED or (
            event.kind == "desk.redone" and _TRANSFERRED in event.data.get("kinds", ())
        ):
            count += 1
        elif event.kind == "desk.undone" and _TRANSFERRED in event.data.get("kinds", ()):
            count -= 1
    return max(0, count)
