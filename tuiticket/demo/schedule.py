"""When each ticket was opened, worked out backwards from how it should stand now."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from random import Random

from tuiticket.demo.casting import Part
from tuiticket.demo.rehearsal import rehearse
from tuiticket.demo.scenes import Act
from tuiticket.engine.model.ticket import State

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
    for i, due_in in _dues({i: parts[i] for i in running}, rng).items():
        opened[i] = now + due_in - _due(parts[i])
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


def _due(part: Part) -> timedelta:
    due = rehearse(part.scene, part.channel)[part.turns - 1].due
    assert due is not None, f"no clock runs in {part.scene.id} after {part.turns} turns"
    return due


def _dues(parts: dict[int, Part], rng: Random) -> dict[int, timedelta]:
    """How long each running ticket still has: the wished-for ones first, the rest at random."""
    room = {i: _room(part) for i, part in parts.items()}
    left = list(parts)
    rng.shuffle(left)
    dues: dict[int, timedelta] = {}
    for minutes in (*_LATE, *_SOON):
        wish = minutes * _MINUTE + rng.randrange(60) * _MINUTE / 60
        found = next((i for i in left if room[i][0] <= wish <= room[i][1]), None)
        if found is not None:
            left.remove(found)
            dues[found] = wish
    for i in left:
        most = room[i][1]
        least = min(65 * _MINUTE, most / 2, most)
        dues[i] = least + (most - least) * rng.random()
    return dues


def _room(part: Part) -> tuple[timedelta, timedelta]:
    """The least and the most time the tightest clock of a part can have left now."""
    target = rehearse(part.scene, part.channel)[part.turns - 1].target
    assert target is not None
    return -target * _LATEST, _due(part) - span(part) - _MINUTE


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
