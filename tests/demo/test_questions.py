"""The questions to the knowledge base: two to each article, all different, split by their rule."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

from tests.demo.test_letters import bigrams, chinese, due_halves, likeness
from tuiticket.demo.articles import load_articles
from tuiticket.demo.letters import Half, Question, load_questions
from tuiticket.engine.rules.safetext import clean

each_language = pytest.mark.parametrize("language", ["zh", "en"])


def questions(language: str, half: Half | None = None) -> list[Question]:
    halves = [half] if half else list(Half)
    found = [each for one in halves for each in load_questions(one) if each.language == language]
    return sorted(found, key=lambda question: question.id)


@each_language
def test_each_article_is_asked_for_once_in_either_half(language: str) -> None:
    articles = {page.pair: 1 for page in load_articles() if page.language == language}
    for half in Half:
        assert Counter(each.article for each in questions(language, half)) == articles


@each_language
def test_a_questions_half_follows_from_its_id(language: str) -> None:
    due = due_halves((each.id, each.article) for each in questions(language))
    assert {each.id: half for half in Half for each in questions(language, half)} == due


@each_language
def test_ids_are_given_once_and_say_the_language(language: str) -> None:
    ids = [each.id for each in questions(language)]
    assert ids == [f"{language}-q{number:03}" for number in range(1, len(ids) + 1)]


@each_language
def test_no_two_questions_are_nearly_the_same(language: str) -> None:
    known = [(each.id, bigrams(each.question)) for each in questions(language)]
    assert not [
        (one, other)
        for (one, mine), (other, theirs) in combinations(known, 2)
        if likeness(mine, theirs) > 0.6
    ]


@each_language
def test_nobody_asks_with_the_title_of_the_article(language: str) -> None:
    titles = {page.pair: page.title for page in load_articles() if page.language == language}
    for each in questions(language):
        asked, title = bigrams(each.question), bigrams(titles[each.article])
        assert likeness(asked, title) < 0.3, each.id


@each_language
def test_questions_are_clean_and_in_their_language(language: str) -> None:
    for each in questions(language):
        assert clean(each.question) == each.question == each.question.strip(), each.id
        assert "\n" not in each.question, each.id
        assert chinese(each.question) is (language == "zh"), each.id
