"""The knowledge base of the sample shop."""

from __future__ import annotations

import re
from collections import Counter

from tuiticket.demo.articles import Page, load_articles, load_procedures
from tuiticket.demo.shop import load_shop
from tuiticket.engine.model.article import ArticleKind
from tuiticket.engine.rules.steps import steps_in

PAGES = load_articles()
HAN = re.compile(r"[\u4e00-\u9fff]")


def test_there_are_sixty_and_each_is_there_in_both_languages() -> None:
    assert Counter(page.language for page in PAGES) == {"zh": 60, "en": 60}
    assert len({page.pair for page in PAGES}) == 60


def test_all_three_kinds_occur() -> None:
    assert {page.kind for page in PAGES} == set(ArticleKind)


def test_a_pair_is_one_article_in_both_languages_of_one_kind_and_category() -> None:
    pairs: dict[str, list[Page]] = {}
    for page in PAGES:
        if page.pair:
            pairs.setdefault(page.pair, []).append(page)
    for pages in pairs.values():
        assert sorted(page.language for page in pages) == ["en", "zh"]
        assert len({(page.kind, page.category) for page in pages}) == 1


def test_an_article_belongs_to_a_category_of_the_shop() -> None:
    for page in PAGES:
        assert page.category in {branch.key for branch in load_shop().categories}, page.name


def test_a_checklist_has_the_same_steps_in_both_languages_and_knows_what_it_names() -> None:
    steps: dict[str | None, list[int]] = {}
    names = {page.name for page in PAGES}
    for page in load_procedures():
        steps.setdefault(page.pair, []).append(len(steps_in(page.body)))
        assert set(page.related) <= names
    assert len(steps) >= 4
    assert all(counts == [counts[0]] * 2 and counts[0] >= 5 for counts in steps.values())


def test_an_article_is_as_long_as_one_reads_with_a_customer_waiting() -> None:
    for page in PAGES:
        if page.language == "en":
            assert 80 <= len(page.body.split()) <= 300, page.name
        else:
            assert 150 <= len(HAN.findall(page.body)) <= 600, page.name


def test_an_article_is_in_its_language_and_clean() -> None:
    for page in PAGES:
        assert bool(HAN.search(page.title + page.body)) is (page.language == "zh"), page.name
        assert page.title == page.title.strip(), page.name
        assert not re.search(r"\S {2,}\S", page.body), page.name
        assert "{" not in page.body, page.name
