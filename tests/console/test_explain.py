"""Why these clocks and this owner: the reasons behind key E."""

from __future__ import annotations

from dataclasses import replace

from tests.console.driving import console, press, rows, second, shown
from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.calendars import PutCalendar
from tuiticket.engine.commands.conversation import Receive, Reply
from tuiticket.engine.commands.policies import PutPolicy
from tuiticket.engine.commands.setup import POLICIES
from tuiticket.engine.model.ticket import State
from tuiticket.engine.rules.calendar_facts import calendar_from
from tuiticket.screens.queue import QueueScreen

OFFICE = calendar_from(
    {
        "timezone": "Asia/Shanghai",
        "business_hours": {
            day: [["09:00", "12:00"], ["13:00", "22:00"]] for day in ("mon", "tue", "wed")
        },
    },
    key="office",
)


def by_office_hours(shop: Shop) -> None:
    """Promise by the hours of an office with a lunch break."""
    shop.desk.do(
        PutCalendar(calendar=OFFICE),
        PutPolicy(policy=replace(POLICIES[2], calendar_id=1)),
        by=ADMIN,
    )


async def test_what_was_counted_and_when_it_rested(shop: Shop) -> None:
    by_office_hours(shop)
    number = shop.open(team="after-sales")  # Monday, 20:00 in Shanghai
    shop.clock.advance(minutes=30)
    shop.do(Reply(ticket=number, body="Which size?", then=State.WAITING_CUSTOMER))
    shop.clock.advance(hours=15)
    shop.desk.do(Receive(ticket=number, body="The large one"), by=ADMIN)
    shop.clock.advance(hours=2)
    async with console(shop, size=(120, 40)) as sitting:
        await press(sitting, "7", "E")
        page = [" ".join(row.strip(" │").split()) for row in rows(sitting)]
        head = next(n for n, row in enumerate(page) if row.startswith("resolution"))
        assert page[head].endswith("22h 30m")
        assert page[head + 1 : head + 7] == [
            "policy “Normal”: 24h, by the calendar “office”",
            "counted: 1h 30m",
            "03-02 20:00 – 03-02 20:30: 30m",
            "11:30 – 12:00: 30m",
            "13:00 – 13:30: 30m",
            "paused 03-02 20:30 – 11:30",
        ]
        alive = next(n for n, row in enumerate(page) if row.startswith("next response"))
        ended = next(n for n, row in enumerate(page) if row.startswith("first response"))
        assert max(alive, head) < ended, "what still runs stands first"


async def test_who_was_considered_and_why(shop: Shop) -> None:
    shop.open(team="after-sales")
    async with console(shop) as sitting:
        await press(sitting, "7", "E")
        text = shown(sitting)
        assert "assigned to Alice · chosen from After-sales" in text
        assert "Alice 0/3: chosen" in text
        assert "Bo 0/3: had a ticket more recently" in text or "Bo 0/3: carries more" in text


async def test_it_scrolls_on_a_small_terminal(shop: Shop) -> None:
    by_office_hours(shop)
    number = shop.open(team="after-sales")
    shop.do(Reply(ticket=number, body="Hello"))
    shop.desk.do(Receive(ticket=number, body="And?"), by=ADMIN)
    async with console(shop, size=(80, 24)) as sitting:
        await press(sitting, "7", "E")
        assert "next response" in shown(sitting)
        assert "Alice 0/3: chosen" not in shown(sitting)
        assert all(row.count("│") in (0, 2) for row in rows(sitting)), "the frame is whole"
        await press(sitting, *["j"] * 12)
        assert "Alice 0/3: chosen" in shown(sitting)
        await press(sitting, *["k"] * 12)
        assert "next response" in shown(sitting)
        await press(sitting, "q")
        assert isinstance(sitting.app.screen, QueueScreen)


async def test_the_countdown_goes_on_and_news_come_in(shop: Shop) -> None:
    number = shop.open(team="after-sales")
    async with console(shop) as sitting:
        await press(sitting, "7", "E")
        assert "23h 59m" not in shown(sitting)
        shop.clock.advance(seconds=60)
        await second(sitting)
        assert "23h 59m" in shown(sitting)
        assert "counted: 1m" in shown(sitting)
        shop.clock.advance(hours=23, minutes=10, seconds=5)
        await second(sitting)
        assert "0:48:55" in shown(sitting)
        assert "counted: 23h 11m 05s" in shown(sitting)
        shop.do(Reply(ticket=number, body="Which?", then=State.WAITING_CUSTOMER))
        await second(sitting)
        assert "paused since" in shown(sitting)
