"""Which stories are played, by whom, and how far they have come."""

from __future__ import annotations

from collections import Counter
from functools import cache
from random import Random

import pytest

from tuiticket.demo.casting import ENDED, STATES, TICKETS, Part, cast, first_team
from tuiticket.demo.rehearsal import stops
from tuiticket.demo.scenes import load_scenes
from tuiticket.demo.shop import load_shop
from tuiticket.engine.model.ticket import State

each_seed = pytest.mark.parametrize("seed", range(20))


@cache
def parts(seed: int) -> list[Part]:
    return cast(load_shop(), load_scenes(), Random(seed))


@each_seed
def test_states_kinds_and_languages_are_as_promised(seed: int) -> None:
    played = parts(seed)
    assert len(played) == 200
    assert Counter(part.state for part in played) == STATES
    assert Counter((part.scene.language, part.scene.kind) for part in played) == TICKETS


@each_seed
def test_every_part_is_left_where_its_story_can_be_left(seed: int) -> None:
    for part in parts(seed):
        assert part.turns in stops(part.scene, part.state, part.channel)


@each_seed
def test_no_story_stands_on_the_queue_twice(seed: int) -> None:
    active = [part.scene.id for part in parts(seed) if part.state not in ENDED]
    assert len(active) == len(set(active))


@each_seed
def test_customers_speak_the_language_and_own_the_door(seed: int) -> None:
    for part in parts(seed):
        assert part.customer.language == part.scene.language
        assert part.customer.reached_by(part.channel)
        assert part.customer.business is part.scene.business


@each_seed
def test_owners_belong_to_the_teams_they_act_for(seed: int) -> None:
    shop = load_shop()
    for part in parts(seed):
        assert first_team(part.scene, shop) in part.owners
        for team, login in part.owners.items():
            assert team in shop.person(login).teams


@each_seed
def test_a_story_told_again_is_told_in_other_words(seed: int) -> None:
    takes = [(part.scene.id, part.take % len(part.scene.subject)) for part in parts(seed)]
    assert len(takes) == len(set(takes))


def test_nobody_waits_for_a_team_that_has_its_tickets_handed_out() -> None:
    shop = load_shop()
    waiting = [part for part in parts(1) if part.state is State.NEW]
    assert {first_team(part.scene, shop) for part in waiting} <= {"pre-sales", "finance"}
