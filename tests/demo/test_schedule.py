"""When tickets are opened, so that their clocks stand as wished."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random

import pytest

from tuiticket.demo.casting import Part, cast
from tuiticket.demo.director import SEED
from tuiticket.demo.hours import CALENDARS
from tuiticket.demo.rehearsal import tightest_clock
from tuiticket.demo.scenes import load_scenes
from tuiticket.demo.schedule import ARCHIVE_AFTER, CLOSE_AFTER, FORTNIGHT, openings, span
from tuiticket.demo.shop import load_shop
from tuiticket.engine.model.clock import Clock
from tuiticket.engine.model.ticket import State
from tuiticket.engine.rules.clocks import left

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
"""A Sunday afternoon: the shop is closed."""

HOURS = {
    "Monday before it opens": datetime(2026, 11, 23, 0, 59, tzinfo=UTC),
    "at work": datetime(2026, 11, 20, 2, 20, tzinfo=UTC),
    "over lunch": datetime(2026, 11, 18, 4, 30, tzinfo=UTC),
    "at night": datetime(2026, 11, 18, 19, 0, tzinfo=UTC),
    "on Sunday": NOW,
}
each_seed = pytest.mark.parametrize("seed", range(20))
at_any_hour = pytest.mark.parametrize("now", HOURS.values(), ids=HOURS)


@cache
def opened(seed: int, now: datetime = NOW) -> list[tuple[Part, datetime]]:
    rng = Random(seed)
    parts = cast(load_shop(), load_scenes(), rng)
    return list(zip(parts, openings(parts, now, rng), strict=True))


def running(seed: int, now: datetime) -> list[tuple[Clock, int]]:
    """The clocks that run, and how many working seconds they have left; negative if late."""
    clocks = [
        tightest_clock(part.scene, part.channel, part.turns, begun)
        for part, begun in opened(seed, now)
    ]
    alive = [clock for clock in clocks if clock is not None]
    return [(clock, left(clock, now, CALENDARS)) for clock in alive]


@each_seed
def test_nothing_lies_in_the_future_or_before_the_fortnight(seed: int) -> None:
    for part, begun in opened(seed):
        assert NOW - FORTNIGHT - timedelta(seconds=1) <= begun
        assert begun + span(part) <= NOW


@pytest.mark.parametrize("seed", [*range(4), SEED])
@at_any_hour
def test_some_are_late_and_several_due_within_the_hour(seed: int, now: datetime) -> None:
    lefts = [seconds for _clock, seconds in running(seed, now)]
    late = [seconds for seconds in lefts if seconds < 0]
    soon = [seconds for seconds in lefts if 0 <= seconds < 3600]
    assert 4 <= len(late) <= 10
    assert 7 <= len(soon) <= 24
    assert len(lefts) - len(late) - len(soon) > 20


@at_any_hour
def test_something_burns_and_moves_at_any_hour(now: datetime) -> None:
    always = [seconds for clock, seconds in running(SEED, now) if clock.calendar_id is None]
    assert sum(seconds < 0 for seconds in always) >= 1
    assert sum(0 <= seconds < 3600 for seconds in always) >= 1
    assert len(always) >= 10


@pytest.mark.parametrize("seed", range(4))
@at_any_hour
def test_no_ticket_is_so_late_that_the_desk_would_have_taken_it_away(
    seed: int, now: datetime
) -> None:
    for clock, seconds in running(seed, now):
        assert -seconds < clock.target_s / 2


@each_seed
def test_solved_tickets_are_closed_and_archived_by_age_alone(seed: int) -> None:
    bounds = {
        State.SOLVED: (timedelta(), CLOSE_AFTER),
        State.CLOSED: (CLOSE_AFTER, CLOSE_AFTER + ARCHIVE_AFTER),
        State.ARCHIVED: (CLOSE_AFTER + ARCHIVE_AFTER, FORTNIGHT),
    }
    for part, begun in opened(seed):
        if part.state in bounds:
            least, most = bounds[part.state]
            assert least < NOW - (begun + span(part)) < most
