"""`tuiticket search`: words of either language, and nothing is a syntax error."""

from __future__ import annotations

import pytest

from tests.cli.conftest import CommandLine


@pytest.mark.parametrize("words", ["退款", "物", "refunds", "Refund", "退款 物流"])
def test_words_are_found_in_either_language(say: CommandLine, words: str) -> None:
    number = say.ticket("退款三天没到账", body="I want my refund. 退款没到，物流也没有动静")
    say.ticket("Something else", body="Nothing of the kind")
    found = say.done("search", words, "--json").objects
    assert {hit["number"] for hit in found} == {number}
    assert list(found[0])[:6] == ["kind", "number", "article", "title", "snippet", "at"]
    assert list(found[0])[6:] == ["meant", "near"]


def test_articles_are_found_too(say: CommandLine) -> None:
    say.done("kb", "add", "--title", "Refund timing", "--body", "Three days")
    hit = say.done("search", "refund", "--json").object
    assert (hit["kind"], hit["article"], hit["number"]) == ("article", 1, None)
    assert "KB-1 Refund timing" in say.done("search", "refund").out


@pytest.mark.parametrize("words", ["C++", '"open', "a@b.c", "(", "*", "-", "AND", "退款*", "'"])
def test_no_words_are_an_error(say: CommandLine, words: str) -> None:
    answer = say("search", "--", words)
    assert answer.code == 0


def test_nothing_found_says_so(say: CommandLine) -> None:
    answer = say("search", "xyzzy")
    assert (answer.code, answer.out) == (0, "")
    assert "Nothing holds these words." in answer.err


def test_a_slip_of_the_finger_is_told_and_mended(say: CommandLine) -> None:
    number = say.ticket("Refund please", body="I wait for my money")
    answer = say("search", "refnud")
    assert f"#{number}" in answer.out
    assert "Showing refund; you typed refnud." in answer.err
    assert say("search", "refnud", "--json").object["meant"] == "refund"
    assert say.done("search", "refund", "--json").object["meant"] is None


def test_how_many_there_are_is_told(say: CommandLine) -> None:
    for _ in range(3):
        say.ticket("Lamp broken", body="It came in pieces")
    assert say("search", "lamp").err == ""
    assert say("search", "lamp", "--limit", "1").err == "3 found, the first 1 shown.\n"


def test_fields_phrases_and_negation(say: CommandLine) -> None:
    first = say.ticket("Lamp broken", body="The box was open")
    second = say.ticket("Lamp late", body="Where is the box with my lamp")
    say.done("ticket", "note", second, "--body", "lamp is lost, tell them gently")

    def numbers(*words: str) -> list[int]:
        return [hit["number"] for hit in say.done("search", "--json", "--", *words).objects]

    assert numbers("lamp", "-broken") == [second]
    assert numbers("subject:late") == [second]
    assert numbers("in:note", "lamp") == [second]
    assert numbers('"box was"') == [first]
    assert sorted(numbers("bo*")) == [first, second]


def test_where_nothing_holds_the_words_articles_that_come_near_are_told(say: CommandLine) -> None:
    say.done("kb", "add", "--title", "Refund times", "--body", "Three to five days.")
    told = say("search", "where", "is", "my", "money", "back")
    assert told.err == "Nothing holds all these words. These articles come near:\n"
    assert told.out.startswith("KB-1 Refund times\n")
    (hit,) = say.done("search", "where", "is", "my", "money", "back", "--json").objects
    assert (hit["article"], hit["near"]) == (1, True)
