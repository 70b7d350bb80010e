"""The knowledge base is asked by people who do not know its words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from tests.db.samples import NOON, article
from tuiticket.adapters.stems import stem
from tuiticket.db.store import SqlStore, open_store
from tuiticket.demo.articles import load_articles
from tuiticket.demo.letters import Half, load_questions
from tuiticket.engine.model.article import Article


@pytest.fixture(name="library", scope="module")
def _library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlStore]:
    """A desk with the sample shop's articles in both languages; not to be written to."""
    path = tmp_path_factory.mktemp("library") / "desk.db"
    with closing(open_store(path, stem=stem, durable=False)) as store:
        with store.transaction() as tx:
            for page in load_articles():
                tx.insert(
                    Article(
                        title=page.title,
                        body=page.body,
                        kind=page.kind,
                        language=page.language,
                        source=page.name,
                        asked_as=page.asked_as,
                        updated_at=NOON,
                    )
                )
        yield store


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_article_that_answers_is_among_the_first_five(library: SqlStore, language: str) -> None:
    """Of all questions, also those that nothing was tuned on."""
    asked = [each for half in Half for each in load_questions(half) if each.language == language]
    with library.reading() as reading:
        missed = [
            each.id
            for each in asked
            if f"{each.article}.{language}.md"
            not in {hit.article.source for hit in reading.articles(f"{each.question} ", 5)}
        ]
    assert len(asked) == 120
    assert len(missed) <= 0.15 * len(asked), missed


def _titles(store: SqlStore, question: str) -> list[str]:
    with store.reading() as reading:
        return [hit.article.title for hit in reading.articles(f"{question} ", 5)]


def test_an_article_is_found_by_another_word_for_the_same_matter(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.insert(article("Refund times", "Three to five working days.", language="en"))
        tx.insert(article("Opening hours", "Monday to Friday.", language="en"))
        tx.insert(article("配送范围", "全国。", language="zh"))
        tx.insert(article("退款时效", "三到五个工作日。", language="zh"))
    assert _titles(store, "I want my money back")[:2] == ["Refund times", "退款时效"]
    assert _titles(store, "什么时候还钱")[:2] == ["退款时效", "Refund times"]


def test_the_word_as_typed_counts_more_than_one_that_stands_for_it(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.insert(article("Sofa covers", "For every settee.", language="en"))
        tx.insert(article("Couch covers", "For every settee.", language="en"))
    assert _titles(store, "couch cover") == ["Couch covers", "Sofa covers"]


def test_an_article_is_found_by_what_it_is_also_asked_as(store: SqlStore) -> None:
    with store.transaction() as tx:
        known = tx.insert(article("Standing desk E05", "Unplug it.", language="en"))
        tx.insert(article("Opening hours", "Monday.", language="en"))
    assert _titles(store, "lopsided") == []
    with store.transaction() as tx:
        tx.update(replace(known, asked_as=("it is lopsided",)))
    assert _titles(store, "lopsided") == ["Standing desk E05"]


def test_a_question_of_nothing_but_common_words_is_still_asked(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.insert(article("How to tell", "A text.", language="en"))
        tx.insert(article("怎么办", "说明", language="zh"))
    assert _titles(store, "how") == ["How to tell"]
    assert _titles(store, "怎么办") == ["怎么办"]


def test_where_nothing_holds_all_words_the_articles_come_near(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.insert(article("Refund times", "Three to five working days.", language="en"))
        tx.insert(article("Opening hours", "Monday.", language="en"))
    with store.reading() as reading:
        found = reading.search("when do I get my money back", 20)
        assert (found.near, found.total) == (True, 0)
        assert [hit.title for hit in found.hits] == ["Refund times"]
        for words in ("xylophone", "subject:money", "money -days", "蘑菇"):
            nothing = reading.search(words, 20)
            assert (nothing.near, nothing.hits) == (False, ())
        assert not reading.search("refund times", 20).near


def test_the_words_an_article_has_for_the_same_are_marked_in_it(store: SqlStore) -> None:
    body = "Sundays we are closed. Whoever sends a lamp back gets a refund in three days."
    with store.transaction() as tx:
        tx.insert(article("Refund times", body, language="en"))
    with store.reading() as reading:
        for question in ("I want my money back ", "还钱 ", "refu"):
            (hit,) = reading.articles(question, 5)
            assert [hit.snippet[a:b] for a, b in hit.marks] == ["refund"], question
