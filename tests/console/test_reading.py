"""What the desk made of a customer's words, seen beside the ticket and corrected by keys."""

from __future__ import annotations

from tests.console.driving import console, press, rows, shown, toasts, type_in
from tests.desks import Shop
from tuiticket.engine.model.judgement import Temper
from tuiticket.event_words import name_of

DELAY, ELSE = "logistics/delay", "logistics"
LATE = {"subject": "物流太慢", "body": "包裹一直没到，运费要退"}


def taught(shop: Shop) -> None:
    """Tickets of two sorts that people filed; enough to say how sure, too few to act alone."""
    for number in range(16):
        shop.open(f"物流太慢 {number}", category=DELAY, body="包裹一直没到")
        shop.open(f"想问运费 {number}", category=ELSE, body="寄到新疆运费多少")


def filed(shop: Shop, number: int) -> str | None:
    category = shop.dossier(number).category
    return category.key if category else None


async def test_a_correction_in_the_console_teaches_the_next(shop: Shop) -> None:
    taught(shop)
    wrong = shop.open(**LATE)
    assert shop.dossier(wrong).proposals[0].key == DELAY
    async with console(shop, size=(160, 48)) as sitting:
        await press(sitting, "g", "/")
        await type_in(sitting, f"#{wrong}")
        await press(sitting, "enter", "enter", "=")
        assert "proposed, " in shown(sitting)
        await press(sitting, "2")
        assert filed(shop, wrong) == ELSE
        await press(sitting, "L")
        assert any("taught the desk the category Logistics" in row for row in rows(sitting))
    after = shop.open(**LATE)
    assert shop.dossier(after).proposals[0].key == ELSE


async def test_a_proposal_stands_beside_the_ticket_and_is_taken_by_two_keys(shop: Shop) -> None:
    taught(shop)
    number = shop.open("我的包裹没到", body="物流太慢了")
    first = shop.dossier(number).proposals[0]
    assert filed(shop, number) is None
    async with console(shop, size=(160, 48)) as sitting:
        await press(sitting, "g", "/")
        await type_in(sitting, f"#{number}")
        await press(sitting, "enter", "enter")
        (row,) = (row for row in rows(sitting) if "reads as" in row)
        assert name_of(first) in row
        await press(sitting, "=", "1")
        assert filed(shop, number) == first.key
        assert "reads as" not in shown(sitting)


async def test_the_temper_is_seen_explained_and_corrected(shop: Shop) -> None:
    number = shop.open("骗子", body="垃圾店铺！！！")
    async with console(shop, size=(160, 48)) as sitting:
        await press(sitting, "enter")
        assert any("temper" in row and "angry" in row for row in rows(sitting))
        await press(sitting, "E")
        assert "because of: 垃圾" in shown(sitting) or "because of: 骗子" in shown(sitting)
        await press(sitting, "escape", "H")
        await type_in(sitting, "calm")
        await press(sitting, "enter")
        assert toasts(sitting)[-1] == f"Temper: calm · #{number} · u undoes"
        assert "calm, as said" in shown(sitting)
        judged = shop.dossier(number).judgement
        assert judged is not None
        assert judged.level is Temper.CALM
        await press(sitting, "u")
        assert "calm, as said" not in shown(sitting)
