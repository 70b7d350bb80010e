"""Hand-over with a deadline, submission, review, and what lateness does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.assignment import Take, Transfer
from tuiticket.engine.commands.conversation import Reply
from tuiticket.engine.commands.policies import PutPolicy
from tuiticket.engine.commands.review import Review, Submit
from tuiticket.engine.commands.setup import POLICIES
from tuiticket.engine.errors import BadInput, Refused
from tuiticket.engine.model.clock import Clock, ClockKind, ClockState, Step, StepAction
from tuiticket.engine.model.ticket import State

HOUR, DAY = 3600, 86_400
SUB, REV, PU = ClockKind.SUBMIT, ClockKind.REVIEW, ClockKind.PROGRESS_UPDATE


@pytest.fixture(name="house")
def _house(shop: Shop) -> Shop:
    """A shop that promises news every day and reviews results within two hours."""
    policy = replace(
        POLICIES[2], progress_s=DAY, submit_s=8 * HOUR, review_s=2 * HOUR, tell_s=HOUR // 2
    )
    shop.desk.do(PutPolicy(policy=policy), by=ADMIN)
    return shop


def clocks(shop: Shop, number: int, kind: ClockKind) -> list[Clock]:
    """The clocks of a kind, oldest first."""
    return [clock for clock in shop.dossier(number).clocks if clock.kind is kind]


def handed_over(shop: Shop, submit_by: int | None = None) -> int:
    """A ticket that after-sales gave to logistics, where chen took it."""
    number = shop.open(team="after-sales")
    transfer = Transfer(ticket=number, team="logistics", reason="where is it", submit_by=submit_by)
    shop.do(transfer, by="lena")
    shop.do(Take(ticket=number), by="chen")
    return number


def test_a_hand_over_starts_the_submit_clock(house: Shop) -> None:
    number = handed_over(house, submit_by=3 * HOUR)
    (submit,) = clocks(house, number, SUB)
    assert (submit.target_s, submit.agreed, submit.attempt) == (3 * HOUR, True, 1)
    assert clocks(house, handed_over(house), SUB)[0].target_s == 8 * HOUR, "as the policy says"


def test_another_hand_over_calls_the_old_deadline_off(house: Shop) -> None:
    number = handed_over(house, submit_by=3 * HOUR)
    back = Transfer(ticket=number, team="after-sales", reason="not ours", submit_by=HOUR)
    house.do(back, by="chen")
    assert [(c.state, c.target_s) for c in clocks(house, number, SUB)] == [
        (ClockState.CANCELLED, 3 * HOUR),
        (ClockState.RUNNING, HOUR),
    ]


def test_submission_review_rejection_and_acceptance(house: Shop) -> None:
    number = handed_over(house, submit_by=3 * HOUR)
    house.do(Reply(ticket=number, body="We are asking the carrier"), by="chen")
    house.clock.advance(hours=1)
    house.do(Submit(ticket=number, result="It is in Hangzhou"), by="chen")
    assert house.ticket(number).state is State.REVIEW
    assert clocks(house, number, SUB)[0].state is ClockState.MET
    with pytest.raises(Refused, match="own work"):
        house.do(Review(ticket=number, accept=True), by="chen")
    with pytest.raises(BadInput, match="reason"):
        house.do(Review(ticket=number, accept=False), by="lena")
    house.do(Review(ticket=number, accept=False, reason="Which depot?"), by="lena")
    assert clocks(house, number, REV)[0].state is ClockState.MET
    again = clocks(house, number, SUB)[-1]
    assert (again.attempt, again.target_s, again.state) == (2, 3 * HOUR, ClockState.RUNNING)
    house.do(Submit(ticket=number, result="Depot 4"), by="chen")
    assert clocks(house, number, REV)[-1].attempt == 2
    house.do(Review(ticket=number, accept=True), by="lena")
    assert house.ticket(number).state is State.OPEN
    news = clocks(house, number, PU)[-1]
    assert news.due_at is not None
    assert (news.due_at - house.clock.now).total_seconds() == HOUR // 2, "tell the customer"


def test_an_interim_result_pulls_the_news_and_leaves_the_deadline(house: Shop) -> None:
    number = handed_over(house)
    house.do(Submit(ticket=number, result="Found the depot", interim=True), by="chen")
    assert clocks(house, number, SUB)[0].state is ClockState.RUNNING
    assert clocks(house, number, PU)[0].target_s == HOUR // 2
    assert house.ticket(number).state is State.OPEN


def test_only_what_is_in_review_is_reviewed(house: Shop) -> None:
    with pytest.raises(Refused, match="not in review"):
        house.do(Review(ticket=handed_over(house), accept=True), by="lena")


def test_a_result_cannot_be_wanted_yesterday(house: Shop) -> None:
    with pytest.raises(BadInput):
        handed_over(house, submit_by=0)


def test_a_late_submission_goes_back_to_the_queue_and_a_late_review_closes(shop: Shop) -> None:
    steps = (
        Step(100, (StepAction.BACK_TO_QUEUE,), (SUB,)),
        Step(100, (StepAction.CLOSE,), (REV,)),
    )
    policy = replace(POLICIES[2], submit_s=HOUR, review_s=HOUR, steps=steps)
    shop.desk.do(PutPolicy(policy=policy), by=ADMIN)
    number = handed_over(shop)
    shop.clock.advance(hours=1, seconds=1)
    shop.desk.tick()
    assert shop.dossier(number).owner is None
    shop.do(Submit(ticket=number, result="Late but here"), by="dora")
    shop.clock.advance(hours=1, seconds=1)
    shop.desk.tick()
    assert shop.ticket(number).state is State.CLOSED
    breaches = [e.data["clock"] for e in shop.dossier(number).events if e.kind == "clock.breached"]
    assert breaches == ["submit", "review"]
