"""A sudden wave: leads hear of it, one key shows its tickets, the wall board tells of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.console.driving import board, console, press, queue, rows, second, shown, toasts
from tests.desks import Shop
from tests.engine.commands.test_waves import lived_in, strike
from tuiticket.screens.queue import QueueScreen


@pytest.fixture(name="file", scope="module")
def _file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lived_in(tmp_path_factory.mktemp("waves") / "desk.db")


async def test_a_lead_hears_of_it_and_sees_its_tickets(file: Path) -> None:
    shop = Shop(file)
    async with console(shop, "lena", size=(160, 48)) as sitting:
        assert "wave:" not in rows(sitting)[1]
        numbers = strike(shop, 7, by="alice")
        await second(sitting)
        assert any("a sudden wave “" in toast for toast in toasts(sitting))
        assert "~ wave: courier parcel, 7 tickets" in rows(sitting)[1]
        await press(sitting, "~")
        assert sorted(queue(sitting).table.numbers) == numbers
        async with console(shop, "bo", size=(80, 24)) as agents:
            assert "wave" not in rows(agents)[1]
            await press(agents, "~")
            assert sorted(queue(agents).table.numbers) != numbers
        await press(sitting, "I")
        assert "the desk · a sudden wave “" in shown(sitting)
        await press(sitting, "enter")
        screen = sitting.app.screen
        assert isinstance(screen, QueueScreen)
        assert sorted(screen.table.numbers) == numbers
        await press(sitting, "enter")
        assert "wave:1 word “" in shown(sitting)
        assert rows(sitting)[1].startswith(" wave of 7 tickets")
        await press(sitting, "E")
        assert "All its tickets by the filter: wave:1" in shown(sitting)
        await press(sitting, "escape")
    async with board(shop, size=(160, 48)) as sitting:
        assert "Sudden waves" in shown(sitting)
        assert any(row.rstrip().endswith(" 7") and "word “" in row for row in rows(sitting))
        shop.clock.advance(hours=7)
        shop.desk.tick()
        await second(sitting)
        assert "Sudden waves" not in shown(sitting)
    async with console(shop, "lena") as sitting:
        assert "wave" not in rows(sitting)[1]
    shop.close()
