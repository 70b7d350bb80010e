"""The clocks in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desks import ADMIN, Shop
from tuiticket.clock_words import explained
from tuiticket.engine.commands.assignment import Transfer
from tuiticket.engine.commands.calendars import PutCalendar
from tuiticket.engine.commands.conversation import Receive, Reply
from tuiticket.engine.commands.policies import PutPolicy
from tuiticket.engine.commands.setup import POLICIES
from tuiticket.engine.model.ticket import State
from tuiticket.engine.rules.calendar_facts import calendar_from


@pytest.fixture(name="shop")
def _shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop that promises by office hours."""
    shop = Shop(tmp_path / "desk.db").furnish()
    hours = {"mon": [["09:00", "12:30"], ["13:30", "18:00"]]}
    shop.desk.do(
        PutCalendar(calendar=calendar_from({"business_hours": hours}, key="office")),
        PutPolicy(policy=replace(POLICIES[2], calendar_id=1)),
        by=ADMIN,
    )
    yield shop
    shop.close()


def told(shop: Shop, number: int) -> list[str]:
    """The explanation, its instants as hours and minutes UTC."""
    return list(explained(shop.dossier(number), shop.clock.now, lambda at: f"{at:%H:%M}"))


def test_promise_intervals_pause_and_owner_are_told(shop: Shop) -> None:
    number = shop.open(team="after-sales")
    shop.clock.advance(hours=2)
    shop.do(Reply(ticket=number, body="Which?", then=State.WAITING_CUSTOMER))
    said = told(shop, number)
    assert said[:5] == [
        "first response: met",
        "  policy “Normal”: 4h, by the calendar “office”",
        "  counted: 1h",
        "    12:00 – 12:30: 30m",
        "    13:30 – 14:00: 30m",
    ]
    assert "resolution: paused, 23h 00m left" in said
    assert said[said.index("resolution: paused, 23h 00m left") + 5] == "  paused since 14:00"
    owner = said[said.index("Owner") :]
    assert "assigned to Alice · chosen from After-sales" in owner[1]
    assert any("carries more" in line or "more recently" in line for line in owner), owner


def test_a_deadline_agreed_on_and_a_rebound_are_named(shop: Shop) -> None:
    number = shop.open(team="after-sales")
    transfer = Transfer(ticket=number, team="logistics", reason="x", submit_by=7200)
    shop.do(transfer, by="lena")
    shop.do(Reply(ticket=number, body="Done", then=State.SOLVED), by="chen")
    shop.desk.do(Receive(ticket=number, body="Broken again"), by=ADMIN)
    said = told(shop, number)
    assert "submission: cancelled" in said
    assert "  agreed on: 2h, by the calendar “office”" in said
    assert any(line.startswith("resolution, after rebound 1: ") for line in said)


def test_a_ticket_nobody_had_says_so(shop: Shop) -> None:
    assert told(shop, shop.open())[-1].strip() == ("Nobody owns it, and nobody was looked for.")
