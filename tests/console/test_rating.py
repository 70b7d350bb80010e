"""What a customer thought, taken down in the console, and what the desk foretells from it."""

from __future__ import annotations

from tests.console.driving import console, press, rows, shown, toasts, type_in
from tests.desks import Shop
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.rating import Rate
from tuiticket.engine.model.rating import Rating
from tuiticket.engine.model.ticket import State


def solved(shop: Shop, subject: str) -> int:
    number = shop.open(subject)
    shop.do(Move(ticket=number, to=State.SOLVED))
    return number


def ratings(shop: Shop) -> list[Rating]:
    with shop.desk.reading() as reading:
        return reading.find(Rating)


async def test_a_rating_is_taken_down_by_digits_and_taken_back(shop: Shop) -> None:
    number = solved(shop, "包裹没到")
    async with console(shop, size=(160, 48)) as sitting:
        await press(sitting, "8", "enter", "Q")
        assert "good" not in shown(sitting)
        await press(sitting, "enter")
        assert "What did they say of “speed”?" in toasts(sitting)[-1]
        await press(sitting, "5", "enter")
        assert "What did they say of “quality”?" in toasts(sitting)[-1]
        assert ratings(shop) == []
        await press(sitting, "3", "2")
        assert "2 bad" in shown(sitting)
        await type_in(sitting, "回得快 4")
        await press(sitting, "enter")
        (kept,) = ratings(shop)
        assert (kept.speed, kept.quality, kept.attitude) == (5, 3, 2)
        assert kept.comment == "回得快 4"
        assert toasts(sitting)[-1].startswith(f"Rating kept · #{number}")
        assert any("speed 5, quality 3" in row for row in rows(sitting))
        await press(sitting, "Q")
        assert "回得快 4" in shown(sitting)
        await press(sitting, "escape", "u")
        assert ratings(shop) == []


async def test_an_open_ticket_shows_what_to_expect_and_why(shop: Shop) -> None:
    for each in range(30):
        number = solved(shop, f"骗子 {each}" if each % 2 else f"谢谢 {each}")
        mark = 1 if each % 2 else 5
        shop.do(Rate(ticket=number, speed=mark, quality=mark, attitude=mark))
    open_one = shop.open("骗子！")
    async with console(shop, size=(160, 48)) as sitting:
        await press(sitting, "enter")
        (row,) = (row for row in rows(sitting) if "forecast" in row)
        assert "% satisfied" in row
        await press(sitting, "E", "space")
        assert "Satisfaction" in shown(sitting)
        assert "against it: temper" in shown(sitting)
        await press(sitting, "escape", "Q")
        assert toasts(sitting)[-1].startswith(f"Ticket {open_one} is not solved")
