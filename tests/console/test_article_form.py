"""Writing the knowledge base at the console, several at once, and what it said before."""

from __future__ import annotations

import pytest

from tests.console.driving import console, press, rows, second, shown, toasts, type_in
from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.articles import EditArticle, PutArticle
from tuiticket.engine.model.article import Article, ArticleDraft, ArticleKind
from tuiticket.screens.article_form import ArticleForm
from tuiticket.screens.knowledge import KnowledgeScreen

BODY = "Refunds take three days.\nAsk the bank after that."


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    """A shop that knows one thing."""
    shop.desk.do(PutArticle(title="Refunds", body=BODY, category="logistics"), by=ADMIN)
    return shop


def article(shop: Shop, number: int = 1) -> Article:
    """An article as it is now."""
    with shop.desk.reading() as reading:
        return reading.find(Article, id=number)[0]


def drafts(shop: Shop) -> list[str]:
    """The texts people have not saved yet."""
    with shop.desk.reading() as reading:
        return [draft.body for draft in reading.all(ArticleDraft)]


async def test_an_article_is_edited_in_place_and_saved(stocked: Shop) -> None:
    async with console(stocked) as sitting:
        await press(sitting, "f5", "e")
        await type_in(sitting, "NB ")
        await press(sitting, "shift+tab")
        await type_in(sitting, "money back; reimburse")
        await press(sitting, "shift+tab", "left", "shift+tab", "shift+tab", "right", "ctrl+s")
        assert isinstance(sitting.app.screen, KnowledgeScreen)
        assert "NB Refunds take" in shown(sitting)
        now = article(stocked)
        assert (now.body, now.kind, now.category_id) == (f"NB {BODY}", ArticleKind.CASE, None)
        assert now.asked_as == ("money back", "reimburse")
        assert drafts(stocked) == []
        await press(sitting, "u")
        assert article(stocked).body == BODY


async def test_a_new_article_is_written_and_stands_under_the_cursor(stocked: Shop) -> None:
    async with console(stocked) as sitting:
        await press(sitting, "f5", "plus", "ctrl+s")
        assert "The title is empty." in toasts(sitting)[-1]
        await type_in(sitting, "Sizes")
        await press(sitting, *["tab"] * 5)
        await type_in(sitting, "Small and large")
        await press(sitting, "ctrl+s")
        assert article(stocked, 2).title == "Sizes"
        assert "Small and large" in shown(sitting)


async def test_what_was_being_written_is_kept_until_it_is_saved_or_discarded(stocked: Shop) -> None:
    async with console(stocked) as sitting:
        await press(sitting, "f5", "e")
        await type_in(sitting, "x")
        await press(sitting, "shift+tab", "y", "escape")
    assert drafts(stocked) == [f"x{BODY}"]
    async with console(stocked) as sitting:
        await press(sitting, "f5", "e")
        assert "Your draft is back." in toasts(sitting)
        assert "xRefunds" in shown(sitting)
        assert any(row.split() == ["also", "asked", "as", "y"] for row in rows(sitting))
        await press(sitting, "f2")
        assert drafts(stocked) == []
        assert article(stocked).body == BODY


async def test_what_others_save_is_seen_at_once_where_one_has_changed_nothing(
    stocked: Shop,
) -> None:
    async with console(stocked) as sitting:
        await press(sitting, "f5", "e")
        stocked.do(EditArticle(article=1, body="Five days."), by="bo")
        await second(sitting)
        assert "Five days." in shown(sitting)
        await type_in(sitting, "Now: ")
        await press(sitting, "ctrl+s")
        assert article(stocked).body == "Now: Five days."


async def test_the_second_to_save_is_shown_what_the_first_changed(stocked: Shop) -> None:
    async with console(stocked) as one, console(stocked, login="bo") as two:
        for sitting, words in ((one, "A "), (two, "B ")):
            await press(sitting, "f5", "e")
            await type_in(sitting, words)
        await press(one, "ctrl+s")
        await second(two)
        assert "alice changed it meanwhile" in rows(two)[0]
        await press(two, "ctrl+s")
        assert "alice changed this since you began:" in shown(two)
        assert "+ A Refunds take three days." in shown(two)
        await press(two, "e")
        assert isinstance(two.app.screen, ArticleForm)
        assert article(stocked).body == f"A {BODY}"
        stocked.do(EditArticle(article=1, title="Refund times"), by="chen")
        await press(two, "ctrl+s", "y")
        assert (article(stocked).title, article(stocked).body) == ("Refunds", f"B {BODY}")
        await second(one)
        assert "B Refunds take" in shown(one)


async def test_wordings_are_compared_and_brought_back(stocked: Shop) -> None:
    stocked.do(EditArticle(article=1, body=BODY.replace("three", "five")))
    async with console(stocked) as sitting:
        await press(sitting, "f5", "v")
        assert "- Refunds take three days." in shown(sitting)
        assert "+ Refunds take five days." in shown(sitting)
        await press(sitting, "space")
        assert "- Refunds" not in shown(sitting)
        await press(sitting, "j")
        assert "Refunds take three days." in shown(sitting)
        await press(sitting, "r")
        assert article(stocked).body == BODY
        assert "3 Refunds" in rows(sitting)[1]
