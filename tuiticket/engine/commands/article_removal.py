"""Taking an article out of the knowledge base."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from tuiticket.engine.commands.command import Command
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.knowledge import known_article, links
from tuiticket.engine.model.article import Article, ArticleCheck, ArticleVote
from tuiticket.engine.model.procedure import Checklist, StepTick
from tuiticket.engine.rules.permissions import Permission
from tuiticket.engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveArticle(Command):
    """Take an article away, with its links, what people think of it, and steps that were ticked.

    The log keeps them all.
    """

    permission: ClassVar[Permission] = Permission.SHARE

    article: int

    def carry_out(self, work: Work) -> None:
        """Raises Unknown, and Refused for a procedure that is followed on a category's tickets."""
        article = known_article(work.tx, self.article)
        if work.tx.find(Checklist, article_id=article.id):
            raise Refused(
                N_("The steps of KB-{article} are taken on tickets."),
                N_("Take it away from its categories first: tuiticket kb procedure --remove"),
                article=article.id,
            )
        for value in _hanging_on(work, article):
            work.remove(value)
        work.remove(article)
        work.record("article.removed", article=article.id, title=article.title)


def needed(work: Work, article: Article) -> bool:
    """Whether anything hangs on an article: links, what people think of it, its steps."""
    tied = work.tx.find(Checklist, article_id=article.id)
    return bool(tied or _hanging_on(work, article))


def _hanging_on(work: Work, article: Article) -> list[Any]:
    found: list[Any] = list(links(work.tx, article.id))
    for cls in (ArticleVote, ArticleCheck, StepTick):
        found += work.tx.find(cls, article_id=article.id)
    return found
