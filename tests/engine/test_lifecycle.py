"""Which state may follow which."""

from __future__ import annotations

import pytest

from tests.engine.test_promises import NOON, ticket
from tuiticket.engine.errors import Refused
from tuiticket.engine.model.ticket import ACTIVE, State
from tuiticket.engine.rules.lifecycle import FOLLOWERS, check_transition


def test_every_state_can_be_left_and_every_state_but_new_can_be_reached() -> None:
    assert set(FOLLOWERS) == set(State)
    assert all(FOLLOWERS[state] for state in set(State) - {State.SPAM})
    assert set().union(*FOLLOWERS.values()) == set(State) - {State.NEW, State.SPAM}


def test_spam_is_no_step_of_a_tickets_life() -> None:
    assert FOLLOWERS[State.SPAM] == frozenset()


@pytest.mark.parametrize("state", sorted(ACTIVE - {State.SOLVED}))
def test_what_is_at_work_can_be_solved(state: State) -> None:
    check_transition(ticket(state=state), State.SOLVED)


@pytest.mark.parametrize(
    ("state", "to"),
    [
        (State.OPEN, State.OPEN),
        (State.SOLVED, State.WAITING_CUSTOMER),
        (State.CLOSED, State.SOLVED),
        (State.OPEN, State.ARCHIVED),
        (State.ARCHIVED, State.CLOSED),
    ],
)
def test_what_may_not_follow_is_refused(state: State, to: State) -> None:
    with pytest.raises(Refused):
        check_transition(ticket(state=state), to)


def test_nobody_waits_for_a_customer_who_waits_for_us() -> None:
    check_transition(ticket(), State.WAITING_CUSTOMER)
    with pytest.raises(Refused, match="still waiting"):
        check_transition(ticket(unanswered_since=NOON), State.WAITING_CUSTOMER)
