"""`tuiticket ticket watch · link · snooze · follow-up · spam · seen`."""

from __future__ import annotations

from tests.cli.conftest import CommandLine


def numbers(say: CommandLine, *query: str) -> list[int]:
    """The tickets a query finds."""
    return [one["number"] for one in say.done("ticket", "list", *query, "--json").objects]


def test_watching(say: CommandLine) -> None:
    number = say.ticket()
    say.done("ticket", "watch", number, login="bo")
    assert "Watched by: Bo" in say.done("ticket", "show", number).out
    assert say.done("ticket", "show", number, "--json").object["watchers"] == ["bo"]
    say.done("ticket", "unwatch", number, login="bo")
    assert say.done("ticket", "show", number, "--json").object["watchers"] == []


def test_linking(say: CommandLine) -> None:
    one, two = say.ticket(), say.ticket()
    say.done("ticket", "link", one, two, "--duplicate")
    assert f"Linked: #{two} says the same" in say.done("ticket", "show", one).out
    shown = say.done("ticket", "show", two, "--json").object
    assert shown["links"] == [{"number": one, "kind": "duplicate", "ours": False}]
    assert set(numbers(say, "has:link")) == {one, two}
    say.done("ticket", "unlink", two, one)
    assert numbers(say, "has:link") == []
    assert "not linked" in say.refused("ticket", "unlink", one, two, code=1)


def test_snoozing(say: CommandLine) -> None:
    number = say.ticket()
    (one,) = say.done("ticket", "snooze", number, "--in", "2h", "--json").objects
    assert one["snoozed_until"] is not None
    assert numbers(say) == []
    assert numbers(say, "is:snoozed") == [number]
    assert "Snoozed until" in say.done("ticket", "show", number).out
    say.done("ticket", "wake", number)
    assert numbers(say) == [number]
    (one,) = say.done("ticket", "snooze", number, "--until", "2099-01-02", "--json").objects
    assert one["snoozed_until"] == "2099-01-02T01:00:00Z"
    assert "is past" in say.refused("ticket", "snooze", number, "--until", "2020-01-02T14:00")


def test_a_time_is_asked_for_in_words(say: CommandLine) -> None:
    number = say.ticket()
    assert "not said when" in say.refused("ticket", "snooze", number)
    assert "not said when" in say.refused(
        "ticket", "snooze", number, "--in", "1h", "--until", "2099-01-01"
    )
    assert "--until takes no “soon”" in say.refused("ticket", "snooze", number, "--until", "soon")
    assert "--in takes no “soon”" in say.refused("ticket", "snooze", number, "--in", "soon")
    assert "ten years" in say.refused("ticket", "snooze", number, "--in", "999999d")


def test_following_up(say: CommandLine) -> None:
    number = say.ticket()
    (one,) = say.done("ticket", "follow-up", number, "--at", "2099-01-02T10:00", "--json").objects
    assert one["follow_up_at"] == "2099-01-02T02:00:00Z"
    assert numbers(say, "follow-up:>today") == [number]
    assert "Follow-up: 2099-01-02 10:00" in say.done("ticket", "show", number).out
    assert "--done" in say.refused("ticket", "follow-up", number, "--done", "--in", "2h")
    say.done("ticket", "follow-up", number, "--done")
    assert numbers(say, "follow-up:>today") == []
    assert "followed up" in say.done("log", "show", number).out


def test_spam(say: CommandLine) -> None:
    one, two = say.ticket(), say.ticket()
    say.done("ticket", "spam", one, two)
    assert numbers(say) == []
    assert set(numbers(say, "is:spam")) == {one, two}
    assert "spam" in say.done("ticket", "list", "is:spam").out
    say.done("ticket", "spam", "--not", one)
    assert numbers(say) == [one]
    assert say.done("doctor").out == "Everything is as it should be.\n"


def test_what_is_unread(say: CommandLine) -> None:
    number = say.ticket()
    say.done("ticket", "take", number)
    assert numbers(say, "is:unread") == [number]
    assert say.done("ticket", "show", number, "--json").object["unread"] is True
    say.done("ticket", "seen", number)
    assert numbers(say, "is:unread") == []
    say.done("ticket", "note", number, "--body", "look", login="bo")
    assert numbers(say, "is:unread") == [number]


def test_hints_are_told_with_their_reasons(say: CommandLine) -> None:
    number = say.ticket(body="It caught fire this morning")
    hints = say.done("ticket", "show", number, "--json").object["hints"]
    assert hints == {"kind": None, "priority": {"priority": "urgent", "words": ["caught fire"]}}
    assert "caught fire" in say.done("sla", "explain", number).out
