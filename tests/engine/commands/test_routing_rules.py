"""The shop's rules for where tickets go: set, edited, taken away."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.routing_rules import PutRoutingRule, RemoveRoutingRule
from tuiticket.engine.errors import BadInput, Refused, Unknown
from tuiticket.engine.model.routing import RoutingRule
from tuiticket.engine.model.ticket import Kind


def rules(shop: Shop) -> list[RoutingRule]:
    with shop.desk.reading() as reading:
        return reading.all(RoutingRule)


def test_a_new_rule_is_tried_last_and_an_edited_one_where_it_was(shop: Shop) -> None:
    shop.do(PutRoutingRule(name="Late", team="logistics", category="logistics"), by="ada")
    shop.do(PutRoutingRule(name="Money", team="after-sales", keywords=("退款",)), by="ada")
    shop.do(PutRoutingRule(name="Late", team="logistics", kind=Kind.SERVICE), by="ada")
    late, money = rules(shop)
    assert (late.position, late.kind, late.category) == (1, Kind.SERVICE, None)
    assert (money.position, money.keywords) == (2, ("退款",))
    with pytest.raises(Refused, match="so already"):
        shop.do(PutRoutingRule(name="Late", team="logistics", kind=Kind.SERVICE), by="ada")


def test_a_rule_is_taken_away_once(shop: Shop) -> None:
    shop.do(PutRoutingRule(name="Late", team="logistics"), by="ada")
    shop.do(RemoveRoutingRule(name="Late"), by="ada")
    assert rules(shop) == []
    with pytest.raises(Unknown, match="Late"):
        shop.do(RemoveRoutingRule(name="Late"), by="ada")


def test_only_who_sets_the_desk_up_sets_rules(shop: Shop) -> None:
    with pytest.raises(Refused, match="set-up"):
        shop.do(PutRoutingRule(name="Late", team="logistics"), by="lena")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": " "}, "name"),
        ({"team": "nobody"}, "nobody"),
        ({"category": "gardening"}, "gardening"),
        ({"position": 0}, "position 0"),
        ({"keywords": ("refund", " ")}, "keyword"),
        ({"keywords": tuple(map(str, range(51)))}, "50"),
        ({"skill": "A b"}, "A b"),
        ({"skill": "refund", "skill_level": 4}, "level 4"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused_in_words(
    shop: Shop, fields: dict[str, Any], said: str
) -> None:
    intent: dict[str, Any] = {"name": "Late", "team": "logistics"}
    with pytest.raises(BadInput, match=said):
        shop.desk.do(PutRoutingRule(**(intent | fields)), by=ADMIN)
    assert rules(shop) == []
