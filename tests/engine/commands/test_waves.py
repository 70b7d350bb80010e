"""Sudden waves: counted as tickets are opened, told once, over after a silence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.desks import NOON, Shop
from tuiticket.engine.commands.opening import LogCall
from tuiticket.engine.commands.setup import ChangeSettings
from tuiticket.engine.errors import BadInput
from tuiticket.engine.inspection import inspect
from tuiticket.engine.model.event import Event
from tuiticket.engine.model.people import Agent
from tuiticket.engine.model.wave import MarkKind, Wave
from tuiticket.engine.rules.query import parse

MATTERS = ("chair wobbles", "invoice title", "rug colour", "lamp flickers", "shelf screws")


def lived_in(file: Path) -> Path:
    """A desk with three quiet weeks behind it."""
    shop = Shop(file).furnish()
    shop.clock.now = NOON - timedelta(days=21)
    for number in range(63):
        shop.clock.advance(hours=8)
        matter = MATTERS[number % len(MATTERS)]
        call(shop, number, f"{matter} again {number % 7}")
    shop.close()
    return file


@pytest.fixture(name="file", scope="module")
def _file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lived_in(tmp_path_factory.mktemp("waves") / "desk.db")


@pytest.fixture(name="shop")
def _shop(file: Path, tmp_path: Path) -> Iterator[Shop]:
    copy = tmp_path / "desk.db"
    copy.write_bytes(file.read_bytes())
    shop = Shop(copy)
    yield shop
    shop.close()


def call(shop: Shop, customer: int, subject: str, body: str = "", by: str = "lena") -> int:
    """A call that was answered at once; its number."""
    contact = f"c{customer}@example.cn"
    intent = LogCall(contact=contact, subject=subject, body=body, answer="Noted.")
    return shop.do(intent, by=by).tickets[0]


def strike(shop: Shop, count: int, first: int = 500, by: str = "lena") -> list[int]:
    """So many customers tell of a strike, five minutes apart."""
    numbers = []
    for customer in range(first, first + count):
        shop.clock.advance(minutes=5)
        numbers.append(call(shop, customer, "Parcel stuck", body="The courier strike", by=by))
    return numbers


def waves(shop: Shop) -> list[Wave]:
    """All waves there were."""
    with shop.desk.reading() as reading:
        return reading.find(Wave)


def told(shop: Shop) -> list[Event]:
    """What the log tells of waves themselves."""
    with shop.desk.reading() as reading:
        return [event for event in reading.events() if event.kind.startswith("wave.")]


def test_it_begins_once_with_all_its_tickets_and_leads_hear_of_it(shop: Shop) -> None:
    assert waves(shop) == [], "three quiet weeks hold none"
    numbers = strike(shop, 9)
    (wave,) = waves(shop)
    assert wave.kind is MarkKind.WORD
    assert {"strike", "courier"} <= {wave.name, *wave.also}
    assert (wave.tickets, wave.over_at) == (9, None)
    assert wave.expected < 100, "less than one was to be expected"
    with shop.desk.reading() as reading:
        found = reading.queue(parse(f"wave:{wave.id}"), None, shop.desk.now())
        assert sorted(found) == numbers
        lena = reading.find(Agent, login="lena")[0]
        notices = [line.notice for line in reading.inbox(lena, unseen_only=True, limit=9)]
        assert list(inspect(reading, reading.calendars(), shop.desk.now())) == []
    assert [event.kind for event in told(shop)] == ["wave.started"]
    (notice,) = (n for n in notices if n.about == "wave-started")
    assert (notice.details["wave"], notice.details["tickets"]) == (wave.id, 6)
    assert [e.kind for e in shop.dossier(numbers[-1]).events].count("ticket.in-wave") == 1


def test_it_is_told_again_when_it_doubles_and_is_over_after_a_silence(shop: Shop) -> None:
    strike(shop, 12)
    assert [event.kind for event in told(shop)] == ["wave.started", "wave.grew"]
    shop.clock.advance(hours=5)
    shop.desk.tick()
    assert waves(shop)[0].over_at is None
    strike(shop, 1, first=900)
    shop.clock.advance(hours=5)
    shop.desk.tick()
    assert waves(shop)[0].over_at is None, "somebody told of it five hours ago"
    shop.clock.advance(hours=2)
    shop.desk.tick()
    assert waves(shop)[0].over_at == shop.desk.now()
    shop.desk.tick()
    assert [event.kind for event in told(shop)] == ["wave.started", "wave.grew", "wave.over"]


def test_it_is_called_by_whole_words(shop: Shop) -> None:
    for customer in range(500, 507):
        shop.clock.advance(minutes=5)
        call(shop, customer, "快递", body="听说快递罢工了")
    assert waves(shop)[0].name == "听说快递罢工了"
    shop.clock.advance(minutes=5)
    call(shop, 600, "罢工", body="什么时候结束")
    assert waves(shop)[0].tickets == 8, "one of its words suffices"


def test_one_customer_makes_no_wave(shop: Shop) -> None:
    for _ in range(9):
        strike(shop, 1)
    assert waves(shop) == []


def test_the_shop_says_how_many_make_a_wave(shop: Shop) -> None:
    shop.do(ChangeSettings(wave_least=0), by="ada")
    strike(shop, 9)
    assert waves(shop) == []
    shop.do(ChangeSettings(wave_least=4), by="ada")
    strike(shop, 4, first=700)
    assert [wave.tickets for wave in waves(shop)] == [4]
    for wrong in ({"wave_least": 1}, {"wave_within_s": 60}, {"wave_within_s": 100_000}):
        with pytest.raises(BadInput):
            shop.do(ChangeSettings(**wrong), by="ada")  # type: ignore[arg-type]
