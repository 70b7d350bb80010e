"""Who gets a ticket, and why."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tuiticket.engine.model.people import Agent, Role, Skill
from tuiticket.engine.rules.routing import (
    ACQUAINTED,
    AWAY,
    BUSIER,
    CHOSEN,
    EXCLUDED,
    FULL,
    LATER,
    OFF_SHIFT,
    STRANGER,
    UNSKILLED,
    Candidate,
    Choice,
    Demand,
    choose,
)

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def agent(number: int, **fields: Any) -> Agent:
    facts: dict[str, Any] = {"id": number, "login": f"a{number}", "name": "x", "capacity": 10}
    return Agent(**(facts | fields))


def verdicts(choice: Choice) -> dict[str, str]:
    return {considered.login: considered.verdict for considered in choice.considered}


def test_the_lightest_share_of_capacity_wins_and_all_are_accounted_for() -> None:
    candidates = [
        Candidate(agent(1, capacity=2), 1),
        Candidate(agent(2, capacity=20), 2),
        Candidate(agent(3, available=False)),
        Candidate(agent(4, capacity=4), 4),
        Candidate(agent(5, role=Role.MONITOR)),
        Candidate(agent(6), on_shift=False),
        Candidate(agent(7)),
        Candidate(agent(8, skills=(Skill("refund", 1), Skill("audio", 3)))),
    ]
    skilled = (Skill("refund", 2),)
    candidates[:2] = [
        Candidate(agent(1, capacity=2, skills=skilled), 1),
        Candidate(agent(2, capacity=20, skills=skilled), 2),
    ]
    candidates[3] = Candidate(agent(4, capacity=4, skills=skilled), 4)
    choice = choose(candidates, Demand(skill="refund", level=2, excluded=(7,)))
    assert choice.agent == candidates[1].agent
    assert verdicts(choice) == {
        "a1": BUSIER,
        "a2": CHOSEN,
        "a3": AWAY,
        "a4": FULL,
        "a6": OFF_SHIFT,
        "a7": EXCLUDED,
        "a8": UNSKILLED,
    }


def test_between_equals_the_one_longest_without_a_ticket_then_the_lower_id() -> None:
    fresh = Candidate(agent(1, last_assigned_at=NOON))
    rested = Candidate(agent(2, last_assigned_at=NOON - timedelta(hours=1)))
    choice = choose([fresh, rested], Demand())
    assert choice.agent == rested.agent
    assert verdicts(choice) == {"a1": LATER, "a2": CHOSEN}
    assert choose([Candidate(agent(9)), Candidate(agent(3))], Demand()).agent == agent(3)


def test_a_waiting_ticket_weighs_a_quarter_so_room_may_remain() -> None:
    member = agent(1, capacity=3)
    assert choose([Candidate(member, 2.0)], Demand()).agent == member
    assert choose([Candidate(member, 2.25)], Demand()).agent is None
    assert choose([Candidate(member, 1.5)], Demand(weight=2.0)).agent is None


def test_who_has_another_matter_of_the_customer_comes_before_who_carries_less() -> None:
    candidates = [Candidate(agent(1), 5), Candidate(agent(2), 0)]
    choice = choose(candidates, Demand(acquainted=(1,)))
    assert verdicts(choice) == {"a1": ACQUAINTED, "a2": STRANGER}
    full = [Candidate(agent(1), 10), Candidate(agent(2), 0)]
    assert verdicts(choose(full, Demand(acquainted=(1,)))) == {"a1": FULL, "a2": CHOSEN}


def test_where_no_skill_is_named_a_level_may_be_of_any() -> None:
    senior, junior = agent(1, skills=(Skill("audio", 3),)), agent(2, skills=(Skill("refund", 2),))
    choice = choose([Candidate(senior, 5), Candidate(junior)], Demand(level=3))
    assert verdicts(choice) == {"a1": CHOSEN, "a2": UNSKILLED}


def test_a_lead_who_steps_in_needs_no_skill_but_room() -> None:
    lead = agent(1, role=Role.LEAD, capacity=1)
    demand = Demand(skill="refund", level=3)
    assert choose([Candidate(lead, any_skill=True)], demand).agent == lead
    assert choose([Candidate(lead, 1, any_skill=True)], demand).agent is None


LEVELS = st.integers(0, 3)
CREW = st.lists(
    st.builds(
        lambda capacity, there, quarters, on_shift, level: (
            {"capacity": capacity, "available": there, "skills": (Skill("refund", level),)},
            quarters / 4,
            on_shift,
        ),
        st.integers(1, 20),
        st.booleans(),
        st.integers(0, 80),
        st.booleans(),
        st.integers(1, 3),
    ),
    max_size=8,
)
IDS = st.lists(st.integers(1, 8), max_size=3)


@given(CREW, LEVELS, st.sampled_from([0.5, 1.0, 2.0]), IDS, IDS, st.randoms())
def test_nobody_who_cannot_is_chosen_somebody_is_if_one_can_and_order_is_no_reason(
    crew: list[tuple[dict[str, Any], float, bool]],
    level: int,
    weight: float,
    excluded: list[int],
    acquainted: list[int],
    chance: Any,
) -> None:
    candidates = [
        Candidate(agent(number, **facts), load, on_shift)
        for number, (facts, load, on_shift) in enumerate(crew, start=1)
    ]
    demand = Demand(weight, "refund", level, excluded, acquainted)
    can = [
        candidate.agent
        for candidate in candidates
        if candidate.agent.available
        and candidate.on_shift
        and candidate.agent.id not in excluded
        and candidate.agent.skills[0].level >= level
        and candidate.load + weight <= candidate.agent.capacity
    ]
    choice = choose(candidates, demand)
    assert (choice.agent is None) == (not can)
    assert choice.agent is None or choice.agent in can
    assert len(choice.considered) == len(candidates)
    told = [c.login for c in choice.considered if c.verdict in (CHOSEN, ACQUAINTED)]
    assert told == ([choice.agent.login] if choice.agent else [])
    chance.shuffle(candidates)
    assert choose(candidates, demand) == choice
