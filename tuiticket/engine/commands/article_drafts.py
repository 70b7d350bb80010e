"""An article somebody is writing: private to them, outside the log, kept until it is saved."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.drafts import myself
from tuiticket.engine.knowledge import known_article
from tuiticket.engine.model.article import ArticleDraft, ArticleKind
from tuiticket.engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveArticleDraft(Command):
    """Keep what one has written so far of an article; without a number, of a new one."""

    article: int | None
    title: str
    body: str
    kind: ArticleKind
    language: str
    category_id: int | None = None
    asked: str = ""
    began: str = ""

    def carry_out(self, work: Work) -> None:
        """Store it over what was kept before."""
        me = myself(work)
        if self.article is not None:
            known_article(work.tx, self.article)
        draft = ArticleDraft(
            agent_id=me,
            article_id=self.article,
            saved_at=work.now,
            kind=self.kind,
            language=self.language,
            category_id=self.category_id,
            began=self.began,
            title=self.title,
            asked=self.asked,
            body=self.body,
        )
        kept = work.tx.find(ArticleDraft, agent_id=me, article_id=self.article)
        if kept:
            work.tx.update(replace(draft, id=kept[0].id))
        else:
            work.tx.insert(draft)


@dataclass(frozen=True, slots=True, kw_only=True)
class DropArticleDraft(Command):
    """Let go of what one has written of an article; without a number, of a new one."""

    article: int | None

    def carry_out(self, work: Work) -> None:
        """Nothing happens where nothing was kept."""
        for draft in work.tx.find(ArticleDraft, agent_id=myself(work), article_id=self.article):
            work.tx.delete(ArticleDraft, draft.id)
