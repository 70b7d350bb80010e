"""How hard a ticket burns: the first key of the queue's order.

A pure function of what people set and what the clocks say, after the idea of RT's LinearEscalate: a
missed run of the timer can never raise a ticket twice. Scale: priority counts 1 to 4; a clock at
half its target adds 1, at four fifths 2, a broken promise 4; a matter come back after a solution
adds 1, and so does an angry customer. Solved and later tickets do not burn (0); those whose clocks
all rest burn by the rest alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from tuiticket.engine.model.clock import Clock, ClockState
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.rules.clocks import consumed
from tuiticket.engine.rules.shop_hours import Calendars

_SHARES = ((100, 4), (80, 2), (50, 1))


def urgency(
    ticket: Ticket,
    clocks: Iterable[Clock],
    now: datetime,
    calendars: Calendars,
    *,
    heated: bool = False,
) -> int:
    """The ticket's urgency at `now`, from 0 (nothing to do) to 10; `heated` if its customer is."""
    if not ticket.active:
        return 0
    heat = max((_heat(clock, now, calendars) for clock in clocks), default=0)
    came_back = bool(ticket.cycle or ticket.rebound_of)
    return ticket.priority + heat + came_back + heated


def _heat(clock: Clock, now: datetime, calendars: Calendars) -> int:
    if clock.state is not ClockState.RUNNING:
        return 0
    used = consumed(clock, now, calendars) * 100
    if used > clock.target_s * 100:
        return _SHARES[0][1]
    return next((heat for percent, heat in _SHARES[1:] if used >= clock.target_s * percent), 0)


def tightest(clocks: Iterable[Clock]) -> Clock | None:
    """The running clock that is due first."""
    running = [clock for clock in clocks if clock.due_at and clock.state is ClockState.RUNNING]
    return min(running, key=lambda clock: (clock.due_at, clock.id), default=None)


def paused_left(clocks: Iterable[Clock]) -> int | None:
    """Seconds left on the tightest resting clock; None if none rests."""
    return min(
        (clock.target_s - clock.consumed_s for clock in clocks if clock.state is ClockState.PAUSED),
        default=None,
    )
