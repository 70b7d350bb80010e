"""Whatever happens on a desk, its clocks follow from the log to the second."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.assignment import Transfer
from tuiticket.engine.commands.calendars import PutCalendar
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.conversation import Receive, Reply
from tuiticket.engine.commands.customers import TagCustomer
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.commands.follow_up import FollowUp
from tuiticket.engine.commands.life import Move, Reopen
from tuiticket.engine.commands.merging import Merge, Split
from tuiticket.engine.commands.opening import LogCall
from tuiticket.engine.commands.policies import ApplyPolicies, PutPolicy
from tuiticket.engine.commands.review import Review, Submit
from tuiticket.engine.commands.setup import POLICIES
from tuiticket.engine.commands.snoozing import Snooze
from tuiticket.engine.commands.spam import MarkSpam, NotSpam
from tuiticket.engine.commands.triage import Triage
from tuiticket.engine.commands.undo import Redo, Undo
from tuiticket.engine.errors import DeskError
from tuiticket.engine.inspection import inspect
from tuiticket.engine.model.clock import Clock, ClockState, Step, StepAction
from tuiticket.engine.model.ticket import Kind, Priority, State
from tuiticket.engine.rules.calendar_facts import calendar_from
from tuiticket.engine.rules.rebuild import rebuilt, same

HOUR = 3600
WEEK = ("mon", "tue", "wed", "thu", "fri")
OFFICE = calendar_from(
    {
        "timezone": "Europe/Berlin",
        "business_hours": {day: [["09:00", "12:00"], ["13:00", "18:00"]] for day in WEEK},
    },
    key="office",
)
STEPS = (
    Step(50, (StepAction.REMIND_OWNER,)),
    Step(80, (StepAction.RAISE_PRIORITY,)),
    Step(100, (StepAction.BACK_TO_QUEUE, StepAction.TELL_LEAD)),
    Step(150, (StepAction.HAND_TO_SISTER_TEAM,)),
)


@pytest.fixture(name="shop")
def _shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop whose promises use every clock, one of them by office hours, and two tickets."""
    yield from _furnished(tmp_path / "desk.db")


def _furnished(file: Path) -> Iterator[Shop]:
    shop = Shop(file).furnish()
    more: dict[str, Any] = {
        "progress_s": 5 * HOUR,
        "submit_s": 4 * HOUR,
        "review_s": HOUR,
        "tell_s": HOUR // 2,
    }
    shop.desk.do(
        PutCalendar(calendar=OFFICE),
        PutPolicy(policy=replace(POLICIES[1], steps=STEPS, calendar_id=1, **more)),
        PutPolicy(
            policy=replace(POLICIES[2], steps=STEPS, triage_s=HOUR, pause_on_third=True, **more)
        ),
        PutPolicy(policy=replace(POLICIES[2], name="VIP", position=0, customer_tag="vip")),
        by=ADMIN,
    )
    shop.open(team="after-sales")
    shop.open(team="after-sales", priority=Priority.HIGH)
    yield shop
    shop.close()


def commands(shop: Shop, word: str, number: int) -> Command:
    """The command a word of a story stands for, on that ticket."""
    other = 10_001 if number != 10_001 else 10_002
    last = max((said.id for said in shop.dossier(number).messages), default=0)
    closed = () if shop.clock.now.hour % 2 else (f"{shop.clock.now:%Y-%m-%d}",)
    known: dict[str, Command] = {
        "wrote": Receive(ticket=number, body="Still broken"),
        "earlier": Receive(ticket=number, body="Hm", at=shop.clock.now.replace(minute=0)),
        "thanked": Receive(ticket=number, body="Thank you!"),
        "machine": Receive(ticket=number, body="Out of office", automatic="auto-reply"),
        "answered": Reply(ticket=number, body="We look into it"),
        "waits": Reply(ticket=number, body="Which size?", then=State.WAITING_CUSTOMER),
        "third": Move(ticket=number, to=State.WAITING_THIRD),
        "open": Move(ticket=number, to=State.OPEN),
        "solved": Move(ticket=number, to=State.SOLVED),
        "closed": Move(ticket=number, to=State.CLOSED),
        "reopened": Reopen(ticket=number),
        "rebound": Triage(ticket=number, rebound=True),
        "judged": Triage(ticket=number, rebound=False),
        "urgent": Describe(ticket=number, priority=Priority.URGENT),
        "low": Describe(ticket=number, priority=Priority.HIGH, kind=Kind.REPAIR),
        "logistics": Transfer(ticket=number, team="logistics", reason="x", submit_by=HOUR),
        "back": Transfer(ticket=number, team="after-sales", reason="x"),
        "submitted": Submit(ticket=number, result="Found"),
        "interim": Submit(ticket=number, result="Nearly", interim=True),
        "accepted": Review(ticket=number, accept=True),
        "rejected": Review(ticket=number, accept=False, reason="No"),
        "merged": Merge(ticket=number, into=other),
        "split": Split(ticket=number, message=last),
        "hours": PutCalendar(calendar=replace(OFFICE, closed=closed)),
        "policy": PutPolicy(policy=replace(POLICIES[2], resolution_s=60 * shop.clock.now.minute)),
        "applied": ApplyPolicies(),
        "vip": TagCustomer(customer=1, tags=("vip",) if shop.clock.now.minute % 2 else ()),
        "call": LogCall(contact="13800138000", subject="Asked", answer="Told", team="logistics"),
        "undone": Undo(),
        "redone": Redo(),
        "spam": MarkSpam(ticket=number),
        "none": NotSpam(ticket=number),
        "snoozed": Snooze(ticket=number, until=shop.clock.now + timedelta(hours=3)),
        "later": FollowUp(ticket=number, at=shop.clock.now + timedelta(hours=3)),
    }
    return known[word]


WORDS = re.findall(
    r"\S+",
    """
    wrote earlier thanked machine answered waits third open solved closed reopened rebound judged
    urgent low logistics back submitted interim accepted rejected merged split hours policy applied
    vip call undone redone spam none snoozed later tick
    """,
)
STORIES = st.lists(
    st.tuples(st.sampled_from(WORDS), st.integers(0, 2), st.integers(0, 400)), max_size=25
)


def play(shop: Shop, story: list[tuple[str, int, int]]) -> None:
    """Let a story happen; what the desk refuses at its moment does not happen."""
    for word, which, minutes in story:
        shop.clock.advance(minutes=minutes)
        try:
            if word == "tick":
                shop.desk.tick()
            else:
                command = commands(shop, word, 10_001 + which % shop_size(shop))
                shop.desk.do(command, by=ADMIN)
        except DeskError:
            continue


def shop_size(shop: Shop) -> int:
    """How many tickets there are."""
    with shop.desk.reading() as reading:
        return len({clock.ticket_id for clock in reading.find(Clock)})


def check(shop: Shop) -> None:
    """The clocks follow from the log, none lives twice, and each breach was recorded once."""
    with shop.desk.reading() as reading:
        built = rebuilt(reading.events())
        stored: dict[int, list[Clock]] = {}
        for clock in reading.find(Clock):
            stored.setdefault(clock.ticket_id, []).append(clock)
        findings = list(inspect(reading, reading.calendars(), shop.desk.now()))
        events = list(reading.events())
    assert stored.keys() == built.keys()
    for number, clocks in stored.items():
        assert [replace(clock, id=0) for clock in clocks] == built[number]
        assert same(clocks, built[number])
        alive = Counter(clock.kind for clock in clocks if clock.alive)
        assert set(alive.values()) <= {1}
    assert findings == []
    undone = {event.data["act"] for event in events if event.kind == "desk.undone"}
    steps = Counter(
        (change.fields["clock_id"][1], change.fields["generation"][1], change.fields["percent"][1])
        for event in events
        if event.act not in undone
        for change in event.changes
        if change.entity == "FiredStep" and change.how == "added"
    )
    assert set(steps.values()) <= {1}
    for clocks in stored.values():
        for clock in clocks:
            if clock.state is ClockState.MISSED:
                assert steps[clock.id, clock.generation, 100] == 1


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(STORIES)
def test_any_story_leaves_the_clocks_that_its_log_tells(story: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for shop in _furnished(Path(folder) / "desk.db"):
            play(shop, story)
            check(shop)


def test_a_story_with_everything_in_it(shop: Shop) -> None:
    play(shop, [(word, n % 2, 37) for n, word in enumerate(WORDS * 3)])
    check(shop)


def test_a_clock_changed_behind_the_desks_back_is_seen(shop: Shop) -> None:
    with shop.desk.reading() as reading:
        clocks, built = reading.find(Clock, ticket_id=10_001), rebuilt(reading.events())
    assert same(clocks, built[10_001])
    assert not same([replace(clocks[0], consumed_s=1), *clocks[1:]], built[10_001])
    assert not same(clocks[1:], built[10_001])
