"""`tuiticket canned`, and answering with one."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import CommandLine
from tuiticket.cli.setting_up import make_desk
from tuiticket.engine.rules.starters import CANNED


def test_one_is_kept_listed_shown_and_removed(say: CommandLine) -> None:
    say.done("canned", "put", "hello", "--name", "Greeting", "--body", "Hello {customer}")
    kept = say.done("canned", "put", "hello", "--language", "zh", "--body", "-", "--json",
                    stdin="{customer},您好").object  # fmt: skip
    assert kept == {
        "key": "hello",
        "name": "Greeting",
        "bodies": {"en": "Hello {customer}", "zh": "{customer},您好"},
        "team": None,
        "position": 1,
        "uses": 0,
    }
    assert say.done("canned", "list", "--json").object == kept
    assert "hello  en zh" in say.done("canned", "list").out
    assert "[zh]" in say.done("canned", "show", "hello").out
    say.done("canned", "remove", "hello")
    assert say.done("canned", "list", "--json").objects == []
    assert "no canned reply “hello”" in say.refused("canned", "show", "hello")


def test_it_is_filled_in_for_a_ticket(say: CommandLine) -> None:
    say.done("canned", "put", "hello", "--body", "Hello {customer}, {agent} on {number} {order}")
    number = say.ticket(name="{agent} Wang")
    shown = say("canned", "show", "hello", "--for", number)
    assert shown.out == f"Hello {{agent}} Wang, Ada on {number} {{order}}\n"
    assert shown.err == "There is nothing for {order}: the order's number.\n"
    data = say.done("canned", "show", "hello", "--for", number, "--json").object
    assert data["unfilled"] == ["order"]
    assert "nothing for {order}" in say.refused(
        "ticket", "reply", number, "--canned", "hello", code=1
    )
    say.done("ticket", "set", number, "--order", "88213")
    say.done("ticket", "reply", number, "--canned", "hello")
    said = say.done("ticket", "show", number, "--json").object["messages"][-1]
    assert said["text"] == f"Hello {{agent}} Wang, Ada on {number} 88213"
    assert say.done("canned", "list", "--json").object["uses"] == 1


def test_what_is_wrong_is_said(say: CommandLine) -> None:
    assert "no variable “{name}”" in say.refused("canned", "put", "x", "--body", "{name}")
    assert "Nothing to set" in say.refused("canned", "put", "x")
    number = say.ticket()
    assert "not said what to answer" in say.refused("ticket", "reply", number)
    say.done("canned", "put", "x", "--body", "x")
    assert "no ticket 7" in say.refused("canned", "show", "x", "--for", 7)


def test_a_new_desk_begins_with_some(say: CommandLine, tmp_path: Path) -> None:
    make_desk(str(tmp_path / "new.db"), name="Shop", login="ada", zone="UTC")
    say.file = tmp_path / "new.db"
    keys = [one["key"] for one in say.done("canned", "list", "--json").objects]
    assert keys == [canned.key for canned in CANNED]
