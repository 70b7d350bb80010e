"""`tuiticket inbox` and `tuiticket tell`."""

from __future__ import annotations

from tests.cli.conftest import CommandLine


def test_a_word_to_a_colleague_is_read_and_then_seen(say: CommandLine) -> None:
    number = say.ticket("Lamp broken")
    say.done("tell", "bo", "Can you take this?", "--ticket", number, login="chen")
    say.done("tell", "bo", "-", stdin="Two\nlines", login="chen")
    newest, oldest = say.done("inbox", "--json", login="bo").objects
    assert list(newest) == ["id", "at", "about", "by", "number", "subject", "said", "seen_at"]
    assert (newest["said"], newest["number"], newest["by"]) == ("Two lines", None, "chen")
    assert (oldest["said"], oldest["subject"]) == ("Can you take this?", "Lamp broken")
    page = say.done("inbox", "--seen", login="bo").out
    assert f"Chen  #{number}  Can you take this? · Lamp broken" in page
    empty = say("inbox", login="bo")
    assert (empty.code, empty.out, empty.err) == (0, "", "Nothing new.\n")
    again = say.done("inbox", "--all", "--json", login="bo").objects
    assert all(one["seen_at"] for one in again)
    assert say.done("inbox", "--all", "--limit", 1, "--json", login="bo").object == again[0]


def test_what_a_watcher_is_told(say: CommandLine) -> None:
    number = say.ticket()
    say.done("ticket", "watch", number, login="bo")
    say.done("ticket", "note", number, "--body", "hello", login="chen")
    told = say.done("inbox", "--json", login="bo").object
    assert (told["about"], told["said"], told["by"]) == (
        "watched",
        "added an internal note",
        "chen",
    )


def test_what_cannot_be_told_is_refused(say: CommandLine) -> None:
    assert "login “nobody”" in say.refused("tell", "nobody", "x")
    assert "The text is empty" in say.refused("tell", "bo", " ")
    assert "no ticket 7" in say.refused("tell", "bo", "x", "--ticket", 7)
