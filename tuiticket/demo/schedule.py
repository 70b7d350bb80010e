"""When each ticket was opened, worked out backwards from how it should stand now."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from random import Random

from tuiticket.demo.casting import Part
from tuiticket.demo.hours import CALENDARS, OFFICE_ID
from tuiticket.demo.rehearsal import rehearse, tightest_clock
from tuiticket.demo.scenes import Act
from tuiticket.engine.model.ticket import State
from tuiticket.engine.rules.clocks import left as left_of

HOME = timezone(timedelta(hours=8))
"""Where the shop and most of its customers are (China has one zone and no summer time)."""

FORTNIGHT = timedelta(days=14)
CLOSE_AFTER = timedelta(days=7)
ARCHIVE_AFTER = timedelta(days=5)
"""How long after a solution the desk closes a ticket, and archives a closed one."""

_LATE = (-64, -38, -21, -13, -9, -4)
_SOON = (3, 6, 9, 14, 18, 23, 31, 38, 47, 56)
"""Minutes until a clock runs out, of the tickets one should see first."""

_LATEST = 0.4
"""The share of its target a clock may be late by now; from a half on, the desk escalates."""

_MINUTE = timedelta(minutes=1)
_SPANS = {
    State.WAITING_CUSTOMER: (timedelta(hours=1), timedelta(hours=90)),
    State.SOLVED: (timedelta(minutes=20), CLOSE_AFTER - timedelta(hours=2)),
    State.CLOSED: (
        CLOSE_AFTER + timedelta(hours=1),
        CLOSE_AFTER + ARCHIVE_AFTER - timedelta(hours=1),
    ),
    State.ARCHIVED: (CLOSE_AFTER + ARCHIVE_AFTER + timedelta(hours=1), FORTNIGHT),
}
"""How long ago, at least and at most, the last turn was, by the state it left the ticket in."""


def openings(parts: Sequence[Part], now: datetime, rng: Random) -> list[datetime]:
    """The instant each part begins, in the order of the parts."""
    opened: dict[int, datetime] = {}
    running = [i for i, part in enumerate(parts) if part.state not in _SPANS]
    for i, left in _lefts({i: parts[i] for i in running}, now, rng).items():
        opened[i] = _opening(parts[i], left, now)
    for state in _SPANS:
        indices = [i for i, part in enumerate(parts) if part.state is state]
        for rank, i in enumerate(indices):
            opened[i] = _spread(parts[i], rank, len(indices), now, rng)
    return [opened[i].replace(microsecond=0) for i in range(len(parts))]


def pickup(part: Part) -> timedelta:
    """How long after the opening somebody takes the ticket in hand."""
    return min(part.scene.lead_in / 2, 8 * _MINUTE)


def span(part: Part) -> timedelta:
    """The time from the opening to the last thing that has happened."""
    last = part.scene.turns[part.turns - 1]
    told = part.scene.length(part.turns)
    if part.state is State.NEW:
        return told
    return max(told + (9 * _MINUTE if last.act is Act.TRANSFER else 0 * _MINUTE), pickup(part))


def left(part: Part, opened: datetime, now: datetime) -> int:
    """Working seconds left now of the tightest clock of a running ticket opened then."""
    clock = tightest_clock(part.scene, part.channel, part.turns, opened)
    assert clock is not None, f"no clock runs in {part.scene.id} after {part.turns} turns"
    return left_of(clock, now, CALENDARS)


def _lefts(parts: dict[int, Part], now: datetime, rng: Random) -> dict[int, int]:
    """How much each running ticket still has: the wished-for ones first, the rest at random.

    While the shop is closed those come first that count all the same.
    """
    room = {i: _room(part, now) for i, part in parts.items()}
    free = list(parts)
    rng.shuffle(free)
    if not CALENDARS.of(OFFICE_ID).between(now, now + _MINUTE):
        free.sort(key=lambda i: _by_office_hours(parts[i], now))
    lefts: dict[int, int] = {}
    for minutes in (*_LATE, *_SOON):
        wish = minutes * 60 + rng.randrange(60) * (1 if minutes > 0 else -1)
        found = next((i for i in free if room[i][0] <= wish <= room[i][1]), None)
        if found is not None:
            free.remove(found)
            lefts[found] = wish
    for i in free:
        most = room[i][1]
        least = min(65 * 60, most // 2, most)
        lefts[i] = least + int((most - least) * rng.random())
    return lefts


def _by_office_hours(part: Part, now: datetime) -> bool:
    clock = tightest_clock(part.scene, part.channel, part.turns, now - span(part))
    return clock is not None and clock.calendar_id is not None


def _room(part: Part, now: datetime) -> tuple[int, int]:
    """The least and the most time the tightest clock of a part can have left now."""
    earliest, latest = _bounds(part, now)
    target = rehearse(part.scene, part.channel)[part.turns - 1].target
    assert target is not None
    least = int(-target.total_seconds() * _LATEST)
    return max(least, left(part, earliest, now)), left(part, latest, now)


def _bounds(part: Part, now: datetime) -> tuple[datetime, datetime]:
    """Between when a part can have begun."""
    return now - FORTNIGHT, now - span(part) - _MINUTE


def _opening(part: Part, wanted: int, now: datetime) -> datetime:
    """When to open a part so that its tightest clock has that much left now, by halving."""
    earliest, latest = _bounds(part, now)
    low, high = 0, int((latest - earliest).total_seconds())
    while low < high:
        middle = (low + high) // 2
        if left(part, earliest + timedelta(seconds=middle), now) < wanted:
            low = middle + 1
        else:
            high = middle
    return earliest + timedelta(seconds=low)


def _spread(part: Part, rank: int, of: int, now: datetime, rng: Random) -> datetime:
    """An opening that puts the part's end into its own slice of the span, by day if it can be.

    Slices grow with age, for a shop remembers more of yesterday than of last week.
    """
    least, most = _SPANS[part.state]
    most = min(most, FORTNIGHT - span(part))
    for _ in range(8):
        ended = least + (most - least) * math.pow((rank + rng.random()) / of, 1.5)
        opened = now - ended - span(part)
        if 8 <= opened.astimezone(HOME).hour < 22:
            break
    return opened
