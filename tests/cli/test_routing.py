"""`tuiticket routing`, and what else the command line says of assignment."""

from __future__ import annotations

from tests.cli.conftest import CommandLine
from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.calendars import PutCalendar
from tuiticket.engine.model.calendar import ShopCalendar


def test_rules_are_put_listed_and_removed(say: CommandLine) -> None:
    made = say.done(
        "routing", "put", "Money", "--team", "after-sales", "--keyword", "退款", "--keyword",
        "refund", "--kind", "service", "--category", "logistics", "--order-state", "paid",
        "--customer-tag", "vip", "--channel", "mail", "--language", "zh", "--skill", "refund:2",
        "--json",
    ).object  # fmt: skip
    assert made == {
        "position": 1, "name": "Money", "team": "after-sales", "kind": "service",
        "category": "logistics", "keywords": ["退款", "refund"], "order_state": "paid",
        "customer_tag": "vip", "channel": "mail", "language": "zh", "skill": "refund", "level": 2,
    }  # fmt: skip
    say.done("routing", "put", "Rest", "--team", "logistics")
    assert [rule["name"] for rule in say.done("routing", "list", "--json").objects] == [
        "Money",
        "Rest",
    ]
    told = say.done("routing", "list").out
    assert "退款/refund" in told
    assert "refund:2" in told
    say.done("routing", "remove", "Money")
    assert "Rest" in say.done("routing", "list").out
    assert "no routing rule" in say.refused("routing", "remove", "Money")
    assert "nobody" in say.refused("routing", "put", "X", "--team", "nobody")


def test_a_rule_sends_a_ticket_and_its_reason_is_told(say: CommandLine) -> None:
    say.done("routing", "put", "Money", "--team", "after-sales", "--keyword", "退款")
    number = say.done(
        "ticket", "new", "--subject", "我要退款", "--body", "x", "--customer", "a@example.cn",
        "--json",
    ).object["number"]  # fmt: skip
    why = say.done("sla", "explain", number, "--json").object["owner"]
    assert (why["who"], why["team"]) == ("alice", "after-sales")
    assert why["rule"] == {"by": "rule", "name": "Money"}
    assert (why["event"], why["by"]) == ("ticket.assigned", "ada")
    assert [(one["login"], one["verdict"]) for one in why["considered"]] == [
        ("alice", "chosen"),
        ("bo", "had a ticket more recently"),
    ]
    assert "by the rule “Money”" in say.done("sla", "explain", number).out


def test_skills_shift_and_word_left_are_set_and_shown(say: CommandLine) -> None:
    shop = Shop(say.file)
    open_all_week = ShopCalendar(key="all", zone="UTC", week=(((0, 86_400),),) * 7)
    shop.desk.do(PutCalendar(calendar=open_all_week), by=ADMIN)
    shop.close()
    set_ = say.done(
        "agent", "set", "bo", "--skill", "refund:2", "--skill", "audio", "--calendar", "all",
        "--json",
    ).object  # fmt: skip
    assert (set_["skills"], set_["calendar"], set_["on_shift"]) == (
        {"audio": 1, "refund": 2},
        "all",
        True,
    )
    assert "refund:2" in say.done("agent", "list").out
    away = say.done("agent", "away", "bo", "--note", "flu", "--json").object
    assert (away["available"], away["away_note"]) == (False, "flu")
    assert "away: flu" in say.done("agent", "list").out
    cleared = say.done("agent", "set", "bo", "--no-skills", "--calendar", "", "--json").object
    assert (cleared["skills"], cleared["calendar"]) == ({}, None)
    assert "refund:x" in say.refused("agent", "set", "bo", "--skill", "refund:x")


def test_a_team_says_how_soon_and_how_widely(say: CommandLine) -> None:
    words = ("--accept-within", "10m", "--overflow", "25,50,75", "--json")
    made = say.done("team", "set", "after-sales", *words).object
    assert (made["accept_seconds"], made["overflow"]) == (600, [25, 50, 75])
    words = ("--accept-within", "0", "--overflow", "never", "--json")
    made = say.done("team", "set", "after-sales", *words).object
    assert (made["accept_seconds"], made["overflow"]) == (None, [])
    assert "--overflow" in say.refused("team", "set", "after-sales", "--overflow", "soon")


def test_a_ticket_is_stolen_with_a_reason(say: CommandLine) -> None:
    number = say.ticket()
    say.done("ticket", "take", number, login="chen")
    say.done("ticket", "steal", number, "--reason", "I know her", login="dora")
    assert say.done("ticket", "show", number, "--json").object["owner"] == "dora"
    assert "yours already" in say.refused(
        "ticket", "steal", number, "--reason", "x", code=1, login="dora"
    )


def test_a_category_asks_for_a_skill(say: CommandLine) -> None:
    made = say.done("category", "add", "audio", "--skill", "audio:2", "--json").object
    assert (made["skill"], made["level"]) == ("audio", 2)
