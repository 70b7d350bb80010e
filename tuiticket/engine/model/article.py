"""The knowledge base: what the desk knows and wants to say again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from tuiticket.engine.model.ticket import DERIVED


class ArticleKind(StrEnum):
    """A frequent question, a worked case, or training material."""

    FAQ = "faq"
    CASE = "case"
    TRAINING = "training"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article in one language; `source` is the name it was imported under, if any.

    `asked_as` is how people ask for it who do not know its words, so that they find it. Shown as
    KB-`id`. Earlier wordings stand in the log. `uses` counts insertions into answers.
    """

    id: int = 0
    title: str
    body: str
    kind: ArticleKind
    language: str
    updated_at: datetime
    category_id: int | None = None
    source: str | None = None
    uses: int = field(default=0, metadata=DERIVED)
    asked_as: tuple[str, ...] = ()
    version: int = field(default=0, metadata=DERIVED)

    @property
    def asked(self) -> str:
        """How people ask for it as one types it, with semicolons between."""
        return "; ".join(self.asked_as)


class ArticleLinkKind(StrEnum):
    """What two articles have to do with each other: worth reading too, or one in two languages."""

    RELATED = "related"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLink:
    """That two articles belong together; seen from both, stored once, the lower id first."""

    id: int = 0
    article_id: int
    other_id: int
    kind: ArticleLinkKind = ArticleLinkKind.RELATED

    def end(self, article_id: int) -> int:
        """The other end, seen from one of the two."""
        return self.other_id if self.article_id == article_id else self.article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleVote:
    """What a member of the staff thinks of an article: their last word counts."""

    id: int = 0
    article_id: int
    agent_id: int
    useful: bool
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleCheck:
    """When somebody (a login) last read an article and found it still true."""

    id: int = 0
    article_id: int
    author: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDraft:
    """What somebody is writing and has not saved: of an article, or of a new one without a number.

    `began` is the mark of the wording they began with (see `rules.revisions.mark`), `asked` how
    people ask for it, as typed, with semicolons between.
    """

    id: int = 0
    agent_id: int
    article_id: int | None = None
    saved_at: datetime
    kind: ArticleKind
    language: str
    category_id: int | None = None
    began: str = ""
    title: str
    asked: str = ""
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is known about an article beside its words, as a screen or a command shows it.

    `linked` are the articles it has to do with, and how, its translations first; `steps_on` the
    ids of the categories on whose tickets its steps are taken.
    """

    article: Article
    linked: tuple[tuple[ArticleLinkKind, Article], ...] = ()
    useful: int = 0
    useless: int = 0
    checked: ArticleCheck | None = None
    steps_on: tuple[int, ...] = ()
