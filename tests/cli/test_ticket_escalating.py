"""`tuiticket ticket escalate`."""

from __future__ import annotations

from tests.cli.conftest import CommandLine


def test_the_priority_goes_up_and_the_log_says_why(say: CommandLine) -> None:
    number = say.ticket(team="logistics")
    done = say.done("ticket", "escalate", number, "--reason", "angry", "--json", login="chen")
    assert done.object["priority"] == "high"
    assert "escalated it: angry" in say.done("log", "show", number).out
    say.done("undo", login="chen")
    assert say.done("ticket", "show", number, "--json").object["priority"] == "normal"


def test_without_a_reason_nothing_happens(say: CommandLine) -> None:
    number = say.ticket(team="logistics")
    assert "reason" in say.refused("ticket", "escalate", number, "--reason", " ", login="chen")
