"""The knowledge base and the category tree."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Text

from tuiticket.db.tables.row import Row, col, primary, ref
from tuiticket.db.types import Enumerated, Instant, Number, Plain
from tuiticket.engine.model.article import ArticleKind


class ArticleRow(Row, table=True):
    """The knowledge base."""

    __tablename__ = "article"
    id: int = primary()
    title: str = col(Text)
    kind: ArticleKind = col(Enumerated(ArticleKind))
    language: str = col(Text)
    updated_at: datetime = col(Instant)
    category_id: int | None = ref("category")
    source: str | None = col(Text, unique=True)
    uses: int = col(Number)
    version: int = col(Number)
    asked_as: tuple[str, ...] = col(Plain(tuple[str, ...]))
    body: str = col(Text)


class CategoryRow(Row, table=True):
    """The category tree."""

    __tablename__ = "category"
    id: int = primary()
    key: str = col(Text, unique=True)
    name: str = col(Text)
    name_zh: str = col(Text)
    team_id: int | None = ref("team")
    skill: str | None = col(Text)
    skill_level: int = col(Number)
