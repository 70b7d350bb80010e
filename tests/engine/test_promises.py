"""Which event does what to which clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.model.clock import Clock, ClockKind, ClockState, Policy
from tuiticket.engine.model.ticket import Channel, Kind, Priority, Severity, State, Ticket
from tuiticket.engine.rules.policies import policy_for, target
from tuiticket.engine.rules.promises import Promises
from tuiticket.engine.rules.shop_hours import Calendars

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
POLICY = Policy(
    id=7, name="All", position=1, first_response_s=600, next_response_s=900, resolution_s=7200
)
FR, NR, RS = ClockKind.FIRST_RESPONSE, ClockKind.NEXT_RESPONSE, ClockKind.RESOLUTION


def ticket(**fields: object) -> Ticket:
    facts: dict[str, object] = {
        "id": 1,
        "subject": "s",
        "kind": Kind.SERVICE,
        "state": State.OPEN,
        "priority": Priority.NORMAL,
        "severity": Severity.MODERATE,
        "channel": Channel.MAIL,
        "customer_id": 1,
        "created_at": NOON,
        "updated_at": NOON,
    }
    return Ticket(**(facts | fields))  # type: ignore[arg-type]


def promises(policy: Policy | None = POLICY) -> Promises:
    return Promises(ticket(), [], policy, Calendars())


def later(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


def states(told: Promises) -> dict[ClockKind, ClockState]:
    return {clock.kind: clock.state for clock in told.clocks}


def test_a_customers_ticket_starts_first_response_and_resolution() -> None:
    told = promises()
    told.opened(NOON, answered=False)
    assert states(told) == {FR: ClockState.RUNNING, RS: ClockState.RUNNING}
    assert [clock.due_at for clock in told.clocks] == [later(10), later(120)]


def test_a_contact_answered_on_the_spot_has_met_its_first_response() -> None:
    told = promises()
    told.opened(NOON, answered=True)
    assert states(told) == {FR: ClockState.MET, RS: ClockState.RUNNING}


def test_an_answer_stops_the_response_and_leaves_the_resolution() -> None:
    told = promises()
    told.opened(NOON, answered=False)
    told.staff_answered(later(5))
    assert states(told) == {FR: ClockState.MET, RS: ClockState.RUNNING}


def test_a_further_message_before_any_answer_starts_nothing_new() -> None:
    told = promises()
    told.opened(NOON, answered=False)
    told.customer_wrote(later(3))
    assert states(told) == {FR: ClockState.RUNNING, RS: ClockState.RUNNING}


def test_a_message_after_an_answer_starts_the_next_response() -> None:
    told = promises()
    told.opened(NOON, answered=False)
    told.staff_answered(later(5))
    told.customer_wrote(later(30))
    assert states(told)[NR] is ClockState.RUNNING
    assert told.clocks[-1].due_at == later(45)


def test_waiting_for_the_customer_rests_the_resolution_until_they_write() -> None:
    told = promises()
    told.opened(NOON, answered=False)
    told.staff_answered(later(5))
    told.moved(State.WAITING_CUSTOMER, later(20))
    assert states(told)[RS] is ClockState.PAUSED
    told.customer_wrote(later(500))
    resolution = next(clock for clock in told.clocks if clock.kind is RS)
    assert resolution.due_at == later(600), "the hundred minutes left begin anew"


@pytest.mark.parametrize(
    ("pauses", "expected"), [(False, ClockState.RUNNING), (True, ClockState.PAUSED)]
)
def test_a_third_party_rests_the_resolution_only_if_promised(
    pauses: bool, expected: ClockState
) -> None:
    policy = Policy(id=1, name="x", position=1, resolution_s=100, pause_on_third=pauses)
    told = promises(policy)
    told.opened(NOON, answered=False)
    told.moved(State.WAITING_THIRD, later(1))
    assert states(told) == {RS: expected}


def test_solved_stops_every_clock_and_closed_cancels_it() -> None:
    solved, closed = promises(), promises()
    for told, to in ((solved, State.SOLVED), (closed, State.CLOSED)):
        told.opened(NOON, answered=False)
        told.moved(to, later(5))
    assert set(states(solved).values()) == {ClockState.MET}
    assert set(states(closed).values()) == {ClockState.CANCELLED}


def test_another_priority_moves_every_living_clock_from_its_start() -> None:
    told = promises()
    told.opened(NOON, answered=False)
    told.policy = Policy(id=8, name="Urgent", position=1, first_response_s=120, resolution_s=240)
    told.retargeted(later(1))
    assert [clock.due_at for clock in told.clocks] == [later(2), later(4)]
    assert {clock.policy_id for clock in told.clocks} == {8}


def test_without_a_policy_nothing_is_promised() -> None:
    told = promises(None)
    told.opened(NOON, answered=False)
    assert told.clocks == []


def test_the_first_fitting_policy_in_the_shops_order_wins() -> None:
    general = Policy(id=1, name="All", position=9)
    urgent = Policy(id=2, name="Urgent", position=5, priority=Priority.URGENT)
    mail = Policy(id=3, name="Mail", position=1, channel=Channel.MAIL, kind=Kind.REPAIR)
    policies = [general, urgent, mail]
    assert policy_for(ticket(), policies) == general
    assert policy_for(ticket(priority=Priority.URGENT), policies) == urgent
    assert policy_for(ticket(kind=Kind.REPAIR, priority=Priority.URGENT), policies) == mail
    assert policy_for(ticket(), [mail]) is None


def test_the_next_response_is_promised_like_the_first_where_nothing_else_is_said() -> None:
    assert target(Policy(id=1, name="x", position=1, first_response_s=60), NR) == 60


EVENTS = ("wrote", "answered", "waiting", "third", "open", "solved", "retargeted")


@given(st.lists(st.tuples(st.sampled_from(EVENTS), st.integers(1, 300)), max_size=25))
def test_no_clock_ever_runs_twice_and_none_runs_after_the_end(
    story: list[tuple[str, int]],
) -> None:
    told, now = promises(), NOON
    told.opened(now, answered=False)
    solved = False
    for event, minutes in story:
        now += timedelta(minutes=minutes)
        match event:
            case "wrote" if not solved:
                told.customer_wrote(now)
            case "answered":
                told.staff_answered(now)
            case "waiting" if not solved:
                told.moved(State.WAITING_CUSTOMER, now)
            case "third" if not solved:
                told.moved(State.WAITING_THIRD, now)
            case "open" if not solved:
                told.moved(State.OPEN, now)
            case "solved":
                told.moved(State.SOLVED, now)
                solved = True
            case "retargeted":
                told.retargeted(now)
        alive = [clock.kind for clock in told.clocks if clock.alive]
        assert len(alive) == len(set(alive))
        assert not (solved and alive)
        for clock in told.clocks:
            assert (clock.due_at is not None) >= (clock.state is ClockState.RUNNING)
            assert_sound(clock)


def assert_sound(clock: Clock) -> None:
    """A clock's columns agree with each other."""
    assert (clock.running_since is not None) == (clock.state is ClockState.RUNNING)
    assert (clock.stopped_at is not None) == (not clock.alive)
    assert clock.consumed_s >= 0
    if clock.state is ClockState.MET:
        assert clock.consumed_s <= clock.target_s
    if clock.state is ClockState.MISSED:
        assert clock.consumed_s > clock.target_s
