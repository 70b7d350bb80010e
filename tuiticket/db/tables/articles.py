"""What belongs to articles: links, opinions, drafts, and the procedures made of them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Boolean, Text, UniqueConstraint

from tuiticket.db.tables.row import Row, col, primary, ref
from tuiticket.db.types import Enumerated, Instant
from tuiticket.engine.model.article import ArticleKind, ArticleLinkKind


class ArticleLinkRow(Row, table=True):
    """Articles that belong together."""

    __tablename__ = "article_link"
    __table_args__ = (UniqueConstraint("article_id", "other_id"),)
    id: int = primary()
    article_id: int = ref("article")
    other_id: int = ref("article", index=True)
    kind: ArticleLinkKind = col(Enumerated(ArticleLinkKind))


class ArticleVoteRow(Row, table=True):
    """Who found which article useful, or not."""

    __tablename__ = "article_vote"
    __table_args__ = (UniqueConstraint("article_id", "agent_id"),)
    id: int = primary()
    article_id: int = ref("article")
    agent_id: int = ref("agent", index=True)
    useful: bool = col(Boolean)
    at: datetime = col(Instant)


class ArticleCheckRow(Row, table=True):
    """When an article was last found true."""

    __tablename__ = "article_check"
    id: int = primary()
    article_id: int = ref("article", unique=True)
    author: str = col(Text)
    at: datetime = col(Instant)


class ArticleDraftRow(Row, table=True):
    """What people are writing; of an article that is gone, it is a new one."""

    __tablename__ = "article_draft"
    id: int = primary()
    agent_id: int = ref("agent", index=True)
    article_id: int | None = ref("article", index=True, ondelete="SET NULL")
    saved_at: datetime = col(Instant)
    kind: ArticleKind = col(Enumerated(ArticleKind))
    language: str = col(Text)
    category_id: int | None = ref("category")
    began: str = col(Text)
    title: str = col(Text)
    asked: str = col(Text)
    body: str = col(Text)


class ChecklistRow(Row, table=True):
    """Whose steps are taken on tickets of which category."""

    __tablename__ = "checklist"
    __table_args__ = (UniqueConstraint("category_id", "article_id"),)
    id: int = primary()
    article_id: int = ref("article", index=True)
    category_id: int = ref("category")


class StepTickRow(Row, table=True):
    """Steps taken on tickets."""

    __tablename__ = "step_tick"
    __table_args__ = (UniqueConstraint("ticket_id", "article_id", "step"),)
    id: int = primary()
    ticket_id: int = ref("ticket")
    article_id: int = ref("article", index=True)
    author: str = col(Text)
    at: datetime = col(Instant)
    step: str = col(Text)
