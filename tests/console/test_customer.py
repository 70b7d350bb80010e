"""All about the customer of a ticket, behind one key."""

from __future__ import annotations

import pytest

from tests.console.driving import console, press, rows, second, shown, toasts, type_in
from tests.desks import ADMIN, NOON, Shop
from tuiticket.engine.commands.customers import AddCustomer, PutOrder, TagCustomer
from tuiticket.engine.commands.policies import PutPolicy
from tuiticket.engine.model.clock import Policy
from tuiticket.engine.model.order import Order, OrderLine, OrderState
from tuiticket.engine.model.ticket import State
from tuiticket.screens.customer import CustomerScreen
from tuiticket.screens.ticket import TicketScreen

WANG = "wang@example.cn"


def furnish(shop: Shop, name: str = "王芳") -> list[int]:
    """Two tickets and an order of a customer with two contacts, and somebody else's ticket."""
    order = Order(
        number="88213",
        customer_id=0,
        placed_at=NOON,
        state=OrderState.PAID,
        total_cents=25_900,
        currency="CNY",
        lines=(OrderLine(sku="L1", name="Lamp", quantity=1, price_cents=25_900),),
    )
    shop.desk.do(
        AddCustomer(name=name, contacts=(WANG, "wechat:wang"), tags=("vip",)),
        PutOrder(order=order, contact=WANG),
        by=ADMIN,
    )
    mine = [shop.open("Lamp broken"), shop.open("发票抬头写错了")]
    shop.open("Another's", contact="li@example.cn")
    return mine


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
async def test_contacts_tickets_and_orders_are_shown(shop: Shop, size: tuple[int, int]) -> None:
    first, second_ = furnish(shop)
    async with console(shop, size=size) as sitting:
        await press(sitting, "#", *str(first), "enter", "$")
        text = shown(sitting)
        assert rows(sitting)[0].split() == ["王芳", "·vip", "2", "tickets"]
        contacts = "e-mail wang@example.cn · WeChat wang · customer since 20:00 · English"
        assert contacts in " ".join(text.split())
        assert any(row.strip() == "Orders" for row in rows(sitting))
        assert f"#{first} Lamp broken" in text
        assert f"#{second_} 发票抬头写错了" in text
        assert "Another's" not in text
        assert "88213 Lamp" in text
        assert "259.00 CNY" in text
        await press(sitting, "k", "enter")
        screen = sitting.app.screen
        assert isinstance(screen, TicketScreen)
        assert screen.number == second_
        await press(sitting, "q")
        assert isinstance(sitting.app.screen, CustomerScreen)


async def test_a_tag_is_given_and_the_clocks_follow(shop: Shop) -> None:
    (number, _other) = furnish(shop)
    quick = Policy(name="Quick", position=0, customer_tag="gold", first_response_s=60)
    shop.desk.do(PutPolicy(policy=quick), by=ADMIN)
    async with console(shop) as sitting:
        await press(sitting, "7", "$", "T")
        await type_in(sitting, "gold")
        await press(sitting, "enter")
        assert "Tagged gold" in toasts(sitting)[-1]
        assert "·vip ·gold" in rows(sitting)[0]
        assert {clock.target_s for clock in shop.dossier(number).clocks if clock.alive} == {60}
        await press(sitting, "u")
        assert "gold" not in rows(sitting)[0]
        assert 60 not in {clock.target_s for clock in shop.dossier(number).clocks if clock.alive}
        await press(sitting, "T", "enter")
        assert "Took the tag vip away" in toasts(sitting)[-1]
    assert shop.dossier(number).customer.tags == ()


async def test_news_of_theirs_come_in_and_hostile_names_are_only_text(shop: Shop) -> None:
    (number, _other) = furnish(shop, name="[red]\x1b]0;owned\x07\u202e坏")
    async with console(shop, "bo") as sitting:
        await press(sitting, "7", "$")
        assert "\x1b" not in shown(sitting)
        assert "\u202e" not in shown(sitting)
        assert "[red]" in rows(sitting)[0]
        shop.open("A third one")
        shop.do(TagCustomer(customer=shop.dossier(number).customer.id, tags=("late",)), by="ada")
        await second(sitting)
        assert "A third one" in shown(sitting)
        assert "·late" in rows(sitting)[0]
        assert shop.ticket(number).state is State.NEW
