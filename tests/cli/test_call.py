"""`tuiticket call`: a contact in one line, answered or not."""

from __future__ import annotations

from tests.cli.conftest import CommandLine


def test_an_answered_call_is_solved_and_kept_with_its_length(say: CommandLine) -> None:
    line = say.done(
        "call", "13800138000", "Do you open on Sunday?", "--answer", "Yes, from ten", "--seconds",
        "42", "--name", "陈立", "--json",
    ).object  # fmt: skip
    assert (line["state"], line["channel"], line["customer"]) == ("solved", "phone", "陈立")
    known = say.done("ticket", "show", line["number"], "--json").object
    said = [(m["direction"], m["text"], m["seconds"]) for m in known["messages"]]
    assert said == [("in", "Do you open on Sunday?", 42), ("out", "Yes, from ten", None)]


def test_an_open_call_is_handed_out(say: CommandLine) -> None:
    line = say.done("call", "13800138000", "灯不亮", "--kind", "complaint", "--json").object
    assert (line["state"], line["team"], line["language"]) == ("new", "after-sales", "zh")
    assert line["owner"] in ("alice", "bo")


def test_the_number_finds_the_customer_again(say: CommandLine) -> None:
    say.done("call", "+86 138 0013 8000", "One", "--name", "陈立")
    assert say.done("call", "138-0013-8000", "Two", "--json").object["customer"] == "陈立"


def test_a_call_is_something_that_happens_now(say: CommandLine) -> None:
    told = say.refused("call", "a@example.com", "x", "--channel", "mail")
    assert "A call is recorded for phone, walk-in or chat" in told
    assert "cannot be negative" in say.refused("call", "a@example.com", "x", "--seconds", "-1")
