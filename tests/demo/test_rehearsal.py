"""Where a story leaves its ticket: state and clocks, by the rules of the engine."""

from __future__ import annotations

from datetime import timedelta

from tuiticket.demo.rehearsal import QUIET, rehearse, stops
from tuiticket.demo.scenes import load_scenes
from tuiticket.engine.model.ticket import State

SCENES = {scene.id: scene for scene in load_scenes()}


def test_an_unanswered_ticket_is_due_for_a_first_response() -> None:
    scene = SCENES["refund-three-days"]
    opened = rehearse(scene, scene.channels[0])[0]
    assert opened.state is State.NEW
    assert opened.due == opened.target == timedelta(hours=1)


def test_an_answered_ticket_is_due_for_its_solution() -> None:
    scene = SCENES["return-how-seven-days"]
    answered = rehearse(scene, scene.channels[0])[1]
    assert answered.state is State.OPEN
    assert answered.due == timedelta(hours=24)


def test_no_clock_runs_while_the_customer_is_awaited() -> None:
    scene = SCENES["mattress-firmness"]
    assert rehearse(scene, scene.channels[0])[1].state is State.WAITING_CUSTOMER
    assert rehearse(scene, scene.channels[0])[1].due is None


def test_the_pause_is_given_back_when_the_customer_answers() -> None:
    scene = SCENES["chair-wobbles"]
    *_, before, after = rehearse(scene, scene.channels[0])[:3]
    assert before.due is None
    assert after.due is not None
    assert after.due > scene.length(3)


def test_a_rebound_is_answered_within_the_hour_of_its_raised_priority() -> None:
    scene = SCENES["lamp-flickers"]
    standings = rehearse(scene, scene.channels[0])
    back = next(i for i, s in enumerate(standings) if s.state is State.SOLVED) + 1
    assert standings[back].state is State.OPEN
    assert standings[back].due == scene.length(back + 1) + timedelta(hours=1)


def test_a_story_ends_solved_and_never_so_late_that_the_desk_takes_it_away() -> None:
    for scene in SCENES.values():
        for channel in scene.channels:
            standings = rehearse(scene, channel)
            assert standings[-1].state is State.SOLVED, scene.id
            assert all(standing.strain < 1.5 for standing in standings), scene.id


def test_a_story_is_left_only_where_it_was_quiet() -> None:
    for scene in SCENES.values():
        channel = scene.channels[0]
        for state in (State.OPEN, State.WAITING_CUSTOMER, State.WAITING_THIRD, State.REVIEW):
            for turns in stops(scene, state, channel):
                assert scene.turns[turns].after >= QUIET, scene.id


def test_a_story_can_be_left_as_often_as_its_state_occurs() -> None:
    scene = SCENES["customs-documents"]
    assert stops(scene, State.WAITING_CUSTOMER, scene.channels[0]) == [2]
    assert stops(scene, State.WAITING_THIRD, scene.channels[0]) == [4, 5]
    assert stops(scene, State.REVIEW, scene.channels[0]) == []
    assert stops(scene, State.SOLVED, scene.channels[0]) == [len(scene.turns)]
