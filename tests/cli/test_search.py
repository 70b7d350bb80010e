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
    assert list(found[0]) == ["kind", "number", "article", "title", "snippet", "at"]


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
