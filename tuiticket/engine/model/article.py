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

    Shown as KB-`id`. Earlier wordings stand in the log. `uses` counts insertions into answers.
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
    version: int = field(default=0, metadata=DERIVED)
