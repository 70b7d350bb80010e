"""`tuiticket ticket draft`."""

from __future__ import annotations

from tests.cli.conftest import CommandLine


def test_what_is_begun_is_kept_shown_and_thrown_away(say: CommandLine) -> None:
    number = say.ticket()
    (kept,) = say.done("ticket", "draft", number, "--body", "Dear", "--json").objects
    assert (kept["number"], kept["kind"], kept["text"]) == (number, "reply", "Dear")
    say.done("ticket", "draft", number, "--note", "--body", "-", stdin="Ask Bo\nfirst")
    told = say.done("ticket", "draft", number).out.splitlines()
    assert [line for line in told if line.startswith("  ")] == ["  Dear", "  Ask Bo", "  first"]
    say.done("ticket", "draft", number, "--body", "Dear Wang")
    shown = say.done("ticket", "show", number, "--json").object["drafts"]
    assert [(one["kind"], one["text"]) for one in shown] == [
        ("reply", "Dear Wang"),
        ("note", "Ask Bo\nfirst"),
    ]
    page = say.done("ticket", "show", number).out
    assert "Not sent yet: internal note" in page
    assert "Dear Wang" not in say.done("ticket", "show", number, login="bo").out, "it is private"
    say.done("ticket", "draft", number, "--discard")
    assert [one["kind"] for one in say.done("ticket", "draft", number, "--json").objects] == [
        "note"
    ]


def test_what_makes_no_draft_is_told(say: CommandLine) -> None:
    number = say.ticket()
    assert "You have no draft" in say.done("ticket", "draft", number).out
    assert "--discard" in say.refused("ticket", "draft", number, "--body", "  ")
    assert "Either" in say.refused("ticket", "draft", number, "--body", "x", "--discard")
    assert "no draft" in say.refused("ticket", "draft", number, "--note", "--discard")
    assert "no ticket 77" in say.refused("ticket", "draft", 77)
