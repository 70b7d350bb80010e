"""What the queue asks of the desk: the tickets of a query, and where its cursor belongs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from tuiticket.engine.model.category import Category
from tuiticket.engine.model.people import Agent, Team
from tuiticket.engine.model.queue import QueueLine
from tuiticket.engine.model.view import SavedView
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.query import And, Query, parse
from tuiticket.engine.rules.shop_hours import Calendars
from tuiticket.engine.rules.views import ACTIVE, MINE, View
from tuiticket.event_words import name_of

_UNREAD = parse("is:unread")

FOLLOWERS = 50
"""Tickets after the cursor's that are tried when that one left the list."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the cursor was: its ticket and those after it, its line, and the height of the page.

    `marked` are the tickets that were marked.
    """

    numbers: tuple[int, ...] = ()
    row: int = 0
    height: int = 50
    marked: tuple[int, ...] = ()

    @classmethod
    def on(cls, numbers: Sequence[int], row: int, height: int, marked: Sequence[int] = ()) -> Place:
        """The place of the cursor on a line of the list."""
        return cls(tuple(numbers[row : row + FOLLOWERS]), row, height, tuple(marked))


@dataclass(frozen=True, slots=True)
class Found:
    """The tickets of a query in order, the line for the cursor, and the lines around it.

    The lines of the marked tickets are among them; `gone` are marked ones that left the list.
    """

    numbers: Sequence[int]
    row: int
    lines: tuple[QueueLine, ...]
    gone: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """Who and what there is at the desk, and which views are kept."""

    staff: tuple[Agent, ...] = ()
    groups: tuple[Team, ...] = ()
    categories: tuple[Category, ...] = ()
    calendars: Calendars = field(default_factory=Calendars)
    saved: tuple[SavedView, ...] = ()

    def teams(self) -> dict[str, str]:
        """The names of the teams by key, in the language spoken now."""
        return {team.key: name_of(team) for team in self.groups}

    def values(self) -> dict[str, Sequence[str]]:
        """The desk's own values by the name of the filter that takes them."""
        return {
            "owner": [agent.login for agent in self.staff],
            "team": [team.key for team in self.groups],
            "category": [category.key for category in self.categories],
        }


def names(reading: Reading) -> Names:
    """Who and what there is now."""
    return Names(
        tuple(reading.all(Agent)),
        tuple(reading.all(Team)),
        tuple(reading.all(Category)),
        reading.calendars(),
        tuple(reading.all(SavedView)),
    )


def find(reading: Reading, query: Query, me: Agent | None, now: datetime, place: Place) -> Found:
    """The tickets of a query; the cursor stays on its ticket, or goes to the next one left."""
    numbers = reading.queue(query, me, now)
    row = row_of(numbers, place)
    around = numbers[max(0, row - 2 * place.height) : row + 2 * place.height]
    there = set(numbers) if place.marked else set[int]()
    marked = [number for number in place.marked if number in there]
    wanted = dict.fromkeys((*numbers[: place.height], *around, *marked))
    gone = tuple(number for number in place.marked if number not in there)
    return Found(numbers, row, tuple(reading.lines(tuple(wanted), me)), gone)


def next_unread(
    reading: Reading,
    query: Query,
    me: Agent | None,
    now: datetime,
    numbers: Sequence[int],
    cursor: int,
    step: int,
) -> int | None:
    """The line of the next ticket with something unread, or (-1) of the one before, round."""
    unread = set(reading.queue(Query(And((query.where, _UNREAD.where)), query.sort), me, now))
    if not unread:
        return None
    count = len(numbers)
    lines = ((cursor + step * far) % count for far in range(1, count + 1))
    return next((line for line in lines if numbers[line] in unread), None)


def first_view(reading: Reading, me: Agent | None, now: datetime) -> View:
    """The view to begin with: one's own tickets, or all active ones where one has none."""
    mine = me is not None and reading.count(MINE.query, me, now, 1)
    return MINE if mine else ACTIVE


def row_of(numbers: Sequence[int], place: Place) -> int:
    """The line for the cursor: of its ticket, of the next one that is left, or the same again."""
    for number in place.numbers:
        try:
            return numbers.index(number)
        except ValueError:
            continue
    return max(0, min(place.row, len(numbers) - 1))
