"""When tickets are opened, so that their clocks stand as wished."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random

import pytest

from tuiticket.demo.casting import Part, cast
from tuiticket.demo.rehearsal import rehearse
from tuiticket.demo.scenes import load_scenes
from tuiticket.demo.schedule import ARCHIVE_AFTER, CLOSE_AFTER, FORTNIGHT, openings, span
from tuiticket.demo.shop import load_shop
from tuiticket.engine.model.ticket import State

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
each_seed = pytest.mark.parametrize("seed", range(20))


@cache
def opened(seed: int) -> list[tuple[Part, datetime]]:
    rng = Random(seed)
    parts = cast(load_shop(), load_scenes(), rng)
    return list(zip(parts, openings(parts, NOW, rng), strict=True))


def dues(seed: int) -> list[timedelta]:
    """How long the tickets with a running clock have left; negative if they are late."""
    left = []
    for part, begun in opened(seed):
        due = rehearse(part.scene, part.channel)[part.turns - 1].due
        if due is not None:
            left.append(begun + due - NOW)
    return left


@each_seed
def test_nothing_lies_in_the_future_or_before_the_fortnight(seed: int) -> None:
    for part, begun in opened(seed):
        assert NOW - FORTNIGHT - timedelta(seconds=1) <= begun
        assert begun + span(part) <= NOW


@each_seed
def test_some_are_late_and_several_due_within_the_hour(seed: int) -> None:
    left = dues(seed)
    late = [due for due in left if due < timedelta()]
    soon = [due for due in left if timedelta() <= due < timedelta(hours=1)]
    assert 4 <= len(late) <= 10
    assert 7 <= len(soon) <= 24
    assert len(left) - len(late) - len(soon) > 25


@each_seed
def test_no_ticket_is_so_late_that_the_desk_would_have_taken_it_away(seed: int) -> None:
    for part, begun in opened(seed):
        standing = rehearse(part.scene, part.channel)[part.turns - 1]
        if standing.due is not None and standing.target is not None:
            assert NOW - (begun + standing.due) < standing.target / 2


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
