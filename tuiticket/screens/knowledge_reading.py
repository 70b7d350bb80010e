"""What the knowledge base is asked for its lists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tuiticket.engine.knowledge import in_language
from tuiticket.engine.model.article import Article, ArticleCheck
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.revisions import STALE_DAYS, stale

MOST = 200
"""Articles listed at once."""


def find(reading: Reading, words: str, language: str | None) -> Sequence[Article]:
    """The articles that fit the words, the best first; without words all, by title.

    With a `language` each comes in that language where it can, and before those that cannot.
    """
    found = [hit.article for hit in reading.articles(words, MOST)]
    if language is None:
        return found
    return sorted(in_language(reading, found, language), key=lambda one: one.language != language)


def find_stale(reading: Reading, now: datetime) -> Sequence[Article]:
    """The articles nobody has looked after for long, the most used first."""
    return stale(reading.all(Article), reading.all(ArticleCheck), now, STALE_DAYS)[:MOST]
