"""The intervals a clock counted and the times it rested add up to what it consumed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.desks import ADMIN, NOON, Shop
from tuiticket.engine.commands.calendars import PutCalendar
from tuiticket.engine.commands.conversation import Receive, Reply
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.policies import PutPolicy
from tuiticket.engine.commands.undo import Undo
from tuiticket.engine.errors import DeskError
from tuiticket.engine.model.clock import Clock, ClockKind, Policy
from tuiticket.engine.model.ticket import Priority, State
from tuiticket.engine.rules.calendar_facts import calendar_from
from tuiticket.engine.rules.clocks import consumed
from tuiticket.engine.rules.explaining import Explanation, Life, Rest

HOUR = 3600
LUNCH = calendar_from(
    {"business_hours": {"mon": [["09:00", "12:30"], ["13:30", "18:00"]], "tue": []}}, key="lunch"
)


@pytest.fixture(name="lunching")
def _lunching(shop: Shop) -> Shop:
    """A shop whose every promise counts by a calendar with a lunch break; it is Monday noon."""
    policy = Policy(
        name="Lunch", position=0, first_response_s=HOUR, resolution_s=3 * HOUR, calendar_id=1
    )
    shop.desk.do(PutCalendar(calendar=LUNCH), PutPolicy(policy=policy), by=ADMIN)
    return shop


def explained(shop: Shop, number: int, clock: Clock) -> Explanation:
    """Why a clock of a ticket stands as it does now."""
    events = shop.dossier(number).events
    return Life.of(clock, events).explained(clock, shop.desk.calendars(), shop.clock.now)


def resolution(shop: Shop, number: int) -> Clock:
    """The resolution clock."""
    return next(c for c in shop.dossier(number).clocks if c.kind is ClockKind.RESOLUTION)


def test_lunch_a_pause_and_the_rest_are_told(lunching: Shop) -> None:
    number = lunching.open()
    lunching.clock.advance(hours=2)
    lunching.do(Reply(ticket=number, body="Which one?", then=State.WAITING_CUSTOMER))
    lunching.clock.advance(minutes=30)
    lunching.desk.do(Receive(ticket=number, body="The red one"), by=ADMIN)
    lunching.clock.advance(minutes=10)
    why = explained(lunching, number, resolution(lunching, number))

    def at(minutes: int) -> object:
        return NOON + timedelta(minutes=minutes)

    assert why.counted == ((at(0), at(30)), (at(90), at(120)), (at(150), at(160)))
    assert why.rests == (Rest(NOON + timedelta(minutes=120), NOON + timedelta(minutes=150)),)
    assert why.seconds == 70 * 60


def test_what_an_undone_act_stopped_runs_on(lunching: Shop) -> None:
    number = lunching.open()
    lunching.clock.advance(minutes=10)
    lunching.do(Reply(ticket=number, body="Oops", then=State.WAITING_CUSTOMER))
    lunching.clock.advance(minutes=5)
    lunching.do(Undo())
    why = explained(lunching, number, resolution(lunching, number))
    assert (why.seconds, why.rests) == (15 * 60, ())


STORY = st.lists(
    st.tuples(
        st.sampled_from(("wait", "third", "open", "answer", "wrote", "urgent", "low", "solve")),
        st.integers(0, 300),
    ),
    max_size=12,
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STORY)
def test_the_intervals_are_what_was_consumed(lunching: Shop, story: list[tuple[str, int]]) -> None:
    number = lunching.open()
    for word, minutes in story:
        lunching.clock.advance(minutes=minutes)
        command = {
            "wait": Move(ticket=number, to=State.WAITING_CUSTOMER),
            "third": Move(ticket=number, to=State.WAITING_THIRD),
            "open": Move(ticket=number, to=State.OPEN),
            "answer": Reply(ticket=number, body="Yes"),
            "wrote": Receive(ticket=number, body="And?"),
            "urgent": Describe(ticket=number, priority=Priority.URGENT),
            "low": Describe(ticket=number, priority=Priority.LOW),
            "solve": Move(ticket=number, to=State.SOLVED),
        }[word]
        try:
            lunching.desk.do(command, by=ADMIN)
        except DeskError:
            continue
    calendars, now = lunching.desk.calendars(), lunching.clock.now
    for clock in lunching.dossier(number).clocks:
        why = explained(lunching, number, clock)
        assert why.seconds == consumed(clock, now, calendars)
        assert len([rest for rest in why.rests if rest.end is None]) == (clock.state == "paused")
