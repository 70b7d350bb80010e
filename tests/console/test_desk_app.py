"""The app around the screens: opening, keys of one's own, the news of the desk."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from tests.console.driving import burst, console, press, queue, rows, second, settled, toasts
from tests.desks import Shop
from tuiticket.app import Console, Setting
from tuiticket.engine.commands.people import SetAvailable
from tuiticket.engine.desk import Desk
from tuiticket.engine.errors import BadInput, Unreadable
from tuiticket.engine.model.ticket import Priority, State
from tuiticket.keymap import KeyMap
from tuiticket.screens.desk_app import DeskApp


def broken() -> Desk:
    raise Unreadable("{file} is not a tuiticket desk.", file="letters.txt")


def test_a_desk_that_cannot_be_opened_ends_it_with_the_reason() -> None:
    app = Console(broken, "alice")
    app.run(headless=True)
    assert app.return_code == Unreadable.exit_code
    assert isinstance(app.fault, Unreadable)


def test_a_login_nobody_has_ends_it_with_the_reason(shop: Shop) -> None:
    app = Console(lambda: Shop(shop.file, shop.clock).desk, "mallory")
    app.run(headless=True)
    assert app.return_code == BadInput.exit_code
    assert app.fault is not None
    assert app.fault.values == {"login": "mallory"}


def slow(shop: Shop, opens: threading.Event) -> Callable[[], Desk]:
    """A desk that does not open before it is told to."""

    def open_desk() -> Desk:
        assert opens.wait(60)
        return Shop(shop.file, shop.clock).desk

    return open_desk


async def test_keys_typed_before_the_desk_is_open_are_done_then(shop: Shop) -> None:
    shop.open("Parcel late", by="chen", team="logistics")
    opens = threading.Event()
    app = Console(slow(shop, opens), "alice")
    async with app.run_test() as sitting:
        await sitting.press("1", "9", "greater_than_sign", "R")
        opens.set()
        await settled(sitting)
        assert queue(sitting).view.key == "all"


async def test_keys_typed_all_at_once_go_where_they_lead_one_by_one(shop: Shop) -> None:
    shop.open("Parcel late", by="chen", team="logistics")
    number = shop.open("Parcel lost", by="chen", team="logistics")
    async with console(shop, "chen") as sitting:
        await burst(sitting, "#", *str(number), "enter", "a", "!", "2")
    owner = shop.dossier(number).owner
    assert owner is not None
    assert owner.login == "chen"
    assert shop.ticket(number).priority is Priority.HIGH


async def test_a_key_is_about_what_the_one_before_has_left(shop: Shop) -> None:
    numbers = [shop.open(f"Parcel {n}", by="chen", team="logistics") for n in range(4)]
    async with console(shop, "chen") as sitting:
        first, second, third, fourth = queue(sitting).table.numbers
        await burst(sitting, *"axa", "j", *"axu", "enter", *"ax")
    states = {number: shop.ticket(number).state for number in numbers}
    assert states == {
        first: State.SOLVED,
        second: State.OPEN,
        third: State.OPEN,
        fourth: State.SOLVED,
    }


async def test_a_key_typed_with_the_step_to_the_next_ticket_is_about_that(shop: Shop) -> None:
    number = shop.open("Parcel late", by="chen", team="logistics")
    other = shop.open("Parcel lost", by="chen", team="logistics")
    async with console(shop, "chen") as sitting:
        first, second = queue(sitting).table.numbers
        await burst(sitting, "enter", *"Jax")
    assert {first, second} == {number, other}
    assert shop.ticket(first).state is State.NEW
    assert shop.ticket(second).state is State.SOLVED


async def test_marking_all_right_behind_a_filter_marks_what_it_shows(shop: Shop) -> None:
    shop.open("Parcel late", by="chen", team="logistics")
    number = shop.open("Broken lamp", by="chen", team="logistics")
    async with console(shop, "chen") as sitting:
        await burst(sitting, "7", "/", *"lamp", "enter", "*")
        assert queue(sitting).table.marked == [number]


async def test_one_need_not_wait_for_the_desk_to_leave(shop: Shop) -> None:
    opens = threading.Event()
    app = Console(slow(shop, opens), "alice")
    async with app.run_test() as sitting:
        await sitting.press("7", "ctrl+q")
        opens.set()
    assert app.return_code == 0


def test_a_theme_there_is_not_is_refused_before_anything_is_painted() -> None:
    with pytest.raises(BadInput):
        Console(broken, "alice", Setting(theme="solarised"))


async def test_keys_of_ones_own_work_and_are_told(shop: Shop) -> None:
    number = shop.open("Parcel late", by="chen", team="logistics")
    keys = KeyMap(changes={"ticket.take": ("f12",), "ticket.solve": ()})
    async with console(shop, "chen", setting=Setting(keys)) as sitting:
        assert "f12 take" in rows(sitting)[-1]
        assert "solve" not in rows(sitting)[-1]
        await press(sitting, "a", "x")
        assert shop.dossier(number).owner is None
        await press(sitting, "f12")
        owner = shop.dossier(number).owner
        assert owner is not None
        assert owner.login == "chen"


async def test_what_is_due_is_done_by_any_console(shop: Shop) -> None:
    number = shop.open("Parcel late")
    async with console(shop) as sitting:
        shop.clock.advance(hours=5)
        await second(sitting)
        kinds = [event.kind for event in shop.dossier(number).events]
        assert "clock.breached" in kinds
        await second(sitting)
        assert "3 Late 1" in rows(sitting)[0]


async def test_one_learns_that_one_was_sent_away(shop: Shop) -> None:
    async with console(shop) as sitting:
        assert "alice ●" in rows(sitting)[0]
        shop.do(SetAvailable(login="alice", available=False), by="ada")
        await second(sitting)
        await second(sitting)
        assert "alice ○ away" in rows(sitting)[0]


async def test_an_error_is_told_once_in_words(shop: Shop) -> None:
    async with console(shop) as sitting:
        app = sitting.app
        assert isinstance(app, DeskApp)
        app.complain(BadInput("[bold]{what}[/bold] is wrong.", what="[red]x"))
        await sitting.pause()
        assert toasts(sitting) == ["[bold][red]x[/bold] is wrong."]


async def test_suspending_where_there_is_no_shell_does_nothing(shop: Shop) -> None:
    async with console(shop) as sitting:
        await press(sitting, "ctrl+z", "ctrl+l")
        assert queue(sitting).is_current
