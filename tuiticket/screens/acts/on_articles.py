"""What can be done to an article of the knowledge base: keys become commands."""

from __future__ import annotations

from textual.screen import ScreenResultType

from tuiticket.engine.commands.article_links import LinkArticles, UnlinkArticles
from tuiticket.engine.commands.article_opinions import ConfirmArticle, RateArticle
from tuiticket.engine.commands.article_removal import RemoveArticle
from tuiticket.engine.commands.articles import EditArticle
from tuiticket.engine.knowledge import links
from tuiticket.engine.model.article import Article, ArticleLinkKind
from tuiticket.engine.ports import Reading
from tuiticket.i18n import _
from tuiticket.screens.article_form import ArticleForm
from tuiticket.screens.desk_screen import DeskScreen
from tuiticket.screens.dialogs.ask import Ask
from tuiticket.screens.dialogs.pick import Option, Pick
from tuiticket.screens.wordings import WordingsScreen
from tuiticket.wording import language_name


class OnArticles(DeskScreen[ScreenResultType]):
    """A screen on which there is a current article."""

    def current_article(self) -> Article | None:
        """The article the keys are about; None where there is none."""
        raise NotImplementedError

    def written(self, number: int | None) -> None:
        """Hook: an article was written on a screen over this one; None if it was left."""

    def action_article_edit(self) -> None:
        """Change it."""
        if article := self.current_article():
            self.app.push_screen(ArticleForm(article.id), self.written)

    def action_article_new(self) -> None:
        """Write a new one."""
        self.app.push_screen(ArticleForm(), self.written)

    def action_article_wordings(self) -> None:
        """See what it said before."""
        if article := self.current_article():
            self.app.push_screen(WordingsScreen(article.id))

    def action_article_useful(self) -> None:
        """Say that it helped."""
        self._rate(useful=True)

    def action_article_useless(self) -> None:
        """Say that it did not help."""
        self._rate(useful=False)

    def _rate(self, *, useful: bool) -> None:
        if article := self.current_article():
            words = _("KB-{article} is useful") if useful else _("KB-{article} is of no use")
            rating = RateArticle(article=article.id, useful=useful)
            self.act(rating, said=words.format(article=article.id))

    def action_article_confirm(self) -> None:
        """Say that it is still true."""
        if article := self.current_article():
            said = _("KB-{article} is still true").format(article=article.id)
            self.act(ConfirmArticle(article=article.id), said=said)

    def action_article_asked(self) -> None:
        """Say in which other words people ask for it."""
        article = self.current_article()
        if article is None:
            return

        def keep(typed: str | None) -> None:
            if typed is not None:
                said = _("KB-{article} is found by these words too").format(article=article.id)
                self.act(EditArticle(article=article.id, asked_as=(typed,)), said=said)

        heading = _("KB-{article} is also asked as").format(article=article.id)
        question = _("Ways to ask for it, with semicolons between them")
        ask = Ask(
            heading, question, verb=_("keep it"), typed=article.asked, needed=False, anew=False
        )
        self.app.push_screen(ask, keep)

    def action_article_remove(self) -> None:
        """Take it out of the knowledge base."""
        if article := self.current_article():
            said = _("KB-{article} removed").format(article=article.id)
            self.act(RemoveArticle(article=article.id), said=said)

    def action_article_link(self) -> None:
        """Link it with another one, or take a link away."""
        self._tie(_("Link KB-{article}"), ArticleLinkKind.RELATED)

    def action_article_pair(self) -> None:
        """Say which one is the same in another language."""
        self._tie(_("KB-{article} in another language"), ArticleLinkKind.TRANSLATION)

    def _tie(self, heading: str, kind: ArticleLinkKind) -> None:
        article = self.current_article()
        if article is None:
            return

        def offer(found: tuple[list[Article], set[int]]) -> None:
            others, tied = found
            options = [_option(other, now=other.id in tied) for other in others]
            pick = Pick(heading.format(article=article.id), options)
            self.app.push_screen(pick, lambda to: self._tie_to(article.id, to, to in tied, kind))

        self.read(lambda reading: _others(reading, article, kind), offer, group="tie", opens=True)

    def _tie_to(self, one: int, to: int | None, tied: bool, kind: ArticleLinkKind) -> None:
        if to is None:
            return
        if tied:
            said = _("KB-{article} and KB-{other} are no longer linked")
            self.act(UnlinkArticles(article=one, other=to), said=said.format(article=one, other=to))
        else:
            said = _("KB-{article} linked with KB-{other}").format(article=one, other=to)
            self.act(LinkArticles(article=one, other=to, kind=kind), said=said)


def _others(
    reading: Reading, article: Article, kind: ArticleLinkKind
) -> tuple[list[Article], set[int]]:
    """The articles it can be tied to, the likeliest first, and the ids of those tied already."""
    tied = {link.end(article.id) for link in links(reading, article.id) if link.kind is kind}
    pair = kind is ArticleLinkKind.TRANSLATION
    others = [
        other
        for other in reading.all(Article)
        if other.id != article.id and not (pair and other.language == article.language)
    ]

    def near(other: Article) -> tuple[bool, bool, bool, str]:
        """Those tied already first, then those of its category and language."""
        elsewhere = other.category_id != article.category_id
        return other.id not in tied, elsewhere, other.language != article.language, other.title

    return sorted(others, key=near), tied


def _option(article: Article, *, now: bool) -> Option[int]:
    label = f"KB-{article.id} {article.title}"
    return Option(article.id, label, detail=language_name(article.language), now=now)
