"""An open ticket: its story, what stands beside it, and moving about in both."""

from __future__ import annotations

import pytest

from tests.console.driving import (
    Sitting,
    console,
    press,
    rows,
    second,
    settled,
    shown,
    toasts,
    type_in,
)
from tests.desks import ADMIN, Shop
from tuiticket import i18n
from tuiticket.engine.commands.articles import PutArticle
from tuiticket.engine.commands.assignment import Assign, Take
from tuiticket.engine.commands.conversation import AddNote, Receive, Reply
from tuiticket.engine.commands.customers import PutOrder
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.linking import Link
from tuiticket.engine.commands.undo import Undo
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.order import Order, OrderLine, OrderState
from tuiticket.engine.model.ticket import Channel, Priority, State
from tuiticket.screens.ticket import TicketScreen

HOSTILE = "\x1b]0;owned\x07\x1b[31mred\x9b2J [b]bold[/b] \u202eevil\u202c e" + "\u0301" * 50


def y_of(sitting: Sitting, text: str) -> int:
    """The row of the screen a text stands in."""
    return next(y for y, row in enumerate(rows(sitting)) if text in row)


async def test_it_tells_who_said_what_and_what_was_done(shop: Shop) -> None:
    number = shop.open("Parcel late", customer_name="Wang Fang")
    shop.clock.advance(minutes=5)
    shop.do(Take(ticket=number))
    shop.clock.advance(seconds=1)
    shop.do(Reply(ticket=number, body="It is on its way."))
    shop.do(AddNote(ticket=number, body="Called the carrier."), by="bo")
    async with console(shop) as sitting:
        await press(sitting, "enter")
        text = shown(sitting)
        assert rows(sitting)[0].startswith(f" #{number} Parcel late")
        assert "▌ ☏ Wang Fang · phone" in text
        assert "Alice took the ticket" in text
        assert "▌ → Alice · answer · phone" in text
        assert "▌ ✎ Bo · internal note" in text
        order = ["Where is my parcel?", "took the ticket", "on its way", "Called the carrier."]
        assert sorted(order, key=lambda words: y_of(sitting, words)) == order
        assert "20:05" in rows(sitting)[y_of(sitting, "Bo · internal note")]


async def test_beside_it_stand_clocks_customer_order_and_fields(shop: Shop) -> None:
    order = Order(
        number="88213",
        customer_id=0,
        placed_at=shop.clock.now,
        state=OrderState.PAID,
        total_cents=25_900,
        tracking="SF1001",
        lines=(OrderLine(sku="B-1", name="竹架", quantity=2, price_cents=12_950),),
    )
    shop.do(PutOrder(order=order, contact="wang@example.cn"))
    shop.open(order_number="88213", priority=Priority.HIGH)
    async with console(shop) as sitting:
        await press(sitting, "enter")
        text = shown(sitting)
        assert "first response" in text
        assert "High: answer in 1h · solve in 8h" in text
        assert "wang@example.cn" in text
        assert "259.00 CNY" in text
        assert "2 × 129.50 CNY" in text
        assert "round the clock" in text
        assert any("wang@example.cn" in row and "e-mail" in row for row in rows(sitting))
        assert "parcel SF1001" in text
        assert "severity" in text


async def test_its_clocks_run_and_paint_nothing_else(shop: Shop) -> None:
    shop.open(priority=Priority.URGENT)
    shop.clock.advance(seconds=1)
    async with console(shop) as sitting:
        await press(sitting, "enter")
        before = rows(sitting)
        assert "0:29:59" in before[1]
        shop.clock.advance(seconds=1)
        await second(sitting)
        changed = [row for old, row in zip(before, rows(sitting), strict=True) if old != row]
        assert len(changed) == 2
        assert all("0:29:58" in row for row in changed)
        shop.clock.advance(hours=1)
        await second(sitting)
        assert "-0:30:02 late" in rows(sitting)[1]


async def test_what_a_colleague_does_is_seen_and_scrolls_nothing(shop: Shop) -> None:
    number = shop.open(body="\n".join(f"line {n}" for n in range(60)))
    async with console(shop) as sitting:
        await press(sitting, "enter", "g")
        assert "line 0" in shown(sitting)
        shop.do(Describe(ticket=number, priority=Priority.URGENT), by="bo")
        shop.do(AddNote(ticket=number, body="Seen it."), by="bo")
        await second(sitting)
        assert "urgent ▲▲" in rows(sitting)[1]
        assert "line 0" in shown(sitting)
        await press(sitting, "G")
        assert "Seen it." in shown(sitting)


async def test_quotes_long_texts_and_steps_are_folded_until_asked_for(shop: Shop) -> None:
    number = shop.open(body="word " * 2_000)
    shop.clock.advance(seconds=1)
    shop.do(Receive(ticket=number, body="Still nothing", quoted="> one\n> two\n> three"))
    for priority in (Priority.HIGH, Priority.LOW, Priority.URGENT):
        shop.do(Describe(ticket=number, priority=priority))
    async with console(shop, size=(120, 60)) as sitting:
        await press(sitting, "enter")
        assert "▸ 3 quoted lines" in shown(sitting)
        assert "> two" not in shown(sitting)
        assert "▸ 3 steps: Alice changed priority" in shown(sitting)
        await press(sitting, "g")
        assert "characters more" in shown(sitting)
        await press(sitting, "v", "G")
        assert "characters more" not in shown(sitting)
        assert "> two" in shown(sitting)
        assert "low → urgent" in shown(sitting)
        await press(sitting, "v")
        assert "> two" not in shown(sitting)


async def test_a_click_unfolds_one_thing(shop: Shop) -> None:
    number = shop.open()
    shop.do(Receive(ticket=number, body="Again", quoted="> first\n> quoted"))
    async with console(shop) as sitting:
        await press(sitting, "enter")
        await sitting.click(offset=(6, y_of(sitting, "quoted lines")))
        assert "> first" in shown(sitting)


async def test_what_was_taken_back_is_marked_and_short(shop: Shop) -> None:
    number = shop.open()
    shop.do(Reply(ticket=number, body="Dear customer,\nthis was wrong"))
    shop.do(Undo())
    async with console(shop) as sitting:
        await press(sitting, "enter")
        assert "Alice · answer · phone · withdrawn" in shown(sitting)
        assert "Dear customer," in shown(sitting)
        assert "this was wrong" not in shown(sitting)
        assert "undid: answer" in shown(sitting)


async def test_nothing_a_customer_sends_reaches_the_terminal(shop: Shop) -> None:
    number = shop.open(HOSTILE, body=HOSTILE, customer_name=HOSTILE)
    shop.do(Receive(ticket=number, body=HOSTILE, quoted=HOSTILE))
    async with console(shop) as sitting:
        await press(sitting, "enter", "v")
        text = shown(sitting)
        assert not {char for char in text if ord(char) < 32 and char != "\n"}
        assert not set("\x7f\x9b\u202e\u202c") & set(text)
        assert "[b]bold[/b]" in text


async def test_it_stays_quick_with_huge_texts(shop: Shop) -> None:
    number = shop.open(body="无空格" * 300_000)
    shop.do(Receive(ticket=number, body="x" * 1_000_000, quoted="y\n" * 200_000))
    async with console(shop) as sitting:
        await press(sitting, "enter")
        timeline = screen(sitting).query_one("Timeline")
        assert timeline.virtual_size.height < 300
        await press(sitting, "v", "G", "g")
        assert "无空格无空格" in shown(sitting)


async def test_on_a_narrow_terminal_the_side_takes_turns_with_the_story(shop: Shop) -> None:
    shop.open()
    async with console(shop, size=(80, 24)) as sitting:
        await press(sitting, "enter")
        assert "Where is my parcel?" in shown(sitting)
        assert "severity" not in shown(sitting)
        await press(sitting, "S")
        assert "Where is my parcel?" not in shown(sitting)
        assert "Customer" in shown(sitting)
        await press(sitting, "escape")
        assert "Where is my parcel?" in shown(sitting)
        await press(sitting, "escape")
        assert not isinstance(sitting.app.screen, TicketScreen)


async def test_on_a_wide_terminal_the_side_can_be_put_away(shop: Shop) -> None:
    shop.open()
    async with console(shop) as sitting:
        await press(sitting, "enter")
        assert "severity" in shown(sitting)
        await press(sitting, "S")
        assert "severity" not in shown(sitting)
        await press(sitting, "S")
        assert "severity" in shown(sitting)


async def test_the_order_is_one_key_away(shop: Shop) -> None:
    shop.open(order_number="4711")
    async with console(shop, size=(80, 14)) as sitting:
        await press(sitting, "enter", "o")
        assert "4711 is not known here" in shown(sitting)
        assert "enter:" not in shown(sitting)


async def test_the_order_it_is_about_is_picked_from_those_of_its_customer(shop: Shop) -> None:
    number = shop.open(order_number="4711")
    other = shop.open("Another matter")
    shop.do(Link(ticket=number, other=other))
    for order in ("88001", "88002"):
        put = Order(
            number=order,
            customer_id=0,
            placed_at=shop.clock.now,
            state=OrderState.SHIPPED,
            total_cents=5_000,
            lines=(OrderLine(sku=order, name=f"Lamp {order}", quantity=1, price_cents=5_000),),
        )
        shop.do(PutOrder(order=put, contact="wang@example.cn"))
    async with console(shop) as sitting:
        await press(sitting, "#")
        await type_in(sitting, str(number))
        await press(sitting, "enter")
        assert "Also ordered" in shown(sitting)
        assert "related" in rows(sitting)[y_of(sitting, "Tied to") + 1]
        await press(sitting, "o")
        await type_in(sitting, "88001")
        assert "1 × 50.00 CNY" in rows(sitting)[y_of(sitting, "Lamp 88001")]
        await press(sitting, "enter")
        assert shop.ticket(number).order_number == "88001"
        assert toasts(sitting)[-1] == f"#{number} is about order 88001 · u undoes"
        await press(sitting, "o")
        assert "● 88001" in shown(sitting)


async def test_a_fitting_article_is_inserted_by_one_key(shop: Shop) -> None:
    shop.desk.do(
        PutArticle(title="Where is my parcel?", body="Look at the **tracking**."),
        PutArticle(title="Parcel damaged", body="Send us a picture."),
        by=ADMIN,
    )
    shop.open("Parcel damaged on arrival", body="It came in pieces")
    async with console(shop) as sitting:
        await press(sitting, "enter")
        assert "KB-2 Parcel damaged" in shown(sitting)
        await press(sitting, "i")
        assert "Send us a picture." in shown(sitting)
        await press(sitting, "escape")
        screen(sitting).query_one("ChoiceList").focus()
        await press(sitting, "j", "enter")
        assert "Look at the tracking." in shown(sitting)


async def test_a_similar_solved_ticket_is_opened_by_the_same_key_and_told_why(shop: Shop) -> None:
    solved = shop.open("Lamp flickers badly")
    shop.do(Take(ticket=solved), Move(ticket=solved, to=State.SOLVED))
    shop.open("My lamp flickers, badly so")
    async with console(shop) as sitting:
        await press(sitting, "enter")
        assert f"#{solved} Lamp flickers badly" in shown(sitting)
        await press(sitting, "E")
        await press(sitting, "space")
        assert "the rare words in both: lamp, flickers, badly" in shown(sitting)
        await press(sitting, "escape", "i")
        assert f"#{solved}" in rows(sitting)[0]


async def test_the_next_ticket_of_the_list_is_one_key_away(shop: Shop) -> None:
    shop.open("The first")
    shop.open("The second", priority=Priority.URGENT)
    async with console(shop) as sitting:
        await press(sitting, "enter")
        assert "The second" in rows(sitting)[0]
        await press(sitting, "J")
        assert "The first" in rows(sitting)[0]
        await press(sitting, "J")
        assert toasts(sitting)[-1] == "There is no further ticket in the list."
        await press(sitting, "K")
        assert "The second" in rows(sitting)[0]


async def test_a_ticket_that_does_not_exist_is_said_and_left(shop: Shop) -> None:
    shop.open()
    async with console(shop) as sitting:
        await press(sitting, "#", "4", "2", "enter")
        assert "There is no ticket 42." in toasts(sitting)[-1]
        assert not isinstance(sitting.app.screen, TicketScreen)


async def test_the_language_changes_at_once_and_back(shop: Shop) -> None:
    shop.open()
    async with console(shop) as sitting:
        await press(sitting, "enter")
        before = rows(sitting)
        await press(sitting, "f8")
        assert i18n._("Customer") in shown(sitting)
        assert "Customer" not in shown(sitting)
        assert "Suggested" not in shown(sitting)
        await press(sitting, "f8")
        assert rows(sitting) == before


async def test_other_open_tickets_of_the_customer_are_listed(shop: Shop) -> None:
    other = shop.open("Another matter")
    number = shop.open("This matter", priority=Priority.URGENT)
    shop.do(Assign(ticket=number, login="alice"), by="lena")
    async with console(shop) as sitting:
        await press(sitting, "enter")
        assert f"#{other} Another matter" in shown(sitting)
        y = y_of(sitting, "Another matter")
        await sitting.click(offset=(100, y))
        await settled(sitting)
        assert "Another matter" in rows(sitting)[0]


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (99, 30), (100, 30), (200, 60)])
async def test_it_fits_any_terminal(shop: Shop, size: tuple[int, int]) -> None:
    shop.open("退款三天没到账，再不处理我就投诉", body="我已经等了三天了……", channel=Channel.MAIL)
    async with console(shop, size=size) as sitting:
        await press(sitting, "enter")
        await sitting.resize_terminal(120, 40)
        await sitting.pause()
        await sitting.resize_terminal(*size)
        await sitting.pause()
        assert "退款" in rows(sitting)[0]
        assert "我已经等了" in shown(sitting)


def screen(sitting: Sitting) -> TicketScreen:
    """The ticket screen in front."""
    assert isinstance(sitting.app.screen, TicketScreen)
    return sitting.app.screen


async def test_its_owner_who_opens_it_accepts_it_and_can_still_undo(shop: Shop) -> None:
    number = shop.open()
    shop.do(Describe(ticket=number, priority=Priority.HIGH))
    shop.do(Assign(ticket=number, login="alice"), by="lena")
    async with console(shop, "bo") as sitting:
        await press(sitting, "#")
        await press(sitting, *str(number), "enter")
        assert shop.ticket(number).accepted_at is None
    async with console(shop) as sitting:
        await press(sitting, "enter")
        assert shop.ticket(number).accepted_at == shop.clock.now
        events = len(shop.dossier(number).events)
        await press(sitting, "escape", "enter")
        assert len(shop.dossier(number).events) == events
        await press(sitting, "u")
    assert shop.ticket(number).priority is Priority.NORMAL


async def test_who_writes_at_once_has_accepted_it_too(shop: Shop) -> None:
    number = shop.open()
    shop.do(Assign(ticket=number, login="alice"), by="lena")
    async with console(shop) as sitting:
        await press(sitting, "r")
    assert shop.ticket(number).accepted_at is not None


async def test_what_becomes_mine_while_i_look_at_it_is_accepted(shop: Shop) -> None:
    number = shop.open()
    async with console(shop) as sitting:
        await press(sitting, "#")
        await press(sitting, *str(number), "enter")
        shop.do(Assign(ticket=number, login="alice"), by="lena")
        await second(sitting)
    assert shop.ticket(number).accepted_at is not None


async def test_a_solved_ticket_becomes_an_article_by_one_key(shop: Shop) -> None:
    number = shop.open("Lamp flickers")
    shop.do(Take(ticket=number), Reply(ticket=number, body="Tighten it", then=State.SOLVED))
    other = shop.open("Still open")
    async with console(shop) as sitting:
        await sitting.app.push_screen(TicketScreen(number))
        await settled(sitting)
        await press(sitting, "O")
        assert toasts(sitting)[-1].startswith("Article made")
        with shop.desk.reading() as reading:
            (made,) = reading.all(Article)
        assert (made.title, "Tighten it" in made.body) == ("Lamp flickers", True)
        await sitting.app.push_screen(TicketScreen(other))
        await settled(sitting)
        await press(sitting, "O")
        with shop.desk.reading() as reading:
            assert reading.all(Article) == [made]
