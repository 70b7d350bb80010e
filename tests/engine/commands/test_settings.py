"""The desk's own facts: what an edit of them means for what waits already."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.calendars import RemoveCalendar
from tuiticket.engine.commands.opening import LogCall
from tuiticket.engine.commands.people import ChangeAgent
from tuiticket.engine.commands.policies import RetirePolicy
from tuiticket.engine.commands.setup import ChangeSettings
from tuiticket.engine.errors import BadInput, Unknown
from tuiticket.engine.inspection import inspect
from tuiticket.engine.model.people import Agent
from tuiticket.engine.model.settings import DAY
from tuiticket.engine.model.ticket import Channel, Kind
from tuiticket.engine.model.timer import Due, Timer

ANSWERED = LogCall(
    subject="x", body="y", contact="wang@example.cn", channel=Channel.PHONE, answer="z"
)


def test_solved_tickets_close_when_the_new_time_says(shop: Shop) -> None:
    shop.do(ANSWERED)
    with shop.desk.reading() as reading:
        (before,) = reading.due(shop.clock.now + timedelta(days=9), 9)
        assert before.due is Due.CLOSE
    shop.desk.do(ChangeSettings(close_after_s=5 * DAY, hold_s=0), by=ADMIN)
    with shop.desk.reading() as reading:
        (after,) = reading.find(Timer)
        assert after.fire_at - before.fire_at == timedelta(days=2)
        assert list(inspect(reading, reading.calendars(), shop.desk.now())) == []
        assert reading.settings().hold_s == 0


def test_a_kind_may_lose_its_team_and_its_weight(shop: Shop) -> None:
    shop.desk.do(
        ChangeSettings(kind_teams={Kind.REPAIR: "logistics"}, weights={Kind.REPAIR: 2}), by=ADMIN
    )
    shop.desk.do(ChangeSettings(kind_teams={Kind.COMPLAINT: ""}), by=ADMIN)
    shop.desk.do(ChangeSettings(weights={Kind.REPAIR: 1}, language="zh_CN"), by=ADMIN)
    with shop.desk.reading() as reading:
        settings = reading.settings()
    assert (list(settings.kind_teams), settings.weights) == ([Kind.REPAIR], {})
    assert settings.language == "zh_CN"


def test_a_time_before_now_is_refused(shop: Shop) -> None:
    with pytest.raises(BadInput):
        shop.desk.do(ChangeSettings(archive_after_s=-1), by=ADMIN)


def test_a_mail_address_is_taken_away_by_an_empty_one(shop: Shop) -> None:
    shop.desk.do(ChangeAgent(login="bo", mail=" Bo@Shop.example "), by=ADMIN)
    with shop.desk.reading() as reading:
        assert [agent.mail for agent in reading.all(Agent) if agent.mail] == ["bo@shop.example"]
    shop.desk.do(ChangeAgent(login="bo", mail=""), by=ADMIN)
    with shop.desk.reading() as reading:
        assert [agent.mail for agent in reading.all(Agent) if agent.mail] == []


def test_what_there_is_not_cannot_be_taken_away(shop: Shop) -> None:
    for command in (RetirePolicy(name="none"), RemoveCalendar(key="none")):
        with pytest.raises(Unknown):
            shop.desk.do(command, by=ADMIN)
