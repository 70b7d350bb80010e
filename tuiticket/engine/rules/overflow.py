"""Offering a ticket that nobody has ever more widely: one widening for each step.

The steps are shares of its first-response target, counted in that promise's working time since it
came to stand in the queue. First one skill level less will do, then the sister team helps out, then
the lead, whatever they know. Never is it offered to somebody absent or at capacity. A ticket
without a team is made known to leads instead, once, after the shop's own time.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from tuiticket.engine.model.clock import Clock, ClockKind
from tuiticket.engine.model.people import Team
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import State, Ticket
from tuiticket.engine.rules.shop_hours import Calendars

LESS_SKILL, SISTER, LEAD = 1, 2, 3
"""What each widening adds; a ticket's `widened` counts them."""

TO_HAND_OUT = frozenset({State.NEW, State.OPEN})
"""States in which a ticket without an owner is to be handed out."""


def in_queue(ticket: Ticket) -> bool:
    """Whether it stands in a queue: active, nobody's, and not in review."""
    return ticket.active and ticket.owner_id is None and ticket.state is not State.REVIEW


def level_wanted(ticket: Ticket) -> int:
    """The skill level that will do for the ticket by now; 0 for any."""
    return max(0, ticket.needs_level - (ticket.widened >= LESS_SKILL))


def widen_at(
    ticket: Ticket,
    team: Team | None,
    clocks: Sequence[Clock],
    settings: Settings,
    calendars: Calendars,
) -> datetime | None:
    """When the ticket is next offered more widely, or made known; None if never."""
    since = ticket.queued_at
    if since is None or ticket.state not in TO_HAND_OUT:
        return None
    if team is None:
        wait = settings.unrouted_s
        return None if wait is None or ticket.widened else since + timedelta(seconds=wait)
    if not team.automatic or ticket.widened >= len(team.overflow):
        return None
    promises = [clock for clock in clocks if clock.kind is ClockKind.FIRST_RESPONSE]
    if not promises:
        return None
    promise = max(promises, key=lambda clock: (clock.cycle, clock.started_at))
    share = promise.target_s * team.overflow[ticket.widened] // 100
    return calendars.of(promise.calendar_id).ends(since, share)
