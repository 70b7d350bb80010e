"""Saying whether an article helped, and that it is still true."""

from __future__ import annotations

from dataclasses import dataclass

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.drafts import myself
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.knowledge import known_article
from tuiticket.engine.model.article import ArticleCheck, ArticleVote
from tuiticket.engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class RateArticle(Command):
    """Say that an article was useful, or was not; of each person the last word counts."""

    article: int
    useful: bool

    def carry_out(self, work: Work) -> None:
        """Raises Refused where one said so already."""
        article, me = known_article(work.tx, self.article), myself(work)
        known = work.tx.find(ArticleVote, article_id=article.id, agent_id=me)
        if not known:
            vote = ArticleVote(article_id=article.id, agent_id=me, useful=self.useful, at=work.now)
            work.add(vote)
        elif known[0].useful is self.useful:
            raise Refused(N_("You said so of KB-{article} already."), article=article.id)
        else:
            work.change(known[0], useful=self.useful, at=work.now)
        work.record("article.useful" if self.useful else "article.useless", article=article.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmArticle(Command):
    """Say that an article was read and is still true: it is not stale any more."""

    article: int

    def carry_out(self, work: Work) -> None:
        """Note who said so, and when."""
        article = known_article(work.tx, self.article)
        known = work.tx.find(ArticleCheck, article_id=article.id)
        if known:
            work.change(known[0], author=work.actor.login, at=work.now)
        else:
            work.add(ArticleCheck(article_id=article.id, author=work.actor.login, at=work.now))
        work.record("article.confirmed", article=article.id)
