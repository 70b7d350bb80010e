"""The kinds of ended tickets like one, as its dossier tells them."""

from __future__ import annotations

from tests.desks import Shop
from tuiticket.db.habits import LOOKED_AT
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.commands.judging import CorrectTemper
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.spam import MarkSpam
from tuiticket.engine.model.judgement import Temper
from tuiticket.engine.model.ticket import Kind, State
from tuiticket.engine.rules.habits import LEAST

DELAY = "logistics/delay"


def ended(shop: Shop, kind: Kind, count: int = LEAST, category: str = DELAY) -> list[int]:
    """Tickets of one kind that somebody dealt with."""
    numbers = [shop.open(kind=kind, category=category) for _ in range(count)]
    shop.do(*(Move(ticket=number, to=State.SOLVED) for number in numbers))
    return numbers


def told(shop: Shop, number: int) -> tuple[Kind, int, int] | None:
    """What is known of the kind of tickets like one."""
    found = shop.dossier(number).habit
    return (found.kind, found.times, found.of) if found else None


def test_those_of_its_category_that_ended_tell_its_kind(shop: Shop) -> None:
    number = shop.open(category=DELAY)
    open_ones = [shop.open(category=DELAY, kind=Kind.REPAIR) for _ in range(LEAST)]
    ended(shop, Kind.REPAIR, category="logistics")
    assert told(shop, number) is None, "none of its category has ended"
    ended(shop, Kind.COMPLAINT)
    assert told(shop, number) == (Kind.COMPLAINT, LEAST, LEAST)
    shop.do(*(MarkSpam(ticket=one) for one in open_ones))
    assert told(shop, number) == (Kind.COMPLAINT, LEAST, LEAST), "spam was nobody's matter"
    shop.do(Move(ticket=number, to=State.SOLVED))
    assert told(shop, number) is None, "it is done"


def test_the_calm_are_one_sort_and_the_others_another(shop: Shop) -> None:
    number = shop.open(category=DELAY)
    for one in ended(shop, Kind.COMPLAINT):
        shop.do(CorrectTemper(ticket=one, level=Temper.ANGRY))
    assert told(shop, number) is None
    ended(shop, Kind.ENQUIRY)
    assert told(shop, number) == (Kind.ENQUIRY, LEAST, LEAST)
    shop.do(CorrectTemper(ticket=number, level=Temper.DISPLEASED))
    assert told(shop, number) == (Kind.COMPLAINT, LEAST, LEAST)


def test_only_the_newest_count_and_in_the_kind_they_ended_in(shop: Shop) -> None:
    number = shop.open(category=DELAY)
    old = ended(shop, Kind.SERVICE, 4)
    ended(shop, Kind.COMPLAINT, LOOKED_AT - 2)
    assert told(shop, number) == (Kind.COMPLAINT, LOOKED_AT - 2, LOOKED_AT)
    shop.do(*(Describe(ticket=one, kind=Kind.COMPLAINT) for one in old))
    assert told(shop, number) == (Kind.COMPLAINT, LOOKED_AT, LOOKED_AT)
