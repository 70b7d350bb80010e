"""What ratings tell of tickets to come: never better for a longer wait, and honest about itself."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.desks import NOON
from tuiticket.engine.model.rating import Outlook, Rating
from tuiticket.engine.rules.forecast.course import CIRCUMSTANCES, Course, course_from
from tuiticket.engine.rules.forecast.fitting import chance
from tuiticket.engine.rules.forecast.outlook import ENOUGH, LAST, foresee, outlook_of

GOOD, BAD = Course(wait_s=600, took_s=7200), Course(wait_s=90_000, took_s=900_000, breaches=2)

courses = st.builds(
    Course,
    temper=st.integers(0, 1000),
    wait_s=st.integers(0, 10**7),
    took_s=st.integers(0, 10**8),
    contacts=st.integers(1, 50),
    breaches=st.integers(0, 9),
    transfers=st.integers(0, 9),
    rebounds=st.integers(0, 9),
    complaint=st.integers(0, 1),
)
categories = st.sampled_from([None, 1, 2, 3])


def rating(
    number: int, course: Course, mark: int, category: int | None = None, foreseen: int | None = None
) -> Rating:
    return Rating(
        id=number,
        ticket_id=number,
        speed=mark,
        quality=mark,
        attitude=mark,
        at=NOON + timedelta(minutes=number),
        category_id=category,
        course=course.numbers,
        foreseen=foreseen,
    )


rated = st.lists(
    st.tuples(courses, st.integers(1, 5), categories), min_size=ENOUGH, max_size=50
).map(lambda all_: [rating(n, c, mark, cat) for n, (c, mark, cat) in enumerate(all_, 1)])


def foretold(outlook: Outlook, course: Course, category: int | None = None) -> float:
    forecast = foresee(outlook, course, category)
    assert forecast is not None
    return forecast.content


@settings(max_examples=30)
@given(rated, courses, categories, st.sampled_from(CIRCUMSTANCES), st.integers(1, 10**6))
def test_what_gets_worse_never_raises_it(
    ratings: list[Rating], course: Course, category: int | None, what: str, more: int
) -> None:
    limit = {"temper": 1000, "complaint": 1}.get(what, 10**9)
    worse = replace(course, **{what: min(limit, getattr(course, what) + more)})
    outlook = outlook_of(ratings)
    assert foretold(outlook, worse, category) <= foretold(outlook, course, category)


@settings(max_examples=30)
@given(rated, st.randoms())
def test_the_order_in_which_ratings_came_changes_nothing(
    ratings: list[Rating], dice: random.Random
) -> None:
    mixed = list(ratings)
    dice.shuffle(mixed)
    one, other = outlook_of(ratings), outlook_of(mixed)
    assert other.start == pytest.approx(one.start, abs=0.01)
    assert other.weights == pytest.approx(one.weights, abs=0.01)


@settings(max_examples=30)
@given(rated, courses)
def test_it_is_a_probability_with_reasons_that_are_true(
    ratings: list[Rating], course: Course
) -> None:
    forecast = foresee(outlook_of(ratings), course, None)
    assert forecast is not None
    assert 0 < forecast.content < 1
    assert course_from(course.numbers) == forecast.course == course
    sizes = [abs(reason.change) for reason in forecast.reasons]
    assert sizes == sorted(sizes, reverse=True)


def history(count: int, *, of_bad: float = 0.1, of_good: float = 0.9) -> list[Rating]:
    """Ratings in which every other ticket went badly; each was foretold by those before."""
    dice = random.Random(7)
    ratings: list[Rating] = []
    for number in range(1, count + 1):
        course = (GOOD, BAD)[number % 2]
        mark = 5 if dice.random() < (of_bad if course is BAD else of_good) else 2
        seen = foresee(outlook_of(ratings), course, None)
        foreseen = None if seen is None else round(seen.content * 1000)
        ratings.append(rating(number, course, mark, foreseen=foreseen))
    return ratings


def test_below_thirty_ratings_it_does_not_tell() -> None:
    assert foresee(None, GOOD, None) is None
    assert foresee(outlook_of(history(ENOUGH - 1)), GOOD, None) is None
    assert foresee(outlook_of(history(ENOUGH)), GOOD, None) is not None


def test_it_learns_what_displeases_and_says_how_well_it_did() -> None:
    outlook = outlook_of(history(120))
    assert foretold(outlook, GOOD) > 0.75
    assert foretold(outlook, BAD) < 0.25
    assert outlook.foretold == 120 - ENOUGH
    assert outlook.brier is not None
    assert outlook.brier_of_usual is not None
    assert outlook.brier < 0.15 < 0.2 < outlook.brier_of_usual


def test_where_circumstances_tell_nothing_it_claims_nothing() -> None:
    outlook = outlook_of(history(120, of_bad=0.7, of_good=0.7))
    assert foretold(outlook, GOOD) == pytest.approx(0.7, abs=0.15)
    assert outlook.brier == pytest.approx(outlook.brier_of_usual, abs=0.02)


def test_a_circumstance_that_seems_to_please_counts_nothing() -> None:
    outlook = outlook_of(history(60, of_bad=0.9, of_good=0.1))
    assert set(outlook.weights) == {0.0}
    assert foretold(outlook, BAD) == foretold(outlook, GOOD)


def test_a_category_that_disappoints_lowers_its_own_only() -> None:
    ratings = [rating(n, GOOD, 2 if n % 2 else 5, category=n % 2) for n in range(1, 61)]
    outlook = outlook_of(ratings)
    assert foretold(outlook, GOOD, 1) < 0.35 < 0.65 < foretold(outlook, GOOD, 0)
    assert foretold(outlook, GOOD, 9) == foretold(outlook, GOOD) == pytest.approx(0.5, abs=0.02)


@pytest.mark.parametrize("mark", [1, 5])
def test_where_all_said_the_same_it_is_sure_but_not_certain(mark: int) -> None:
    sure = foretold(outlook_of([rating(n, GOOD, mark) for n in range(1, 41)]), GOOD)
    assert abs(sure - (mark == 5)) < 0.1
    assert 0 < sure < 1


def test_only_the_last_are_looked_back_at() -> None:
    old = [rating(n, GOOD, 1) for n in range(1, LAST + 1)]
    new = [rating(n, GOOD, 5) for n in range(LAST + 1, 2 * LAST + 1)]
    assert outlook_of(old + new) == outlook_of(new)


def test_log_odds_far_out_stay_probabilities() -> None:
    assert 0 < chance(-1e9) < 1e-9
    assert 1 - 1e-9 < chance(1e9) < 1
