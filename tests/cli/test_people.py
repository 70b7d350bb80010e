"""`tuiticket agent · team · category`: who is there, and where work goes."""

from __future__ import annotations

from tests.cli.conftest import CommandLine


def test_an_account_is_opened_changed_and_listed(say: CommandLine) -> None:
    made = say.done(
        "agent", "add", "emil", "--name", "Emil", "--role", "lead", "--mail", "Emil@Shop.example",
        "--capacity", "4", "--team", "logistics", "--team", "after-sales", "--json",
    ).object  # fmt: skip
    assert made == {
        "login": "emil", "name": "Emil", "role": "lead", "mail": "emil@shop.example",
        "available": True, "capacity": 4, "load": 0, "acting": 0, "waiting": 0,
        "teams": ["logistics", "after-sales"], "skills": {}, "calendar": None, "on_shift": True,
        "away_note": "",
    }  # fmt: skip
    changed = say.done(
        "agent", "set", "emil", "--role", "agent", "--capacity", "5", "--json"
    ).object
    assert (changed["role"], changed["capacity"], changed["name"]) == ("agent", 5, "Emil")
    listed = {one["login"]: one for one in say.done("agent", "list", "--json").objects}
    assert listed["emil"] == changed
    assert "emil" in say.done("agent", "list").out
    assert "makes no sense" in say.refused("agent", "set", "emil", "--capacity", "0")
    assert "Nothing to set was named." in say.refused("agent", "set", "emil")
    assert "Did you mean supervisor?" in say.refused("agent", "set", "emil", "--role", "supervsor")


def test_an_agent_carries_what_is_theirs(say: CommandLine) -> None:
    number = say.ticket()
    say.done("ticket", "take", number, login="chen")
    listed = {one["login"]: one for one in say.done("agent", "list", "--json").objects}
    assert (listed["chen"]["acting"], listed["chen"]["load"]) == (1, 1)
    say.done("ticket", "reply", number, "--body", "x", "--then", "waiting-customer", login="chen")
    listed = {one["login"]: one for one in say.done("agent", "list", "--json").objects}
    assert (listed["chen"]["waiting"], listed["chen"]["load"]) == (1, 0.25)


def test_one_says_oneself_away_and_back(say: CommandLine) -> None:
    assert say.done("agent", "away", login="alice").out == "alice is away.\n"
    assert "alice is away already" in say.refused("agent", "away", "alice", code=1, login="alice")
    say.done("agent", "away", "bo")
    number = say.done("call", "13800138000", "x", "--team", "after-sales", "--json").object[
        "number"
    ]
    back = say.done("agent", "back", "--json", login="alice").object
    assert (back["available"], back["acting"]) == (True, 1)
    assert say.done("ticket", "show", number, "--json").object["owner"] == "alice"
    say.refused("agent", "away", "alice", code=1, login="bo")


def test_a_team_is_set_up_changed_and_listed(say: CommandLine) -> None:
    made = say.done(
        "team", "add", "finance", "--name", "Finance", "--name-zh", "财务", "--by-hand", "--lead",
        "lena", "--sister", "logistics", "--json",
    ).object  # fmt: skip
    assert made == {
        "key": "finance", "name": "Finance", "name_zh": "财务", "automatic": False, "lead": "lena",
        "sister": "logistics", "accept_seconds": None, "overflow": [], "members": [],
    }  # fmt: skip
    joined = say.done("team", "join", "finance", "alice", "bo", "--json").object
    assert joined["members"] == ["alice", "bo"]
    assert "in the team finance already" in say.refused("team", "join", "finance", "bo", code=1)
    assert say.done("team", "leave", "finance", "bo", "--json").object["members"] == ["alice"]
    changed = say.done("team", "set", "finance", "--automatic", "--json").object
    assert (changed["automatic"], changed["name"]) == (True, "Finance")
    assert "Nothing to set was named." in say.refused("team", "set", "finance")
    assert changed in say.done("team", "list", "--json").objects
    assert "财务" in say.done("team", "list", "--lang", "zh_CN").out


def test_a_category_is_added_and_listed(say: CommandLine) -> None:
    made = say.done(
        "category", "add", "payment/refund", "--name", "Refund", "--name-zh", "退款", "--team",
        "after-sales", "--json",
    ).object  # fmt: skip
    assert made == {
        "key": "payment/refund", "name": "Refund", "name_zh": "退款", "team": "after-sales",
        "skill": None, "level": None,
    }  # fmt: skip
    assert "exists already" in say.refused("category", "add", "payment/refund")
    listed = [branch["key"] for branch in say.done("category", "list", "--json").objects]
    assert listed == ["logistics", "logistics/delay", "payment/refund"]
    assert "after-sales" in say.done("category", "list").out
    line = say.done("call", "13800138000", "x", "--category", "payment/refund", "--json").object
    assert line["team"] == "after-sales"
