"""How hard a ticket burns."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.engine.test_promises import NOON, promises, ticket
from tuiticket.engine.model.ticket import Priority, State
from tuiticket.engine.rules.shop_hours import Calendars
from tuiticket.engine.rules.urgency import paused_left, tightest, urgency

CALENDARS = Calendars()


def test_urgency_rises_with_the_share_of_the_target_used() -> None:
    told = promises()
    told.opened(NOON, answered=False)

    def at(seconds: int) -> int:
        return urgency(ticket(), told.clocks, NOON + timedelta(seconds=seconds), CALENDARS)

    assert [at(s) for s in (0, 299, 300, 480, 600, 601)] == [2, 2, 3, 4, 4, 6]


def test_what_is_done_does_not_burn_and_what_came_back_burns_more() -> None:
    assert urgency(ticket(state=State.SOLVED, priority=Priority.URGENT), [], NOON, CALENDARS) == 0
    assert urgency(ticket(cycle=1), [], NOON, CALENDARS) == 3


@given(st.sampled_from(Priority), st.lists(st.integers(0, 20_000), min_size=2, max_size=5))
def test_urgency_never_falls_while_a_clock_runs(priority: Priority, at: list[int]) -> None:
    told = promises()
    told.opened(NOON, answered=False)
    one = ticket(priority=priority)
    heats = [urgency(one, told.clocks, NOON + timedelta(seconds=s), CALENDARS) for s in sorted(at)]
    assert heats == sorted(heats)
    assert all(priority <= heat <= 9 for heat in heats)


def test_the_tightest_clock_is_the_one_due_first_and_rest_shows_what_is_left() -> None:
    told = promises()
    told.opened(NOON, answered=False)
    first = tightest(told.clocks)
    assert first is not None
    assert first.due_at == NOON + timedelta(minutes=10)
    told.staff_answered(NOON)
    told.moved(State.WAITING_CUSTOMER, NOON + timedelta(minutes=20))
    assert tightest(told.clocks) is None
    assert paused_left(told.clocks) == 6000
