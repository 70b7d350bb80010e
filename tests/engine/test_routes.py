"""Which team a ticket goes to: rules in their order, then category, then kind."""

from __future__ import annotations

from typing import Any

import pytest

from tests.engine.test_promises import ticket
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.order import OrderState
from tuiticket.engine.model.routing import RoutingRule
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Channel, Kind
from tuiticket.engine.rules.routes import Matter, Route, route_for

TREE = {
    1: Category(id=1, key="logistics", name="x", team_id=5, skill="parcels", skill_level=2),
    2: Category(id=2, key="logistics/delay", name="x"),
    3: Category(id=3, key="other/thing", name="x"),
}
SHOP = Settings(name="x", kind_teams={Kind.COMPLAINT: 8})


def rule(name: str = "r", position: int = 1, team: int = 9, **fields: Any) -> RoutingRule:
    return RoutingRule(id=position, name=name, position=position, team_id=team, **fields)


def team_of(*rules: RoutingRule, words: str = "", **fields: Any) -> int | None:
    found = route_for(Matter(ticket(**fields), words), rules, TREE, SHOP)
    return found.team_id if found else None


def test_without_rules_the_nearest_category_says_else_the_kind_else_nobody() -> None:
    assert team_of(category_id=1) == 5
    assert team_of(category_id=2) == 5
    assert team_of(category_id=3) is None
    assert team_of(category_id=3, kind=Kind.COMPLAINT) == 8
    assert team_of() is None


def test_the_first_rule_in_the_shops_order_wins_over_category_and_kind() -> None:
    late, early = rule("late", 2, 11), rule("early", 1, 12, kind=Kind.COMPLAINT)
    assert team_of(late, early, kind=Kind.COMPLAINT, category_id=1) == 12
    assert team_of(late, early, category_id=1) == 11


def test_the_route_tells_what_decided_and_what_skill_it_takes() -> None:
    by_category = route_for(Matter(ticket(category_id=2)), [], TREE, SHOP)
    assert by_category == Route(5, "category", "logistics", "parcels", 2)
    own = rule("money", skill="refund", skill_level=3)
    by_rule = route_for(Matter(ticket(category_id=2)), [own], TREE, SHOP)
    assert by_rule == Route(9, "rule", "money", "refund", 3)
    plain = route_for(Matter(ticket(category_id=2)), [rule("all")], TREE, SHOP)
    assert plain == Route(9, "rule", "all", "parcels", 2)


@pytest.mark.parametrize(
    ("asked", "matter", "fits"),
    [
        ({"channel": Channel.MAIL}, Matter(ticket(channel=Channel.MAIL)), True),
        ({"channel": Channel.MAIL}, Matter(ticket(channel=Channel.PHONE)), False),
        ({"language": "zh"}, Matter(ticket(language="zh")), True),
        ({"language": "zh"}, Matter(ticket(language="en")), False),
        ({"category": "logistics"}, Matter(ticket(category_id=2)), True),
        ({"category": "logistics/delay"}, Matter(ticket(category_id=1)), False),
        ({"category": "logis"}, Matter(ticket(category_id=1)), False),
        ({"category": "logistics"}, Matter(ticket()), False),
        ({"order_state": OrderState.PAID}, Matter(ticket(), "", OrderState.PAID), True),
        ({"order_state": OrderState.PAID}, Matter(ticket()), False),
        ({"customer_tag": "VIP"}, Matter(ticket(), customer_tags=("vip",)), True),
        ({"customer_tag": "vip"}, Matter(ticket(), customer_tags=("vipers",)), False),
        ({"keywords": ("refund", "退款")}, Matter(ticket(subject="想要退款呢")), True),
        ({"keywords": ("refund",)}, Matter(ticket(), "I want a REFUND!"), True),
        ({"keywords": ("refund",)}, Matter(ticket(), "non-refundable"), False),
        ({"keywords": ("c++",)}, Matter(ticket(), "a book on C++, damaged"), True),
        ({"keywords": ("(",)}, Matter(ticket(), "odd :-("), True),
    ],
)
def test_a_rule_matches_what_it_names_and_nothing_less(
    asked: dict[str, Any], matter: Matter, fits: bool
) -> None:
    found = route_for(matter, [rule(**asked)], TREE, SHOP)
    assert (found is not None and found.by == "rule") is fits
