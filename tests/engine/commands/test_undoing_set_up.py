"""Taking back what was set up: as it was before, by whoever may set up now."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.desks import Shop
from tuiticket.engine.commands.categories import AddCategory, ChangeCategory
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.commands.judging import WeighWord
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.people import AddTeam, ChangeAgent, ChangeTeam, Join
from tuiticket.engine.commands.policies import PutPolicy, RetirePolicy
from tuiticket.engine.commands.routing_rules import PutRoutingRule, RemoveRoutingRule
from tuiticket.engine.commands.setup import POLICIES, ChangeSettings
from tuiticket.engine.commands.undo import Redo, Undo
from tuiticket.engine.errors import Refused, Stale
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.clock import Policy
from tuiticket.engine.model.judgement import TemperWord
from tuiticket.engine.model.people import Agent, Membership, Role, Team
from tuiticket.engine.model.routing import RoutingRule
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import State
from tuiticket.engine.model.timer import Due, Timer
from tuiticket.engine.rules.record import record

TOUCHED: tuple[type[Any], ...] = (
    Agent,
    Category,
    Membership,
    RoutingRule,
    Settings,
    Team,
    TemperWord,
)
NORMAL = replace(POLICIES[2], first_response_s=60)


def set_up(shop: Shop) -> dict[str, Any]:
    """All that undo must bring back; policies that hold by what they promise."""
    with shop.desk.reading() as reading:
        found: dict[str, Any] = {
            cls.__name__: {value.id: record(value) for value in reading.all(cls)} for cls in TOUCHED
        }
        holding = reading.find(Policy, retired=False)
    return found | {"Policy": sorted(repr(replace(policy, id=0)) for policy in holding)}


@pytest.mark.parametrize(
    "command",
    [
        AddCategory(key="refund", name="Refund"),
        AddTeam(key="finance", name="Finance", lead="lena"),
        ChangeAgent(login="alice", capacity=7, role=Role.LEAD),
        ChangeCategory(key="logistics", name="Transport", team="after-sales"),
        ChangeSettings(name="Other", hold_s=30),
        ChangeTeam(key="after-sales", name="Aftercare", accept_s=600),
        Join(login="alice", team="logistics"),
        Join(login="alice", team="after-sales", leave=True),
        PutPolicy(policy=NORMAL),
        PutPolicy(policy=replace(NORMAL, name="Gold")),
        PutRoutingRule(name="kept", team="after-sales"),
        PutRoutingRule(name="new", team="logistics"),
        RemoveRoutingRule(name="kept"),
        RetirePolicy(name="Low"),
        WeighWord(word="awful", weight=3.0),
    ],
    ids=lambda command: type(command).__name__,
)
def test_undo_brings_back_what_was_and_redo_what_was_set(shop: Shop, command: Command) -> None:
    shop.do(PutRoutingRule(name="kept", team="logistics"), by="ada")
    before = set_up(shop)
    shop.do(command, by="ada")
    after = set_up(shop)
    assert after != before
    shop.do(Undo(), by="ada")
    assert set_up(shop) == before
    shop.do(Redo(), by="ada")
    assert set_up(shop) == after


def test_it_takes_the_right_that_setting_it_up_takes_now(shop: Shop) -> None:
    shop.do(ChangeAgent(login="lena", role=Role.ADMIN), by="ada")
    shop.do(ChangeTeam(key="logistics", name="Transport"), by="lena")
    shop.do(ChangeAgent(login="lena", role=Role.LEAD), by="ada")
    with pytest.raises(Refused, match="may not"):
        shop.do(Undo(), by="lena")
    shop.do(ChangeAgent(login="lena", role=Role.ADMIN), by="ada")
    shop.do(Undo(), by="lena")
    shop.do(ChangeAgent(login="lena", role=Role.LEAD), by="ada")
    with pytest.raises(Refused, match="may not"):
        shop.do(Redo(), by="lena")


def test_what_is_in_use_stays(shop: Shop) -> None:
    number = shop.open()
    shop.do(AddCategory(key="refund", name="Refund"), by="ada")
    shop.do(Describe(ticket=number, category="refund"), by="alice")
    with pytest.raises(Refused, match="go by it already"):
        shop.do(Undo(), by="ada")


def test_a_promise_made_anew_is_not_made_twice(shop: Shop) -> None:
    retired = shop.do(RetirePolicy(name="Low"), by="ada")
    shop.do(PutPolicy(policy=replace(NORMAL, name="Low")), by="ada")
    with pytest.raises(Stale, match="Low"):
        shop.do(Undo(act=retired.act), by="ada")


def test_what_happens_by_itself_goes_by_the_times_of_before(shop: Shop) -> None:
    number = shop.open()
    shop.do(Move(ticket=number, to=State.SOLVED), by="alice")

    def closing() -> Any:
        with shop.desk.reading() as reading:
            (timer,) = reading.find(Timer, ticket_id=number, due=Due.CLOSE)
        return timer.fire_at

    before = closing()
    later = timedelta(days=30)
    shop.do(ChangeSettings(close_after_s=int(later.total_seconds())), by="ada")
    assert closing() != before
    shop.do(Undo(), by="ada")
    assert closing() == before
