"""`tuiticket view`, and listing what a view shows."""

from __future__ import annotations

from tests.cli.conftest import CommandLine


def views(say: CommandLine, login: str = "ada") -> dict[str, dict[str, object]]:
    """The views somebody has, by key."""
    return {one["key"]: one for one in say.done("view", "list", "--json", login=login).objects}


def test_a_view_is_kept_counted_used_and_removed(say: CommandLine) -> None:
    number, other = say.ticket(kind="complaint"), say.ticket()
    say.done("view", "put", "angry", "kind:complaint", "-tag:calm", "--name", "Angry", "--shared")
    assert views(say, "bo")["angry"] == {
        "key": "angry",
        "name": "Angry",
        "query": "kind:complaint -tag:calm",
        "whose": "all",
        "count": 1,
        "capped": False,
    }
    shown = say.done("ticket", "list", "--view", "angry", "--json").objects
    assert [one["number"] for one in shown] == [number]
    assert say("ticket", "list", "--view", "angry", other).out == ""
    assert "angry" in say.done("view", "list").out
    say.done("view", "remove", "angry", "--shared")
    assert "angry" not in views(say)


def test_ones_own_are_nobody_elses(say: CommandLine) -> None:
    say.done("view", "put", "mine-too", "owner:me", login="bo")
    assert views(say, "bo")["mine-too"]["whose"] == "mine"
    assert "mine-too" not in views(say, "alice")
    assert "no view “mine-too”" in say.refused(
        "ticket", "list", "--view", "mine-too", login="alice"
    )


def test_those_of_the_desk_are_there_and_stay(say: CommandLine) -> None:
    number = say.ticket()
    say.done("ticket", "snooze", number, "--in", "2h")
    assert views(say)["snoozed"]["count"] == 1
    assert [
        one["number"] for one in say.done("ticket", "list", "--view", "snoozed", "--json").objects
    ]
    assert "there on every desk" in say.refused("view", "put", "late", "state:new")


def test_what_is_wrong_is_said(say: CommandLine) -> None:
    assert "has no value 'nothing'" in say.refused("view", "put", "x", "kind:nothing")
    assert "needs a query" in say.refused("view", "put", "x", "--name", "X")
    assert "keep what all use" in say.refused(
        "view", "put", "x", "state:new", "--shared", code=1, login="bo"
    )
    assert "no view “x”" in say.refused("view", "remove", "x")
