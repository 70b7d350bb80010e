"""The preview of the ticket under the cursor, and coming back to the queue from a ticket."""

from __future__ import annotations

import pytest

from tests.console.driving import console, press, queue, rows, shown
from tests.desks import Shop
from tuiticket.screens.setting import Setting


@pytest.fixture
def two(shop: Shop) -> Shop:
    """A shop with two tickets."""
    shop.open("First", body="Where is the lamp?")
    shop.open("Second", body="Where is the chair?")
    return shop


async def test_the_preview_follows_the_cursor(two: Shop) -> None:
    async with console(two) as sitting:
        await press(sitting, "p")
        assert "Where is the lamp?" in shown(sitting)
        await press(sitting, "j", "p", "p")
        assert "Where is the chair?" in shown(sitting)
        await press(sitting, "p")
        assert "Where is the chair?" not in shown(sitting)


@pytest.mark.parametrize(
    ("height", "wish", "there"),
    [(40, None, True), (35, None, False), (40, False, False), (24, True, True)],
)
async def test_it_is_there_unasked_where_the_terminal_is_tall_unless_one_wishes_otherwise(
    two: Shop, height: int, wish: bool | None, there: bool
) -> None:
    setting = Setting(preview=wish)
    async with console(two, size=(120, height), setting=setting) as sitting:
        assert queue(sitting).preview.display is there
        await press(sitting, "p")
        assert queue(sitting).preview.display is not there


async def test_it_comes_and_goes_with_the_height_until_one_chooses(two: Shop) -> None:
    async with console(two, size=(120, 40)) as sitting:
        await sitting.resize_terminal(120, 24)
        await press(sitting, "j")
        assert not queue(sitting).preview.display
        await press(sitting, "p")
        await sitting.resize_terminal(120, 20)
        await press(sitting, "k")
        assert queue(sitting).preview.display
        assert queue(sitting).table.number == queue(sitting).table.numbers[0]


async def test_it_stands_beside_the_list_where_there_is_room(two: Shop) -> None:
    async with console(two, size=(160, 30)) as sitting:
        await press(sitting, "P")
        assert queue(sitting).preview.region.x > 40
        assert "First" in rows(sitting)[3]
        assert "Where is the lamp?" in shown(sitting)
        await sitting.resize_terminal(80, 30)
        await press(sitting, "j")
        assert queue(sitting).preview.region.x == 0
        await sitting.resize_terminal(160, 30)
        await press(sitting, "P")
        assert queue(sitting).preview.region.x == 0


async def test_its_size_is_kept_for_each_side(two: Shop) -> None:
    async with console(two, size=(160, 40)) as sitting:
        preview = queue(sitting).preview
        before = preview.size.height
        await press(sitting, "greater_than_sign", "greater_than_sign")
        larger = preview.size.height
        assert larger > before
        await press(sitting, "P", "less_than_sign")
        narrow = preview.size.width
        await press(sitting, "p", "p", "P")
        assert preview.size.height == larger
        await press(sitting, "P")
        assert preview.size.width == narrow
        await press(sitting, *["less_than_sign"] * 20)
        assert preview.size.width >= 160 // 5 - 1


async def test_an_empty_list_has_no_preview_and_the_next_one_has_it_again(two: Shop) -> None:
    async with console(two, size=(120, 40)) as sitting:
        await press(sitting, "3")
        assert not queue(sitting).preview.display
        await press(sitting, "9")
        assert "Where is the lamp?" in shown(sitting)


async def test_back_from_a_ticket_the_cursor_is_on_the_one_read_last(two: Shop) -> None:
    async with console(two) as sitting:
        await press(sitting, "enter", "J", "q")
        assert queue(sitting).table.cursor == 1
        await press(sitting, "enter", "K", "escape")
        assert queue(sitting).table.cursor == 0
