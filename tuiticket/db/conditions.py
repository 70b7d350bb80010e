"""Conditions that indexes are made under.

SQLite uses such an index only for a query that states the very same condition, so both take the
words from here.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum

ARTICLE_EVENTS = (
    "kind IN ('article.added', 'article.changed', 'article.restored', 'desk.undone', 'desk.redone')"
)
"""The lines of the log that may tell of an article."""


def among(column: str, members: Collection[Enum]) -> str:
    """The SQL for a column having one of these values, in the same words for the same members."""
    enum = type(next(iter(members)))
    return f"{column} IN ({', '.join(repr(m.value) for m in enum if m in members)})"
