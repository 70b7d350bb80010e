"""Tying articles together that have to do with each other, or are one in two languages."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from tuiticket.engine.commands.command import Command
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.knowledge import known_article
from tuiticket.engine.model.article import Article, ArticleLink, ArticleLinkKind
from tuiticket.engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkArticles(Command):
    """Tie two articles together, seen from both; a link of the other kind becomes this one."""

    article: int
    other: int
    kind: ArticleLinkKind = ArticleLinkKind.RELATED

    def carry_out(self, work: Work) -> None:
        """Raises Refused for an article and itself, and for two that are tied so already.

        A translation is in another language.
        """
        one, two = known_article(work.tx, self.article), known_article(work.tx, self.other)
        if one.id == two.id:
            raise Refused(N_("An article cannot be linked with itself."))
        if self.kind is ArticleLinkKind.TRANSLATION and one.language == two.language:
            raise Refused(
                N_("KB-{article} and KB-{other} are in one language."),
                N_("Link them as related, or set the language of one of them."),
                article=one.id,
                other=two.id,
            )
        if not _tie(work, one, two, self.kind):
            raise Refused(
                N_("KB-{article} and KB-{other} are linked so already."),
                article=one.id,
                other=two.id,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlinkArticles(Command):
    """Take the link between two articles away."""

    article: int
    other: int

    def carry_out(self, work: Work) -> None:
        """Raises Refused where there is none."""
        one, two = known_article(work.tx, self.article), known_article(work.tx, self.other)
        link = _link(work, one, two)
        if link is None:
            raise Refused(
                N_("KB-{article} and KB-{other} are not linked."), article=one.id, other=two.id
            )
        work.remove(link)
        work.record("article.unlinked", article=one.id, other=two.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class TieImported(Command):
    """Tie the articles imported under these names together, each with each.

    What is tied so already stays so, and a name that is not there is passed over; so are two of one
    language where they are to be translations.
    """

    sources: tuple[str, ...]
    kind: ArticleLinkKind

    def carry_out(self, work: Work) -> None:
        """Tie each with each."""
        for one, two in combinations(work.tx.find(Article, source=self.sources), 2):
            if self.kind is ArticleLinkKind.RELATED:
                if _link(work, one, two) is None:
                    _tie(work, one, two, self.kind)
            elif one.language != two.language:
                _tie(work, one, two, self.kind)


def _tie(work: Work, one: Article, two: Article, kind: ArticleLinkKind) -> bool:
    """Tie two together; returns False where they are so already."""
    known = _link(work, one, two)
    low, high = sorted((one.id, two.id))
    if known is None:
        work.add(ArticleLink(article_id=low, other_id=high, kind=kind))
    elif known.kind is kind:
        return False
    else:
        work.change(known, kind=kind)
    work.record("article.linked", article=one.id, other=two.id, article_link=kind)
    return True


def _link(work: Work, one: Article, two: Article) -> ArticleLink | None:
    low, high = sorted((one.id, two.id))
    return next(iter(work.tx.find(ArticleLink, article_id=low, other_id=high)), None)
