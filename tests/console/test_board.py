"""The wall board: everything in sight, nothing to be changed."""

from __future__ import annotations

import pytest

from tests.console.driving import board, on, press, queue, rows, second, shown, sitting_at
from tests.desks import Shop
from tuiticket.engine.commands.assignment import Take
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.people import SetAvailable
from tuiticket.engine.errors import BadInput
from tuiticket.engine.model.ticket import Priority, State
from tuiticket.keymap import Context, KeyMap
from tuiticket.monitor import Monitor, Watch
from tuiticket.widgets.figures import large


def panel(lines: list[str]) -> list[str]:
    """What stands at the right of the list."""
    return [line.partition("│")[2].strip() for line in lines]


async def test_it_shows_the_queue_the_teams_and_the_loads(shop: Shop) -> None:
    numbers = [shop.open(f"Ticket {n}", by="chen", team="logistics") for n in range(3)]
    shop.do(Take(ticket=numbers[0]), by="chen")
    async with board(shop) as sitting:
        assert list(queue(sitting).table.numbers) == numbers
        lines = panel(rows(sitting))
        assert any(line.split() == ["Logistics", "3", "2", "0"] for line in lines)
        assert any(line.startswith("● chen") and line.endswith("1 + 0") for line in lines)
        assert any(f"{numbers[1]} Ticket 1" in line for line in lines)


async def test_it_follows_what_happens(shop: Shop) -> None:
    async with board(shop) as sitting:
        assert "There is nothing to work on." in shown(sitting)
        assert "opens a ticket" not in shown(sitting), "nobody can here"
        shop.open("It burns", by="chen", team="logistics", priority=Priority.URGENT)
        shop.do(SetAvailable(login="dora", available=False), by="dora")
        await second(sitting)
        assert "It burns" in shown(sitting)
        assert any("○ dora away" in line for line in panel(rows(sitting)))
        shop.clock.advance(minutes=31)
        await second(sitting)
        assert any(line.startswith("-0:01:00") for line in panel(rows(sitting)))


async def test_no_key_of_it_changes_anything(shop: Shop) -> None:
    shop.open("Parcel late")
    with shop.desk.reading() as reading:
        before = reading.log_head()
    async with board(shop) as sitting:
        keys = KeyMap()
        looking = {action.id for action in keys.of(Context.EVERYWHERE, Context.LIST)}
        alive = {one.binding.id for one in sitting.app.active_bindings.values()}
        assert {id_ for id_ in alive if id_} <= looking
        assert alive.isdisjoint({"view.mine", "view.team", "list.preview-larger"})
        assert "view.late" in alive
        await press(sitting, *"axXswtTrcAu!=C+", "enter")
        assert queue(sitting) is sitting.app.screen
    with shop.desk.reading() as reading:
        assert reading.log_head() == before


async def test_it_offers_no_views_that_belong_to_a_person(shop: Shop) -> None:
    async with board(shop) as sitting:
        assert "Mine" not in rows(sitting)[0]
        before = shown(sitting)
        await press(sitting, "1")
        assert shown(sitting) == before
        await press(sitting, "]", "]", "]")
        assert "3 Late" in rows(sitting)[0]
        assert "No ticket is late." in shown(sitting)


async def test_it_fits_a_small_terminal(shop: Shop) -> None:
    shop.open("Parcel late", by="chen", team="logistics")
    async with board(shop, size=(80, 24)) as sitting:
        assert any("Logistics" in line for line in panel(rows(sitting)))
        assert "Parcel late" in rows(sitting)[3]


async def test_no_ticket_is_previewed_unasked(shop: Shop) -> None:
    shop.open("Parcel late", body="Where is the lamp?", by="chen", team="logistics")
    async with board(shop, size=(160, 48)) as sitting:
        assert "Where is the lamp?" not in shown(sitting)
        await press(sitting, "p")
        assert "Where is the lamp?" in shown(sitting)


async def test_a_large_screen_shows_figures_and_the_day(shop: Shop) -> None:
    numbers = [shop.open(f"Ticket {n}", by="chen", team="logistics") for n in range(3)]
    shop.do(Move(ticket=numbers[0], to=State.SOLVED), by="chen")
    async with board(shop, size=(160, 48)) as sitting:
        text = shown(sitting)
        assert "▌3 opened  ▐1 solved" in text
        assert "without an owner" in text
        assert "none was due" not in text
        hours = next(row for row in rows(sitting) if row.split()[:2] == ["00", "03"])
        assert hours.index("21") == 21 * 4 + hours.index("00")
        labels = next(number for number, row in enumerate(rows(sitting)) if "to do" in row)
        digits = rows(sitting)[labels - 3 : labels]
        at = rows(sitting)[labels].index("to do")
        assert [row[at : at + 3] for row in digits] == large("2")
    async with board(shop, size=(100, 30)) as sitting:
        assert "opened" not in shown(sitting)


async def test_it_goes_through_the_views_by_itself(shop: Shop) -> None:
    async with sitting_at(Monitor(on(shop), watch=Watch(rotate=20))) as sitting:
        seen = [queue(sitting).view.key]
        for _ in range(4):
            shop.clock.advance(seconds=10)
            await second(sitting)
            seen.append(queue(sitting).view.key)
        assert seen == ["active", "active", "done", "done", "all"]


async def test_it_rings_once_for_each_ticket_that_becomes_late(shop: Shop) -> None:
    rung = 0

    class Belfry(Monitor):
        def bell(self) -> None:
            nonlocal rung
            rung += 1

    shop.open("It burns", by="chen", team="logistics", priority=Priority.URGENT)
    async with sitting_at(Belfry(on(shop), watch=Watch(bell=True))) as sitting:
        shop.clock.advance(minutes=31)
        shop.open("Another matter", by="chen", team="logistics")
        await second(sitting)
        await second(sitting)
        assert rung == 1


async def test_it_begins_with_a_filter(shop: Shop) -> None:
    shop.open("Parcel late", by="chen", team="logistics")
    kept = shop.open("It burns", by="chen", team="logistics", priority=Priority.URGENT)
    async with sitting_at(Monitor(on(shop), watch=Watch(query="priority:urgent"))) as sitting:
        assert list(queue(sitting).table.numbers) == [kept]
        assert "priority:urgent" in shown(sitting)
    with pytest.raises(BadInput):
        Monitor(on(shop), watch=Watch(query="priority:soonish")).get_default_screen()
