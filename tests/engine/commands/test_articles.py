"""The knowledge base as people write it together: links, opinions, drafts, and who may do what."""

from __future__ import annotations

import pytest

from tests.desks import ADMIN, Shop
from tuiticket.engine.commands.article_drafts import DropArticleDraft, SaveArticleDraft
from tuiticket.engine.commands.article_links import LinkArticles
from tuiticket.engine.commands.article_opinions import ConfirmArticle, RateArticle
from tuiticket.engine.commands.article_removal import RemoveArticle
from tuiticket.engine.commands.articles import EditArticle, PutArticle, RestoreArticle
from tuiticket.engine.commands.procedures import AttachProcedure, TickStep
from tuiticket.engine.commands.undo import Redo, Undo
from tuiticket.engine.errors import Refused, Stale
from tuiticket.engine.knowledge import in_language, procedures, standing
from tuiticket.engine.model.article import (
    Article,
    ArticleDraft,
    ArticleKind,
    ArticleLinkKind,
    Standing,
)
from tuiticket.engine.rules.revisions import mark

STEPS = "- [ ] Ask for a photo\n- [ ] Look at the record"
PAIR = ArticleLinkKind.TRANSLATION


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    """A shop that knows a procedure in two languages, and one thing more."""
    shop.desk.do(
        PutArticle(title="Wrong item", body=STEPS, kind=ArticleKind.TRAINING),
        PutArticle(title="错发", body="- [ ] 要照片\n- [ ] 看记录", language="zh"),
        PutArticle(title="Sizes", body="Small"),
        LinkArticles(article=1, other=2, kind=PAIR),
        by=ADMIN,
    )
    return shop


def known(shop: Shop, number: int = 1) -> Standing:
    """What is known about an article."""
    with shop.desk.reading() as reading:
        return standing(reading, number)


def test_nobody_writes_over_what_another_wrote_meanwhile(stocked: Shop) -> None:
    began = mark("Sizes", "Small")
    stocked.do(EditArticle(article=3, body="Large", began=began))
    with pytest.raises(Stale, match="KB-3 was changed"):
        stocked.do(EditArticle(article=3, body="Medium", began=began), by="bo")
    assert known(stocked, 3).article.body == "Large"
    stocked.do(EditArticle(article=3, body="Medium", began=mark("Sizes", "Large")), by="bo")
    assert known(stocked, 3).article.body == "Medium"


def test_that_an_article_is_used_hinders_nobody_who_edits_it(stocked: Shop) -> None:
    stocked.do(RateArticle(article=3, useful=True), ConfirmArticle(article=3))
    stocked.do(EditArticle(article=3, body="Large", began=mark("Sizes", "Small")))
    assert known(stocked, 3).useful == 1


def test_an_agent_edits_and_a_lead_removes(stocked: Shop) -> None:
    stocked.do(RateArticle(article=3, useful=False), LinkArticles(article=1, other=3))
    with pytest.raises(Refused, match="share"):
        stocked.do(RemoveArticle(article=3))
    stocked.do(RemoveArticle(article=3), by="lena")
    assert [other.id for _kind, other in known(stocked).linked] == [2]
    stocked.do(Undo(), by="lena")
    assert (known(stocked, 3).useless, known(stocked, 3).linked[0][1].id) == (1, 1)
    stocked.do(Redo(), by="lena")
    with stocked.desk.reading() as reading:
        assert reading.find(Article, id=3) == []


def test_what_hangs_on_an_article_keeps_it_from_being_undone(stocked: Shop) -> None:
    stocked.do(PutArticle(title="New", body="words"))
    stocked.do(RateArticle(article=4, useful=True), by="bo")
    with pytest.raises(Stale):
        stocked.do(Undo())
    stocked.do(Undo(), by="bo")
    stocked.do(Undo())
    with stocked.desk.reading() as reading:
        assert reading.find(Article, id=4) == []


def test_a_wording_comes_back_and_its_return_is_a_wording_too(stocked: Shop) -> None:
    stocked.do(EditArticle(article=3, body="Large"))
    stocked.do(RestoreArticle(article=3, revision=1), by="bo")
    assert known(stocked, 3).article.body == "Small"
    with pytest.raises(Refused, match="already"):
        stocked.do(RestoreArticle(article=3, revision=1))
    stocked.do(RestoreArticle(article=3, revision=2))
    assert known(stocked, 3).article.body == "Large"


def test_articles_are_given_in_the_language_asked_for_each_once(stocked: Shop) -> None:
    with stocked.desk.reading() as reading:
        every = reading.all(Article)
        chinese = [article.id for article in in_language(reading, every, "zh")]
        english = [article.id for article in in_language(reading, every, "en")]
        french = [article.id for article in in_language(reading, every, "fr")]
    assert (chinese, english, french) == ([2, 3], [1, 3], [1, 2, 3])


@pytest.mark.parametrize(("language", "first"), [("en", "Ask for a photo"), ("zh", "要照片")])
def test_a_ticket_shows_the_steps_in_its_customers_language(
    stocked: Shop, language: str, first: str
) -> None:
    stocked.do(AttachProcedure(article=1, category="logistics"), by="lena")
    number = stocked.open(category="logistics/delay", language=language)
    with stocked.desk.reading() as reading:
        (procedure,) = procedures(reading, stocked.ticket(number))
    assert procedure.steps[0].text == first
    stocked.do(TickStep(ticket=number, article=procedure.article.id, step=1))
    with stocked.desk.reading() as reading:
        (procedure,) = procedures(reading, stocked.ticket(number))
    assert procedure.done == 1
    assert procedure.next is not None
    assert procedure.next.number == 2


def test_a_procedure_in_force_is_not_removed(stocked: Shop) -> None:
    stocked.do(AttachProcedure(article=1, category="logistics"), by="lena")
    with pytest.raises(Refused, match="are taken on tickets"):
        stocked.do(RemoveArticle(article=1), by="lena")


def test_a_draft_is_ones_own_and_outlives_its_article(stocked: Shop) -> None:
    def drafts() -> list[tuple[int | None, str]]:
        with stocked.desk.reading() as reading:
            return [(draft.article_id, draft.body) for draft in reading.all(ArticleDraft)]

    def draft(article: int | None, body: str) -> SaveArticleDraft:
        return SaveArticleDraft(
            article=article, title="T", body=body, kind=ArticleKind.FAQ, language="en"
        )

    stocked.do(draft(3, "one"))
    stocked.do(draft(3, "two"))
    stocked.do(draft(None, "new"), by="bo")
    assert drafts() == [(3, "two"), (None, "new")]
    stocked.do(RemoveArticle(article=3), by="lena")
    assert drafts() == [(None, "two"), (None, "new")]
    stocked.do(DropArticleDraft(article=None))
    assert drafts() == [(None, "new")]
