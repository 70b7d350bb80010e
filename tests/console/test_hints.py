"""What speaks for another kind or priority: seen beside a ticket, explained, taken by two keys."""

from __future__ import annotations

from tests.console.driving import console, press, rows, shown
from tests.db.test_habits import DELAY, ended
from tests.desks import Shop
from tuiticket.engine.model.ticket import Kind, Priority

WIDE = (160, 48)


async def test_what_others_like_it_were_is_seen_and_taken(shop: Shop) -> None:
    ended(shop, Kind.COMPLAINT)
    number = shop.open(category=DELAY)
    async with console(shop, size=WIDE) as sitting:
        await press(sitting, "enter")
        (row,) = (row for row in rows(sitting) if "kind hint" in row)
        assert "complaint · 8 of 8 alike" in row
        await press(sitting, "E")
        assert "Of the last 8 ended tickets of “Delay” with calm customers, 8 were: complaint" in (
            " ".join(shown(sitting).replace("│", " ").split())
        )
        await press(sitting, "escape", "=", "1")
        assert shop.ticket(number).kind is Kind.COMPLAINT
        assert "kind hint" not in shown(sitting)


async def test_words_that_press_are_seen_and_the_priority_is_set(shop: Shop) -> None:
    number = shop.open("The lamp", body="It gave me an electric shock!")
    async with console(shop, size=WIDE) as sitting:
        await press(sitting, "enter")
        (row,) = (row for row in rows(sitting) if "priority hint" in row)
        assert "urgent · electric" in row
        await press(sitting, "E")
        assert "Words that press for the priority “urgent”: electric shock" in shown(sitting)
        await press(sitting, "escape", "!")
        assert any("urgent" in row and "electric shock" in row for row in rows(sitting))
        await press(sitting, "1")
        assert shop.ticket(number).priority is Priority.URGENT
        assert "priority hint" not in shown(sitting)
