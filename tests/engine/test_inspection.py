"""Looking the desk over: whatever people and timers do, everything that follows does follow."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.desks import Shop
from tests.engine.test_replay import STEPS
from tuiticket.engine.commands.command import Command
from tuiticket.engine.errors import DeskError
from tuiticket.engine.inspection import inspect
from tuiticket.engine.rules.soundness import Finding


def findings(shop: Shop) -> list[Finding]:
    """All that is wrong with a shop."""
    with shop.desk.reading() as reading:
        return list(inspect(reading, reading.calendars(), shop.desk.now()))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEPS, max_size=15))
def test_nothing_a_person_or_the_clock_does_makes_a_desk_unsound(
    story: list[tuple[Command, str, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shop = Shop(Path(folder) / "desk.db").furnish()
        for number in range(3):
            shop.open(f"Matter {number}", team=("after-sales", "logistics")[number % 2])
        for command, login, seconds in story:
            shop.clock.advance(seconds=seconds)
            with suppress(DeskError):
                shop.do(command, by=login)
            shop.desk.tick()
        assert findings(shop) == []
        shop.close()


def test_a_ticket_without_a_team_stands_in_the_queue_of_what_is_not_routed(shop: Shop) -> None:
    shop.open()
    assert findings(shop) == []


def test_an_empty_desk_is_sound(shop: Shop) -> None:
    assert findings(shop) == []
