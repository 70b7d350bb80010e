"""`tuiticket ticket suggest`: articles and solved tickets, with reasons."""

from __future__ import annotations

from tests.cli.conftest import CommandLine


def test_what_may_help_is_told_with_its_reasons(say: CommandLine) -> None:
    say.done("kb", "add", "--title", "Flickering lamps", "--body", "Tighten the bulb")
    solved = say.ticket("Lamp flickers badly")
    say.done("ticket", "solve", solved)
    number = say.ticket("My lamp flickers, badly so")
    article, ticket = say.done("ticket", "suggest", number, "--json").objects
    assert (article["article"], article["ticket"], article["uses"]) == (1, None, 0)
    assert (ticket["article"], ticket["ticket"]) == (None, solved)
    assert ticket["words"] == ["lamp", "flickers", "badly"]
    told = say.done("ticket", "suggest", number).out
    assert "KB-1 Flickering lamps" in told
    assert "the rare words in both: lamp, flickers, badly" in told
    assert "    the words in both: lamp, flickers\n" in told


def test_without_anything_it_says_so(say: CommandLine) -> None:
    number = say.ticket("Hello")
    answer = say("ticket", "suggest", number)
    assert (answer.code, answer.out, answer.err) == (0, "", "Nothing is known that may help.\n")
    assert "There is no ticket 999" in say.refused("ticket", "suggest", "999")
