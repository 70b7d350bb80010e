"""Tags by key, and calling for help."""

from __future__ import annotations

from tests.console.driving import console, press, rows, shown, toasts, type_in
from tests.desks import Shop
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.model.ticket import Priority


async def test_a_new_tag_is_typed_and_a_known_one_found_by_letters(shop: Shop) -> None:
    number = shop.open()
    other = shop.open("Other")
    shop.do(Describe(ticket=other, tags=("fragile",)))
    async with console(shop) as sitting:
        await press(sitting, "9", "T")
        await type_in(sitting, "frag")
        await press(sitting, "enter", "T")
        await type_in(sitting, "to call")
        assert "new tag" in shown(sitting)
        await press(sitting, "enter")
        assert toasts(sitting)[-1] == f"Tagged to-call · #{number} · u undoes"
    assert shop.ticket(number).tags == ("fragile", "to-call")


async def test_a_tag_it_has_is_taken_away(shop: Shop) -> None:
    number = shop.open(tags=("fragile", "gift"))
    async with console(shop) as sitting:
        await press(sitting, "enter", "T")
        assert "● fragile" in shown(sitting)
        await press(sitting, "1")
        assert toasts(sitting)[-1].startswith("Took the tag fragile away")
    assert shop.ticket(number).tags == ("gift",)


async def test_of_several_all_get_the_tag_and_who_has_it_keeps_it(shop: Shop) -> None:
    numbers = [shop.open(), shop.open(tags=("gift",)), shop.open()]
    async with console(shop) as sitting:
        await press(sitting, "9", "space", "space", "T")
        assert "on 1 of 2" in shown(sitting)
        await type_in(sitting, "gift")
        await press(sitting, "enter")
        assert toasts(sitting)[-1] == (
            f"Tagged gift · 1 ticket · 1 left out: Ticket {numbers[1]} is so already. · u undoes"
        )
        await press(sitting, "escape", "G", "full_stop", "asterisk", "T", "1")
    assert [shop.ticket(number).tags for number in numbers] == [(), (), ()]


async def test_where_no_tag_is_in_use_it_says_so(shop: Shop) -> None:
    shop.open()
    async with console(shop) as sitting:
        await press(sitting, "9", "T")
        assert "No tags are in use yet. Type one." in shown(sitting)


async def test_a_lead_is_called_with_a_reason(shop: Shop) -> None:
    number = shop.open(by="chen", team="logistics")
    async with console(shop, "chen") as sitting:
        await press(sitting, "e")
        assert any("The team’s lead reads this first." in row for row in rows(sitting))
        await type_in(sitting, "angry")
        await press(sitting, "enter")
        assert toasts(sitting)[-1] == f"Escalated · #{number} · u undoes"
        assert shop.ticket(number).priority is Priority.HIGH
        await press(sitting, "u")
    assert shop.ticket(number).priority is Priority.NORMAL
