"""Who gets a ticket, and why."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.engine.test_promises import ticket
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.people import Agent, Role
from tuiticket.engine.model.queue import Load
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Kind
from tuiticket.engine.rules.routing import (
    AWAY,
    BUSIER,
    CHOSEN,
    FULL,
    LATER,
    choose,
    team_for,
)

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def agent(number: int, **fields: object) -> Agent:
    facts: dict[str, object] = {"id": number, "login": f"a{number}", "name": "x", "capacity": 10}
    return Agent(**(facts | fields))  # type: ignore[arg-type]


def carrying(number: int, weighed: float) -> Load:
    return Load(agent_id=number, acting=int(weighed), waiting=0, weighed=weighed)


def test_the_lightest_share_of_capacity_wins_and_all_are_accounted_for() -> None:
    members = [
        agent(1, capacity=2),
        agent(2, capacity=20),
        agent(3, available=False),
        agent(4, capacity=4),
        agent(5, role=Role.MONITOR),
    ]
    loads = {1: carrying(1, 1), 2: carrying(2, 2), 4: carrying(4, 4)}
    choice = choose(members, loads)
    assert choice.agent == members[1]
    assert {c.login: c.verdict for c in choice.considered} == {
        "a1": BUSIER,
        "a2": CHOSEN,
        "a3": AWAY,
        "a4": FULL,
    }


def test_between_equals_the_one_longest_without_a_ticket_then_the_lower_id() -> None:
    fresh = agent(1, last_assigned_at=NOON)
    rested = agent(2, last_assigned_at=NOON - timedelta(hours=1))
    choice = choose([fresh, rested], {})
    assert choice.agent == rested
    assert [c.verdict for c in choice.considered] == [LATER, CHOSEN]
    assert choose([agent(9), agent(3)], {}).agent == agent(3)


def test_a_waiting_ticket_weighs_a_quarter_so_room_may_remain() -> None:
    member = agent(1, capacity=3)
    assert choose([member], {1: carrying(1, 2.0)}).agent == member
    assert choose([member], {1: carrying(1, 2.25)}).agent is None


@given(
    st.lists(
        st.tuples(st.integers(1, 20), st.booleans(), st.integers(0, 80)), min_size=1, max_size=8
    )
)
def test_nobody_absent_or_over_capacity_is_chosen_and_somebody_is_if_one_fits(
    crew: list[tuple[int, bool, int]],
) -> None:
    members = [
        agent(number, capacity=capacity, available=there)
        for number, (capacity, there, _load) in enumerate(crew, start=1)
    ]
    loads = {n: carrying(n, quarter / 4) for n, (_c, _t, quarter) in enumerate(crew, start=1)}
    fitting = [m for m in members if m.available and loads[m.id].weighed + 1 <= m.capacity]
    chosen = choose(members, loads).agent
    assert (chosen is None) == (not fitting)
    assert chosen is None or chosen in fitting
    assert choose(list(reversed(members)), loads).agent == chosen, "order of members is no reason"


def test_a_ticket_goes_to_its_categorys_team_or_the_nearest_parents_or_its_kinds() -> None:
    categories = {
        1: Category(id=1, key="logistics", name="x", team_id=5),
        2: Category(id=2, key="logistics/delay", name="x"),
        3: Category(id=3, key="other/thing", name="x"),
    }
    settings = Settings(name="x", kind_teams={Kind.COMPLAINT: 8})
    assert team_for(ticket(category_id=1), categories, settings) == 5
    assert team_for(ticket(category_id=2), categories, settings) == 5
    assert team_for(ticket(category_id=3), categories, settings) is None
    assert team_for(ticket(category_id=3, kind=Kind.COMPLAINT), categories, settings) == 8
    assert team_for(ticket(), categories, settings) is None
