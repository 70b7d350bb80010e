"""The countdowns that the sample shop's console paints: over lunch, a weekend and a pause.

What should stand there is counted here second by second, by nothing but the time on the wall.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.console.driving import Sitting, console, press, rows, second, type_in
from tests.desks import ADMIN, Clock, Shop
from tuiticket.adapters.phones import phone_reader
from tuiticket.adapters.stems import stem
from tuiticket.db.store import open_store
from tuiticket.demo.player import play
from tuiticket.engine.commands.conversation import Receive, Reply
from tuiticket.engine.commands.opening import OpenTicket
from tuiticket.engine.model.ticket import State

HOME = ZoneInfo("Asia/Shanghai")
HOUR = 3600
ANSWER_IN, SOLVE_IN = 4 * HOUR, 24 * HOUR
"""What the sample shop promises for a usual ticket, in seconds of its working hours."""

SECOND = timedelta(seconds=1)


def at(day: int, time: str) -> datetime:
    """A time of November 2026 on the shop's wall; the 18th is a Wednesday."""
    return datetime.fromisoformat(f"2026-11-{day:02} {time}").replace(tzinfo=HOME).astimezone(UTC)


def worked(start: datetime, end: datetime) -> int:
    """The seconds between two instants in which the shop is at work, counted one by one."""
    count, here, last = 0, start.astimezone(HOME), end.astimezone(HOME)
    while here < last:
        count += here.weekday() < 5 and (9 <= here.hour < 12 or 13 <= here.hour < 18)
        here += SECOND
    return count


@pytest.fixture(scope="module", name="sample")
def _sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample shop as it stands on that Wednesday at half past five."""
    file = tmp_path_factory.mktemp("sample") / "desk.db"
    store = open_store(file, stem=stem, durable=False)
    play(store, phone_reader("CN"), at(18, "17:30:00"))
    store.close()
    return file


@pytest.fixture(name="shop")
def _shop(sample: Path, tmp_path: Path) -> Iterator[Shop]:
    """The sample shop, to act in."""
    shutil.copy(sample, tmp_path / "desk.db")
    shop = Shop(tmp_path / "desk.db", Clock(at(18, "17:30:00")))
    yield shop
    shop.close()


def opened(shop: Shop, when: datetime) -> int:
    """A usual ticket opened at that time."""
    shop.clock.now = when
    intent = OpenTicket(subject="Which oil for oak?", body="?", contact="oak@example.com")
    return shop.desk.do(intent, by=ADMIN).tickets[0]


async def look_for(sitting: Sitting, number: int) -> None:
    """Let the queue show that ticket alone."""
    await press(sitting, "9", "slash")
    await type_in(sitting, f"number:{number}")
    await press(sitting, "enter")


def seconds_in(text: str) -> int:
    """The seconds of a painted countdown that is exact; none is if an hour or more is left."""
    found = re.search(r"(-?)(\d+):(\d\d):(\d\d)", text)
    assert found, text
    sign, hours, minutes, seconds = found.groups()
    left = (int(hours) * 60 + int(minutes)) * 60 + int(seconds)
    return -left if sign else left


async def painted(sitting: Sitting, shop: Shop, now: datetime, row: str) -> str:
    """The row with that text, as the console shows it then."""
    shop.clock.now = now
    await second(sitting)
    (found,) = [text for text in rows(sitting) if row in text]
    return found


async def test_a_countdown_rests_over_lunch(shop: Shop) -> None:
    begun = at(18, "17:40:00")
    number = opened(shop, begun)
    async with console(shop, "alice") as sitting:
        await look_for(sitting, number)
        seen = []
        for time in (
            "11:41:07", "11:59:59", "12:00:00", "12:00:01", "12:31:30", "12:59:59", "13:00:00",
            "13:00:01", "13:39:59", "13:40:00", "13:40:01", "13:52:10",
        ):  # fmt: skip
            now = at(19, time)
            seen.append(seconds_in(await painted(sitting, shop, now, f" {number}  ")))
            assert seen[-1] == ANSWER_IN - worked(begun, now), time
        assert seen[1:8] == [2401, 2400, 2400, 2400, 2400, 2400, 2399]
        assert seen[-2:] == [-1, -730]


async def test_a_countdown_rests_over_the_weekend(shop: Shop) -> None:
    begun = at(20, "14:29:30")
    number = opened(shop, begun)
    async with console(shop, "alice") as sitting:
        await look_for(sitting, number)
        seen = []
        for day, time in (
            (20, "17:42:11"), (20, "17:59:59"), (20, "18:00:00"), (20, "23:59:59"),
            (21, "10:30:00"), (22, "15:00:00"), (23, "08:59:59"), (23, "09:00:00"),
            (23, "09:00:01"), (23, "09:29:30"), (23, "09:29:31"),
        ):  # fmt: skip
            now = at(day, time)
            seen.append(seconds_in(await painted(sitting, shop, now, f" {number}  ")))
            assert seen[-1] == ANSWER_IN - worked(begun, now), (day, time)
        assert seen[2:8] == [1770] * 6
        assert seen[-1] == -1


async def test_a_countdown_rests_while_the_customer_is_awaited(shop: Shop) -> None:
    begun = at(19, "09:00:00")
    number = opened(shop, begun)
    shop.clock.now = at(19, "09:10:00")
    shop.do(Reply(ticket=number, body="Let me ask the workshop."))
    async with console(shop, "alice") as sitting:
        await look_for(sitting, number)
        await press(sitting, "enter")
        now = at(23, "17:19:59")
        running = await painted(sitting, shop, now, "resolution  ")
        assert seconds_in(running) == SOLVE_IN - worked(begun, now)
        asked = at(23, "17:20:00")
        shop.clock.now = asked
        shop.do(Reply(ticket=number, body="Oiled or raw?", then=State.WAITING_CUSTOMER))
        left = SOLVE_IN - worked(begun, asked)
        for day, time in ((23, "17:20:01"), (23, "17:59:59"), (24, "09:00:01"), (24, "10:00:00")):
            resting = await painted(sitting, shop, at(day, time), "resolution  ")
            assert "paused" in resting
            assert seconds_in(resting) == left == 40 * 60
        answered = at(24, "10:00:05")
        shop.clock.now = answered
        shop.desk.do(Receive(ticket=number, body="Raw"), by=ADMIN)
        for time in ("10:00:05", "10:00:06", "10:39:59", "10:40:05", "10:40:06"):
            now = at(24, time)
            running = await painted(sitting, shop, now, "resolution  ")
            assert "paused" not in running
            assert seconds_in(running) == left - worked(answered, now), time
