"""The knowledge base on screen: found while one types, in both languages, read before use."""

from __future__ import annotations

import pytest

from tests.console.driving import (
    Sitting,
    console,
    press,
    rows,
    second,
    settled,
    shown,
    toasts,
    type_in,
)
from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.article_links import LinkArticles
from tuiticket.engine.commands.articles import EditArticle, PutArticle
from tuiticket.engine.knowledge import standing
from tuiticket.engine.model.article import Article, ArticleKind, ArticleLinkKind, Standing
from tuiticket.screens.knowledge import KnowledgeScreen
from tuiticket.screens.queue import QueueScreen

ARTICLES = (
    PutArticle(title="When does the refund arrive?", body="**Three days.**", language="en"),
    PutArticle(title="退款时效说明", body="三个工作日内到账。", language="zh"),
    PutArticle(title="Assembling the shelf", body="\n\n".join(f"Step {n}" for n in range(80))),
)


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    """A shop that knows three things."""
    shop.desk.do(*ARTICLES, by=ADMIN)
    return shop


async def look_up(
    sitting: Sitting, words: str = "", language: str | None = None
) -> list[Article | None]:
    """Open the knowledge base; what is chosen there comes into the list."""
    chosen: list[Article | None] = []
    await sitting.app.push_screen(KnowledgeScreen(words, language), chosen.append)
    await settled(sitting)
    return chosen


@pytest.mark.parametrize(
    ("words", "first"),
    [("refund", "When does"), ("退款", "退款时效"), ("款", "退款时效"), ("shelf", "Assembling")],
)
async def test_what_fits_is_found_while_one_types(stocked: Shop, words: str, first: str) -> None:
    async with console(stocked) as sitting:
        chosen = await look_up(sitting)
        assert all(article.title[:6] in shown(sitting) for article in ARTICLES)
        await type_in(sitting, words)
        assert first in rows(sitting)[1]
        await press(sitting, "enter")
        assert [article.title[: len(first)] for article in chosen if article] == [first]


async def test_the_article_under_the_cursor_is_read_beside(stocked: Shop) -> None:
    async with console(stocked) as sitting:
        await look_up(sitting, "refund 退款")
        first = shown(sitting)
        await press(sitting, "down")
        second_one = shown(sitting)
        assert ("Three days." in first) != ("Three days." in second_one)
        assert ("三个工作日" in first) != ("三个工作日" in second_one)
        assert "**" not in first + second_one


async def test_the_language_of_the_customer_comes_first(stocked: Shop) -> None:
    async with console(stocked) as sitting:
        for language, first in (("zh", "退款时效"), ("en", "When does")):
            await look_up(sitting, "refund 退款", language)
            assert first in rows(sitting)[1]
            await press(sitting, "escape")


async def test_one_language_can_be_shown_alone(stocked: Shop) -> None:
    async with console(stocked) as sitting:
        await look_up(sitting)
        await press(sitting, "f3")
        assert "退款" not in shown(sitting)
        await press(sitting, "f3")
        assert "退款" in shown(sitting)
        assert "shelf" not in shown(sitting)
        await press(sitting, "f3")
        assert "shelf" in shown(sitting)


async def test_a_long_article_is_scrolled_while_one_types(stocked: Shop) -> None:
    async with console(stocked) as sitting:
        await look_up(sitting, "shelf")
        assert "Step 79" not in shown(sitting)
        await press(sitting, *["pagedown"] * 8)
        assert "Step 79" in shown(sitting)
        await press(sitting, *["pageup"] * 8)
        assert "Step 0" in shown(sitting)


async def test_nothing_found_is_said(stocked: Shop) -> None:
    async with console(stocked) as sitting:
        chosen = await look_up(sitting, "zyxwv")
        assert "No article fits. Try other words." in shown(sitting)
        await press(sitting, "enter")
        assert isinstance(sitting.app.screen, KnowledgeScreen)
        await press(sitting, "escape")
        assert chosen in ([], [None])


async def test_an_article_just_written_is_found(stocked: Shop) -> None:
    async with console(stocked) as sitting:
        await look_up(sitting, "customs")
        assert "No article fits." in shown(sitting)
        stocked.desk.do(PutArticle(title="Customs", body="You pay them."), by=ADMIN)
        await second(sitting)
        assert "You pay them." in shown(sitting)


async def test_on_a_narrow_terminal_list_and_article_share_the_height(stocked: Shop) -> None:
    async with console(stocked, size=(80, 24)) as sitting:
        await look_up(sitting, "退款")
        title = [y for y, row in enumerate(rows(sitting)) if "退款时效说明" in row]
        assert len(title) == 2
        assert title[0] == 1
        assert title[1] > 5


@pytest.fixture
def paired(stocked: Shop) -> Shop:
    """The same shop; what it knows of refunds is one article in two languages."""
    pair = LinkArticles(article=1, other=2, kind=ArticleLinkKind.TRANSLATION)
    stocked.desk.do(pair, LinkArticles(article=1, other=3), by=ADMIN)
    return stocked


def known(shop: Shop, number: int) -> Standing:
    """What the desk knows about an article."""
    with shop.desk.reading() as reading:
        return standing(reading, number)


async def test_a_pair_is_given_in_the_customers_language(paired: Shop) -> None:
    async with console(paired) as sitting:
        chosen = await look_up(sitting, "refund", "zh")
        assert "When does" not in rows(sitting)[1]
        await press(sitting, "enter")
        assert [article.id for article in chosen if article] == [2]


async def test_whoever_looks_about_sees_each_pair_once_and_follows_links(paired: Shop) -> None:
    async with console(paired) as sitting:
        await press(sitting, "f5")
        assert "2 articles" in rows(sitting)[0]
        await press(sitting, "j")
        assert "translation 退款时效说明" in shown(sitting)
        assert "see also Assembling the shelf" in shown(sitting)
        await press(sitting, "enter", "down", "enter")
        assert "KB-3" in rows(sitting)[0]
        assert "Step 0" in shown(sitting)
        await press(sitting, "escape")
        assert "2 articles" in rows(sitting)[0]
        await press(sitting, "escape")
        assert isinstance(sitting.app.screen, QueueScreen)


async def test_articles_are_judged_confirmed_and_removed_by_key(paired: Shop) -> None:
    async with console(paired, login="lena") as sitting:
        await press(sitting, "f5", "slash", *"shelf", "tab", "y", "c")
        assert "useful 1, not 0" in shown(sitting)
        assert "found true 20:00 by lena" in shown(sitting)
        await press(sitting, "n")
        assert (known(paired, 3).useful, known(paired, 3).useless) == (0, 1)
        await press(sitting, "d")
        assert "No article fits." in shown(sitting)
        await press(sitting, "u")
        assert "Assembling" in rows(sitting)[1]


async def test_an_agent_is_told_that_removing_takes_a_lead(paired: Shop) -> None:
    async with console(paired) as sitting:
        await press(sitting, "f5", "d")
        assert "“keep what all use”" in toasts(sitting)[-1]


async def test_links_are_made_and_taken_away_by_key(stocked: Shop) -> None:
    async with console(stocked) as sitting:
        await press(sitting, "f5", "slash", *"shelf", "tab", "p")
        assert "When does" not in shown(sitting)
        await press(sitting, "enter")
        tied = [(kind, other.id) for kind, other in known(stocked, 3).linked]
        assert tied == [(ArticleLinkKind.TRANSLATION, 2)]
        await press(sitting, "l", *"refund", "enter")
        assert [other.id for _kind, other in known(stocked, 3).linked] == [2, 1]
        await press(sitting, "l", "enter")
        assert [other.id for _kind, other in known(stocked, 3).linked] == [2]


async def test_stale_articles_and_single_types_are_a_view(stocked: Shop) -> None:
    stocked.clock.advance(days=200)
    stocked.desk.do(EditArticle(article=1, kind=ArticleKind.CASE), by=ADMIN)
    async with console(stocked) as sitting:
        await press(sitting, "f5", "s")
        assert "stale · 2 articles" in rows(sitting)[0]
        await press(sitting, "c")
        assert "stale · 1 article" in rows(sitting)[0]
        await press(sitting, "escape", "f4", "f4")
        assert "case · 1 article" in rows(sitting)[0]
        assert "When does" in rows(sitting)[1]


async def test_what_else_an_article_is_asked_as_finds_it_and_stands_beneath_it(shop: Shop) -> None:
    lopsided = PutArticle(title="Desk E05", body="Unplug it.", asked_as=("lopsided; it tilts",))
    shop.desk.do(*ARTICLES, lopsided, by=ADMIN)
    async with console(shop) as sitting:
        await look_up(sitting)
        await type_in(sitting, "lopsid")
        assert "Desk E05" in rows(sitting)[1]
        assert "Also asked as: lopsided; it tilts" in shown(sitting)


async def test_other_words_that_people_ask_in_find_the_article_too(stocked: Shop) -> None:
    async with console(stocked) as sitting:
        await press(sitting, "f5", "slash", *"shelf", "tab", "a")
        await type_in(sitting, "flat pack")
        await press(sitting, "enter")
        await press(sitting, "a")
        await type_in(sitting, "; kit")
        await press(sitting, "enter")
        assert known(stocked, 3).article.asked_as == ("flat pack", "kit")
        await press(sitting, "slash", "ctrl+u", *"flat")
        assert "Assembling" in rows(sitting)[1]
