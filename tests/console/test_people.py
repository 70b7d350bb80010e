"""Who is here: seen in one list, and told by a key."""

from __future__ import annotations

import pytest

from tests.console.driving import console, press, rows, shown, toasts, type_in
from tests.declaring import put
from tests.desks import Shop
from tuiticket.engine.commands.assignment import Take
from tuiticket.engine.commands.people import ChangeAgent, SetAvailable
from tuiticket.engine.model.people import Agent


def _agent(shop: Shop, login: str) -> Agent:
    with shop.desk.reading() as reading:
        return reading.find(Agent, login=login)[0]


async def test_one_goes_away_with_a_word_and_comes_back(shop: Shop) -> None:
    async with console(shop) as sitting:
        await press(sitting, "f6", "enter")
        await type_in(sitting, "at lunch")
        await press(sitting, "enter")
        assert toasts(sitting)[-1] == "Alice is away"
        assert (_agent(shop, "alice").available, _agent(shop, "alice").away_note) == (
            False,
            "at lunch",
        )
        assert "at lunch" in shown(sitting)
        await press(sitting, "enter")
        assert toasts(sitting)[-1] == "Alice is back"
    assert _agent(shop, "alice").available


async def test_a_word_is_not_needed(shop: Shop) -> None:
    async with console(shop) as sitting:
        await press(sitting, "f6", "enter", "enter")
    assert not _agent(shop, "alice").available


async def test_others_are_for_a_supervisor(shop: Shop) -> None:
    async with console(shop, "alice") as sitting:
        await press(sitting, "f6", "j", "enter")
        assert "Only a supervisor" in toasts(sitting)[-1]
    async with console(shop, "ada") as sitting:
        await press(sitting, "f6", "j", "enter", "enter")
        assert toasts(sitting)[-1] == "Alice is away"
    assert not _agent(shop, "alice").available


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
async def test_each_is_shown_with_shift_and_load(shop: Shop, size: tuple[int, int]) -> None:
    put(shop, '[calendars.night]\nbusiness_hours.sun = [["01:00", "02:00"]]')
    shop.do(
        ChangeAgent(login="bo", calendar="night", name="[red]\x1b\u202e波"),
        SetAvailable(login="chen", available=False),
        by="ada",
    )
    shop.do(Take(ticket=shop.open()))
    async with console(shop, size=size) as sitting:
        await press(sitting, "f6")
        lines = {
            word: row
            for row in rows(sitting)
            for word in ("Alice", "波", "Chen", "Wall")
            if word in row
        }
        assert "● Alice" in lines["Alice"]
        assert "1/3" in lines["Alice"]
        assert "◌ [red]" in lines["波"]
        assert "off shift" in lines["波"]
        assert "○ Chen" in lines["Chen"]
        assert "Wall" not in lines
        assert "4 are here" in shown(sitting)


async def test_what_happens_elsewhere_is_seen(shop: Shop) -> None:
    async with console(shop) as sitting:
        await press(sitting, "f6")
        shop.do(SetAvailable(login="dora", available=False), by="dora")
        await press(sitting, "j", "k")
        await sitting.app.beat()  # type: ignore[attr-defined]
        await press(sitting, "j")
        assert "○ Dora" in shown(sitting)
