"""Who is there when: on shift by their calendar, and not away.

Without a calendar one is always on shift. A gap of the shift that is no longer than the shop's
break is a break: nobody is handed a ticket in it, but those they have stay with them. A longer one
is the end of the shift.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from tuiticket.engine.model.people import Agent
from tuiticket.engine.rules.shop_hours import Calendars

HORIZON = timedelta(days=400)
"""How far ahead the next beginning or end of a shift is looked for."""

_SECOND = timedelta(seconds=1)


def on_shift(agent: Agent, calendars: Calendars, now: datetime) -> bool:
    """Whether the instant lies in their hours."""
    hours = calendars.of(agent.calendar_id)
    return next(hours.spans(now, now + _SECOND), None) is not None


def present(agent: Agent, calendars: Calendars, now: datetime) -> bool:
    """Whether they may be handed a ticket now."""
    return agent.available and on_shift(agent, calendars, now)


def gone(agent: Agent, calendars: Calendars, now: datetime, break_s: int) -> bool:
    """Whether others must act in their place: they are away, or their shift is over."""
    return not agent.available or off_duty(agent, calendars, now, break_s)


def off_duty(agent: Agent, calendars: Calendars, now: datetime, break_s: int) -> bool:
    """Whether they are between two shifts, not merely in a break of up to `break_s` seconds."""
    if on_shift(agent, calendars, now):
        return False
    hours, around = calendars.of(agent.calendar_id), timedelta(seconds=break_s)
    earlier = list(hours.spans(now - around, now))
    later = next(hours.spans(now, now + around), None)
    return not earlier or later is None or later[0] - earlier[-1][1] > around


def next_turn(agent: Agent, calendars: Calendars) -> datetime | None:
    """When their shift next begins or ends after what was acted upon; None if it never does."""
    start = agent.shift_seen_at
    if agent.calendar_id is None or start is None:
        return None
    end = start + HORIZON
    span = next(calendars.of(agent.calendar_id).spans(start, end), None)
    if span is None:
        return None
    opens, closes = span
    if opens > start:
        return opens
    return closes if closes < end else None
