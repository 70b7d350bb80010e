"""A matter that is told already: seen when it is opened, merged or kept apart by people."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.desks import Shop
from tests.engine.commands.test_mail import mail, take_in
from tuiticket.engine.commands.duplicates import KeepApart
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.merging import Merge
from tuiticket.engine.commands.opening import LogCall, OpenTicket
from tuiticket.engine.commands.setup import ChangeSettings
from tuiticket.engine.commands.undo import Undo
from tuiticket.engine.errors import Refused
from tuiticket.engine.inspection import inspect
from tuiticket.engine.model.duplicate import Ground
from tuiticket.engine.model.ticket import State
from tuiticket.engine.rules.query import parse

BODY = "The shade of my walnut lamp arrived cracked, and one screw was missing."


def cracked(shop: Shop, subject: str = "Lamp cracked", **fields: str) -> int:
    """A ticket about a cracked lamp."""
    return shop.do(_opening(subject, **fields)).tickets[0]


def _opening(subject: str, **fields: str) -> OpenTicket:
    usual = {"contact": "wang@example.cn", "body": BODY}
    return OpenTicket(subject=subject, **(usual | fields))  # type: ignore[arg-type]


def doubles(shop: Shop, number: int) -> list[tuple[int, Ground, bool]]:
    """What a ticket shows of others that tell the same."""
    found = shop.dossier(number).doubles
    return [(each.line.id, each.found.ground, each.ours) for each in found]


def test_both_tickets_show_it_and_the_log_tells_why(shop: Shop) -> None:
    first = cracked(shop)
    shop.clock.advance(hours=2)
    second = cracked(shop, "Hello? My lamp")
    assert doubles(shop, second) == [(first, Ground.CUSTOMER, True)]
    assert doubles(shop, first) == [(second, Ground.CUSTOMER, False)]
    dossier = shop.dossier(second)
    told = next(e for e in dossier.events if e.kind == "ticket.possible-duplicate")
    assert (told.data["number"], told.data["ground"]) == (first, "customer")
    assert "walnut" not in str(told), "the log keeps no words of customers"
    assert {"walnut", "cracked"} <= set(dossier.doubles[0].found.words.splitlines())
    assert shop.ticket(first).state is not State.CLOSED, "nothing is merged by the desk alone"
    with shop.desk.reading() as reading:
        found = set(reading.queue(parse("has:duplicate"), None, shop.desk.now()))
        assert found == {first, second}
        assert list(inspect(reading, reading.calendars(), shop.desk.now())) == []


def test_what_is_kept_apart_is_not_asked_again_unless_undone(shop: Shop) -> None:
    first = cracked(shop)
    second = cracked(shop)
    shop.do(KeepApart(ticket=first, other=second))
    assert doubles(shop, first) == doubles(shop, second) == []
    with pytest.raises(Refused):
        shop.do(KeepApart(ticket=second, other=first))
    with shop.desk.reading() as reading:
        assert list(reading.queue(parse("has:duplicate"), None, shop.desk.now())) == []
    shop.do(Undo())
    assert [number for number, *_ in doubles(shop, first)] == [second]


def test_it_is_over_once_one_of_them_is_done(shop: Shop) -> None:
    first = cracked(shop, team="logistics")
    second = cracked(shop, team="logistics")
    third = cracked(shop, team="logistics")
    assert [number for number, *_ in doubles(shop, third)] == [second, first]
    shop.do(Merge(ticket=second, into=first), by="chen")
    assert [number for number, *_ in doubles(shop, third)] == [first]
    shop.do(Move(ticket=first, to=State.SOLVED), by="chen")
    assert doubles(shop, third) == []


def test_a_mail_from_another_address_about_one_order_is_seen(shop: Shop) -> None:
    first = cracked(shop, order_number="20882131")
    said = f"{BODY} Order 20882131, please help."
    [second] = take_in(shop, mail(1, from_address="fang@home.example", text=said))
    assert doubles(shop, first) == [(second, Ground.NUMBER, False)]


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({"contact": "li@example.cn"}, 0),
        ({"body": "Please send an invoice for the wardrobe."}, 0),
        ({}, 8),
    ],
    ids=["another customer", "another matter", "long ago"],
)
def test_other_matters_are_left_alone(shop: Shop, fields: dict[str, str], days: int) -> None:
    first = cracked(shop)
    shop.clock.advance(days=days)
    cracked(shop, "Hello there", **fields)
    assert doubles(shop, first) == []


def test_the_shop_says_how_old_a_ticket_may_be(shop: Shop) -> None:
    day = int(timedelta(days=1).total_seconds())
    shop.do(ChangeSettings(duplicates_within_s=0), by="ada")
    first = cracked(shop)
    cracked(shop)
    assert doubles(shop, first) == []
    shop.do(ChangeSettings(duplicates_within_s=20 * day), by="ada")
    shop.clock.advance(days=15)
    third = cracked(shop)
    assert len(doubles(shop, third)) == 2


def test_a_call_that_was_answered_on_the_spot_is_no_duplicate(shop: Shop) -> None:
    cracked(shop)
    call = LogCall(contact="wang@example.cn", subject="Lamp cracked", body=BODY)
    answered = LogCall(contact="wang@example.cn", subject="Lamp", body=BODY, answer="A new shade.")
    assert doubles(shop, shop.do(answered).tickets[0]) == []
    assert len(doubles(shop, shop.do(call).tickets[0])) == 1
