"""What is suggested for a ticket, and the reasons given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.db.samples import NOON, article, customer, message, ticket, write_events
from tuiticket.db.store import SqlStore
from tuiticket.engine.model.article import ArticleLink, ArticleLinkKind
from tuiticket.engine.model.suggestion import Suggestion
from tuiticket.engine.model.ticket import State, Ticket


@pytest.fixture(name="shop")
def _shop(store: SqlStore) -> SqlStore:
    """A desk with three articles, two solved tickets and an open one."""
    solved = {"state": State.SOLVED, "solved_at": NOON}
    with store.transaction() as tx:
        tx.insert(customer("x"))
        tx.insert(article("Flickering lamps", "Tighten the bulb. A dimmer may hum."))
        tx.insert(article("Refund times", "A refund takes three days."))
        tx.insert(article("灯具闪烁", "请拧紧灯泡。", language="zh"))
        tx.insert(ticket(1, subject="Lamp flickers", **solved))
        tx.insert(message(1, "The lamp flickers with my dimmer"))
        tx.insert(ticket(2, subject="Refund", **solved))
        tx.insert(message(2, "Where is my refund"))
        tx.insert(ticket(3, subject="Lamp trouble", language="en"))
        tx.insert(message(3, "It flickers when I use a dimmer, says my aunt"))
        tx.insert(ticket(4, subject="Lamp flickers, dimmer hums"))
    return store


def _of(store: SqlStore, number: int) -> list[Suggestion]:
    with store.reading() as reading:
        return reading.suggestions(number, 3)


def test_articles_and_solved_tickets_come_with_the_words_in_both(shop: SqlStore) -> None:
    first, *others = _of(shop, 3)
    assert first.article is not None
    assert first.article.title == "Flickering lamps"
    assert set(first.words) >= {"flickers", "dimmer"}
    (similar,) = [each for each in others if each.ticket]
    assert similar.ticket == 1
    assert set(similar.words) == {"lamp", "flickers", "dimmer"}


def test_neither_the_ticket_itself_nor_one_still_open_is_suggested(shop: SqlStore) -> None:
    assert {each.ticket for each in _of(shop, 3)} == {None, 1}
    with shop.transaction() as tx:
        found = tx.get(Ticket, 4)
        assert found is not None
        tx.update(replace(found, state=State.SPAM))
    assert 4 not in {each.ticket for each in _of(shop, 3)}


def test_what_helped_on_a_similar_ticket_comes_first(shop: SqlStore) -> None:
    """Fails where only the words of the articles count."""
    assert _of(shop, 3)[0].sent_on == ()
    with shop.transaction() as tx:
        for _ in range(2):
            write_events(tx, ("alice", "message.sent", {"ticket": 1, "articles": [3]}))
    first = _of(shop, 3)[0]
    assert first.article is not None
    assert (first.article.id, first.sent_on) == (3, (1,))


def test_a_ticket_without_words_has_no_suggestions(shop: SqlStore) -> None:
    with shop.transaction() as tx:
        tx.insert(ticket(9, subject="???"))
    assert _of(shop, 9) == []
    assert _of(shop, 404) == []


def test_a_short_complaint_finds_the_article_by_other_words_for_the_same(shop: SqlStore) -> None:
    with shop.transaction() as tx:
        tx.insert(article("丢件处理", "三天没有物流就按丢件,没到就补发。", language="zh"))
        tx.insert(article("退款时效", "原路退回,一到五个工作日入账。", language="zh"))
        tx.insert(ticket(11, subject="退款三天没到账", language="zh"))
        tx.insert(ticket(12, subject="什么时候还钱", language="zh"))
    titled = {number: _of(shop, number)[0] for number in (11, 12)}
    assert [each.title for each in titled.values()] == ["退款时效", "退款时效"]
    assert titled[11].words == ("退款",)
    assert titled[11].alike == (("没到账", "入账"),)
    assert (titled[12].words, titled[12].alike) == ((), (("还钱", "退款"),))


def test_no_word_is_told_twice_nor_as_part_of_another(shop: SqlStore) -> None:
    with shop.transaction() as tx:
        tx.insert(article("退款到账慢", "退款到账慢怎么办,到账慢。", language="zh"))
        tx.insert(ticket(13, subject="退款到账慢", language="zh"))
    (first, *_) = _of(shop, 13)
    told = [*first.words, *(said for said, _ in first.alike)]
    assert "".join(told).count("到账") == 1


def test_an_article_comes_in_the_customers_language_and_once(shop: SqlStore) -> None:
    pair = ArticleLink(article_id=1, other_id=3, kind=ArticleLinkKind.TRANSLATION)
    with shop.transaction() as tx:
        tx.insert(pair)
        found = tx.get(Ticket, 3)
        assert found is not None
        tx.update(replace(found, language="zh"))
    articles = [each.article.id for each in _of(shop, 3) if each.article]
    assert articles[0] == 3
    assert 1 not in articles
