"""F3: canned replies, filled in for the ticket one writes on."""

from __future__ import annotations

from tests.console.driving import console, press, shown, toasts, type_in
from tests.console.test_compose import compose, said
from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.canned import PutCannedReply
from tuiticket.engine.model.canned import CannedReply
from tuiticket.screens.dialogs.pick_canned import PickCanned


def keep(shop: Shop, **bodies: str) -> None:
    """Keep two replies, the second with these bodies, and one of another team."""
    shop.desk.do(
        PutCannedReply(key="thanks", name="Thanks", bodies={"en": "Thank you."}),
        PutCannedReply(key="late", name="Parcel is late", bodies=bodies),
        PutCannedReply(key="route", name="Van route", bodies={"en": "By van."}, team="logistics"),
        by=ADMIN,
    )


async def test_it_is_seen_filled_in_before_it_is_put_in(shop: Shop) -> None:
    keep(shop, en="Dear {customer},\nyour ticket {number} …\n{agent}, {shop}", zh="您好")
    number = shop.open(customer_name="Wang Fang")
    async with console(shop) as sitting:
        await press(sitting, "r", "f3")
        assert isinstance(sitting.app.screen, PickCanned)
        assert "Van route" not in shown(sitting)
        assert "Thank you." in shown(sitting)
        await press(sitting, "down")
        assert "Dear Wang Fang," in shown(sitting)
        assert f"your ticket {number} …" in shown(sitting)
        await press(sitting, "enter")
        text = f"Dear Wang Fang,\nyour ticket {number} …\nAlice, Test shop"
        assert compose(sitting).editor.text.strip() == text
        await press(sitting, "ctrl+s", "y")
    assert said(shop, number) == [text]
    with shop.desk.reading() as reading:
        assert [(one.key, one.uses) for one in reading.all(CannedReply) if one.uses] == [
            ("late", 1)
        ]


async def test_it_is_found_by_letters_and_written_in_the_customer_s_language(shop: Shop) -> None:
    keep(shop, en="Sorry", zh="抱歉，包裹晚了")
    shop.open("包裹", body="我的包裹呢", language="zh")
    async with console(shop) as sitting:
        await press(sitting, "r", "f3")
        await type_in(sitting, "late")
        await press(sitting, "enter")
        assert compose(sitting).editor.text.strip() == "抱歉，包裹晚了"


async def test_what_is_missing_is_said_and_stays_to_be_seen(shop: Shop) -> None:
    keep(shop, en="Your parcel {tracking} is on its way.")
    shop.open()
    async with console(shop) as sitting:
        await press(sitting, "r", "f3", "down")
        assert "To be filled in by you: {tracking}" in shown(sitting)
        await press(sitting, "enter")
        assert "{tracking}" in compose(sitting).editor.text
        assert "{tracking}" in toasts(sitting)[-1]


async def test_a_hostile_name_stays_plain_words(shop: Shop) -> None:
    keep(shop, en="Dear {customer},")
    shop.open(customer_name="\x1b[31m{agent} [b]Eve[/b]")
    async with console(shop) as sitting:
        await press(sitting, "r", "f3", "down")
        assert "Dear {agent} [b]Eve[/b]," in shown(sitting)
        await press(sitting, "enter")
        assert compose(sitting).editor.text.strip() == "Dear {agent} [b]Eve[/b],"


async def test_where_there_are_none_that_is_said(shop: Shop) -> None:
    shop.open()
    async with console(shop) as sitting:
        await press(sitting, "r", "f3")
        assert "There are no canned replies yet." in toasts(sitting)[-1]
