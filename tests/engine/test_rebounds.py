"""Which new ticket is an old matter come back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desks import NOON
from tuiticket.engine.model.ticket import Channel, Kind, Priority, Severity, State, Ticket
from tuiticket.engine.rules.rebounds import comes_back_on, matter

WEEK = 7 * 86_400
SOLVED = Ticket(
    id=1,
    subject="Lamp flickers",
    kind=Kind.REPAIR,
    state=State.SOLVED,
    priority=Priority.NORMAL,
    severity=Severity.MODERATE,
    channel=Channel.MAIL,
    customer_id=7,
    created_at=NOON - timedelta(days=5),
    updated_at=NOON,
    order_number="88213",
    solved_at=NOON - timedelta(days=3),
)
NEW = replace(SOLVED, id=2, subject="Again!", state=State.NEW, created_at=NOON, solved_at=None)


def back(new: dict[str, Any] | None = None, within: int = WEEK, **old: Any) -> bool:
    """Whether the new ticket comes back on the old one, with some of their facts changed."""
    return (
        comes_back_on(replace(NEW, **(new or {})), [replace(SOLVED, **old)], NOON, within)
        is not None
    )


def test_the_same_order_soon_after_its_solution_is_a_rebound() -> None:
    assert back()
    assert back(state=State.CLOSED)
    assert back(solved_at=NOON - timedelta(seconds=WEEK))


@pytest.mark.parametrize(
    "old",
    [
        {"customer_id": 8},
        {"order_number": "99"},
        {"order_number": None},
        {"state": State.OPEN},
        {"solved_at": None, "state": State.CLOSED},
        {"merged_into": 5, "state": State.CLOSED},
        {"solved_at": NOON - timedelta(seconds=WEEK + 1)},
        {"id": 2},
    ],
)
def test_anything_else_is_a_matter_of_its_own(old: dict[str, Any]) -> None:
    assert not back(**old)


def test_two_tickets_about_no_order_have_none_in_common() -> None:
    assert not back({"order_number": None}, order_number=None)


def test_nothing_comes_back_where_the_shop_does_not_want_that() -> None:
    assert not back(within=0, solved_at=NOON)


@pytest.mark.parametrize(
    "subject",
    [
        "Lamp flickers", "RE: lamp  flickers!", "Fwd: Re: Lamp flickers", "回复：Ｌａｍｐ flickers",
        "[Shop #10482] Re[2]: lamp flickers", "AW: LAMP FLICKERS …",
    ],
)  # fmt: skip
def test_the_same_subject_is_known_however_it_is_written(subject: str) -> None:
    assert back({"order_number": None, "subject": subject})


@pytest.mark.parametrize("subject", ["Lamp", "Lamp flickers again", "!!", "Re:", ""])
def test_another_subject_is_another_matter(subject: str) -> None:
    assert not back({"order_number": None, "subject": subject})
    assert not back({"order_number": None, "subject": "?"}, subject=subject)


def test_of_several_it_is_the_one_solved_last() -> None:
    older = replace(SOLVED, id=9, solved_at=NOON - timedelta(days=4))
    found = comes_back_on(NEW, [SOLVED, older], NOON, WEEK)
    assert found == SOLVED


@given(st.text(max_size=80))
def test_a_prefix_never_changes_the_matter(subject: str) -> None:
    assert matter(f"Re: {matter(subject)}") == matter(matter(subject))
