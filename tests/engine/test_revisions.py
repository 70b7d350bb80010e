"""The wordings of an article by the log, and a ticket told as a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.db.samples import NOON, article
from tuiticket.engine.model.article import Article, ArticleCheck
from tuiticket.engine.model.event import Change, Event, How
from tuiticket.engine.rules.case_study import MASK, case_text, without
from tuiticket.engine.rules.revisions import difference, revisions, stale

WORDS = st.text("ab\n", min_size=1, max_size=8)


def _event(number: int, **fields: list[object]) -> Event:
    how = How.ADDED if number == 1 else How.CHANGED
    changes = (Change("Article", 7, how, fields), Change("Article", 8, how, {"title": ["", "no"]}))
    return Event(
        id=number, act=number, at=NOON, actor="alice", via="cli", kind="article.changed",
        ticket_id=None, data={}, changes=changes,
    )  # fmt: skip


@given(bodies=st.lists(WORDS, min_size=1, max_size=6))
def test_every_wording_is_there_again(bodies: list[str]) -> None:
    bodies = [body for body, _same in groupby(bodies)]
    events = [_event(1, title=[None, "T"], body=[None, bodies[0]])]
    events += [
        _event(number, body=[before, after])
        for number, (before, after) in enumerate(pairwise(bodies), 2)
    ]
    found = list(revisions(events, 7))
    assert [each.body for each in found] == bodies
    assert [each.number for each in found] == list(range(1, len(bodies) + 1))
    assert {each.title for each in found} == {"T"}


def test_what_changes_no_word_is_no_wording() -> None:
    events = [_event(1, title=[None, "T"], body=[None, "x"]), _event(2, kind=["faq", "case"])]
    assert len(list(revisions(events, 7))) == 1
    assert list(revisions(events, 9)) == []


def test_an_article_that_was_removed_and_brought_back_has_no_further_wording() -> None:
    events = [_event(1, title=[None, "T"], body=[None, "x"])]
    gone = Change("Article", 7, How.REMOVED, {"title": ["T", None], "body": ["x", None]})
    events += [replace(events[0], id=2, changes=(gone,)), replace(events[0], id=3)]
    assert [each.event for each in revisions(events, 7)] == [1]


def test_a_difference_shows_what_went_and_what_came() -> None:
    events = [_event(1, title=[None, "T"], body=[None, "one\ntwo"]), _event(2, body=["", "one\n3"])]
    first, second = revisions(events, 7)
    lines = [f"{line.sign}{line.text}" for line in difference(first, second)]
    assert lines == [" T", " ", " one", "-two", "+3"]
    assert difference(first, first) == ()


def test_what_nobody_changed_for_long_is_listed_the_most_used_first() -> None:
    def known(id_: int, days: int, uses: int) -> Article:
        at = NOON - timedelta(days=days)
        return article("x", "y", id=id_, updated_at=at, uses=uses)

    articles = [known(1, 10, 5), known(2, 90, 1), known(3, 91, 7), known(4, 89, 9)]
    assert [a.id for a in stale(articles, [], NOON, 90)] == [3, 2]
    checks = [ArticleCheck(article_id=3, author="alice", at=NOON - timedelta(days=1))]
    assert [a.id for a in stale(articles, checks, NOON, 90)] == [2]


def test_a_case_does_not_name_its_customer() -> None:
    text = case_text(
        "I am WANG FANG, wang@example.cn, order A-88213", ["Dear Wang Fang, done", " "],
        "Wang Fang", ["wang@example.cn", "A-88213", "", "x"], "en",
    )  # fmt: skip
    assert text == (
        f"## Question\n\nI am {MASK}, {MASK}, order {MASK}\n\n## Answer\n\nDear {MASK}, done"
    )
    assert case_text("问", ["答"], "", [], "zh") == "## 问题\n\n问\n\n## 解决办法\n\n答"


@pytest.mark.parametrize(
    ("name", "said", "left"),
    [
        ("Margaret Aldous", "Dear Ms Aldous, thanks. – M. Aldous", "Dear …, thanks. – M. …"),
        ("Margaret Aldous", "Hi margaret aldous / MARGARET", "Hi … / …"),
        ("Li Wu", "Hello Mr. Wu, a wuthering lid", "Hello …, a wuthering lid"),
        ("April May", "May I ask? It may come in April.", "… I ask? It may come in …."),
        ("王小芳", "王女士您好，小芳收到了，王府井的店", "…您好，…收到了，王府井的店"),
        ("李雷", "李先生，李雷，雷雨天", "…，…，雷雨天"),
        ("林雅 Alice Lin", "林小姐 / Alice / Mrs Lin", "… / … / …"),
        ("深圳启木家居有限公司", "您好", "您好"),
    ],
)
def test_nor_is_it_named_in_part(name: str, said: str, left: str) -> None:
    assert without(said, name, []) == left


_WORDS = st.text("ab@.* ", max_size=5)


@given(text=st.text(max_size=60), name=_WORDS, names=st.lists(_WORDS, max_size=4))
def test_no_name_is_left(text: str, name: str, names: list[str]) -> None:
    left = without(text, name, names)
    assert not any(len(n.strip()) > 1 and n.strip() in left for n in (name, *names))
