"""Views of one's own and of everybody: kept, found, changed and taken away by key."""

from __future__ import annotations

import pytest

from tests.console.driving import (
    Sitting,
    board,
    console,
    press,
    queue,
    rows,
    second,
    shown,
    toasts,
    type_in,
)
from tests.desks import Shop
from tuiticket import i18n
from tuiticket.engine.commands.views import PutView, RemoveView
from tuiticket.engine.model.ticket import Kind, Priority
from tuiticket.engine.model.view import SavedView
from tuiticket.screens.view_acts import key_for


def kept(shop: Shop) -> dict[str, tuple[str, str, int | None]]:
    """The views there are: name, query and whose, by key."""
    with shop.desk.reading() as reading:
        views = sorted(reading.all(SavedView), key=lambda view: view.position)
    return {view.key: (view.name, view.query, view.owner_id) for view in views}


async def filter_by(sitting: Sitting, text: str) -> None:
    """Filter the list."""
    await press(sitting, "/")
    await type_in(sitting, text)
    await press(sitting, "enter")


async def test_what_is_filtered_is_kept_under_a_name_and_shown(shop: Shop) -> None:
    angry = shop.open("Angry", kind=Kind.COMPLAINT, by="chen", team="logistics")
    shop.open("Calm", kind=Kind.ENQUIRY, by="chen", team="logistics")
    async with console(shop, "chen", size=(160, 30)) as sitting:
        await filter_by(sitting, "kind:complaint")
        await press(sitting, "o", "4", "ctrl+s")
        assert "kind:complaint" in shown(sitting)
        await type_in(sitting, "Burning")
        await press(sitting, "enter", "1")
        assert toasts(sitting)[-1] == "Kept the view Burning · u undoes"
        assert "Burning 1" in rows(sitting)[0]
        assert list(queue(sitting).table.numbers) == [angry]
        assert "kind:" not in rows(sitting)[1]
        assert "by newest" in rows(sitting)[1]
        await press(sitting, "7", "v")
        await type_in(sitting, "burn")
        await press(sitting, "enter")
        assert list(queue(sitting).table.numbers) == [angry]
    name, query, owner = kept(shop)["burning"]
    assert (name, owner) == ("Burning", 3)
    assert "kind:complaint" in query
    assert "sort:-created" in query


async def test_a_kept_view_is_taken_back_by_undo(shop: Shop) -> None:
    shop.open("Calm", by="chen", team="logistics")
    async with console(shop, "chen", size=(160, 30)) as sitting:
        await press(sitting, "ctrl+s")
        await type_in(sitting, "All mine")
        await press(sitting, "enter", "1")
        assert "All mine" in rows(sitting)[0]
        await press(sitting, "u")
        assert "All mine" not in rows(sitting)[0]
        assert queue(sitting).view.key == "active"
    assert kept(shop) == {}


async def test_only_who_may_share_keeps_for_everybody(shop: Shop) -> None:
    async with console(shop, "chen", size=(160, 30)) as sitting:
        await press(sitting, "ctrl+s", "x", "enter", "2")
        assert kept(shop) == {}
        assert "x" not in {view.key for view in queue(sitting).views}
    async with console(shop, "lena", size=(160, 30)) as sitting:
        await press(sitting, "ctrl+s", "x", "enter", "2")
        assert kept(shop)["x"][2] is None


async def test_a_colleagues_shared_view_appears_changes_and_goes(shop: Shop) -> None:
    shop.open("Angry", kind=Kind.COMPLAINT, by="chen", team="logistics")
    async with console(shop, "chen", size=(160, 30)) as sitting:
        put = PutView(key="burning", name="Burning", query="kind:complaint", shared=True)
        shop.do(put, by="lena")
        await second(sitting)
        assert "Burning 1" in rows(sitting)[0]
        await press(sitting, "v")
        await type_in(sitting, "burning")
        await press(sitting, "enter")
        assert "Angry" in shown(sitting)
        shop.do(PutView(key="burning", query="kind:enquiry", shared=True), by="lena")
        await second(sitting)
        assert "Angry" not in shown(sitting)
        assert "Burning 0" in rows(sitting)[0]
        shop.do(RemoveView(key="burning", shared=True), by="lena")
        await second(sitting)
        assert "Angry" in shown(sitting)
        assert queue(sitting).view.key == "active"


async def test_a_view_is_renamed_narrowed_moved_and_removed(shop: Shop) -> None:
    urgent = shop.open("Urgent", priority=Priority.URGENT, by="chen", team="logistics")
    shop.open("Calm", by="chen", team="logistics")
    for key in ("one", "two", "three"):
        shop.do(PutView(key=key, name=key.capitalize(), query="state:active"), by="chen")
    async with console(shop, "chen", size=(200, 30)) as sitting:
        await press(sitting, "v", *"two", "enter", "ctrl+e", "1")
        await press(sitting, *["backspace"] * 3, *"Zwei", "enter")
        assert "Zwei 2" in rows(sitting)[0]
        await press(sitting, "ctrl+e", "3")
        assert list(kept(shop)) == ["two", "one", "three"]
        assert rows(sitting)[0].index("Zwei") < rows(sitting)[0].index("One")
        await press(sitting, "ctrl+e", "4", "ctrl+e", "4", "ctrl+e", "4")
        assert list(kept(shop)) == ["one", "three", "two"]
        await filter_by(sitting, "priority:urgent")
        await press(sitting, "ctrl+e", "2")
        assert list(queue(sitting).table.numbers) == [urgent]
        assert "priority" not in rows(sitting)[1]
        assert "Zwei 1" in rows(sitting)[0]
        await press(sitting, "ctrl+e", "5")
        assert list(kept(shop)) == ["one", "three"]


async def test_an_empty_view_says_what_it_looks_for(shop: Shop) -> None:
    shop.do(PutView(key="hot", name="Hot [b]", query="kind:complaint"), by="chen")
    async with console(shop, "chen") as sitting:
        await press(sitting, "v", *"hot", "enter")
        assert "No ticket fits the view “Hot [b]”." in shown(sitting)
        assert "kind:complaint" in shown(sitting)
        await press(sitting, "v", *"watched", "enter")
        assert "You watch no ticket." in shown(sitting)


async def test_what_every_desk_has_cannot_be_changed(shop: Shop) -> None:
    async with console(shop) as sitting:
        await press(sitting, "3", "ctrl+e")
        assert toasts(sitting)[-1].startswith("The view “Late” is there on every desk.")


async def test_further_views_are_found_by_name_in_either_language(shop: Shop) -> None:
    i18n.switch("zh_CN")
    async with console(shop) as sitting:
        await press(sitting, "v", *"spam", "enter")
        assert queue(sitting).view.key == "spam"
        assert "垃圾" in rows(sitting)[0]


async def test_the_wall_shows_what_is_shared_and_asks_nobody(shop: Shop) -> None:
    shop.do(PutView(key="hot", name="Hot", query="kind:complaint", shared=True), by="lena")
    shop.do(PutView(key="own", name="Chens", query="is:mine"), by="chen")
    async with board(shop, size=(200, 40)) as sitting:
        assert "Hot 0" in rows(sitting)[0]
        assert "Chens" not in rows(sitting)[0]
        assert "Watched" not in rows(sitting)[0]
        await press(sitting, "ctrl+s", "ctrl+e")
        assert queue(sitting).view.key == "active"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Burning!", "burning"),
        ("很急", "view"),
        ("Late", "late-2"),
        ("a  b", "a-b"),
        ("--", "view"),
    ],
)
def test_a_key_is_made_from_the_name(name: str, key: str) -> None:
    assert key_for(name, {"late", "mine"}) == key


async def test_kept_views_have_two_digits(shop: Shop) -> None:
    angry = shop.open("Angry", kind=Kind.COMPLAINT, by="chen", team="logistics")
    shop.open("Calm", by="chen", team="logistics")
    async with console(shop, "chen", size=(200, 30)) as sitting:
        await press(sitting, "0")
        assert toasts(sitting)[-1] == "No views are kept yet."
        shop.do(PutView(key="one", name="One", query="state:done"), by="chen")
        shop.do(PutView(key="two", name="Two", query="kind:complaint"), by="chen")
        await second(sitting)
        assert "01 One 0  02 Two 1" in rows(sitting)[0]
        await press(sitting, "0", "2")
        assert queue(sitting).view.key == "two"
        assert list(queue(sitting).table.numbers) == [angry]
        await press(sitting, "0", *"one", "enter")
        assert queue(sitting).view.key == "one"
