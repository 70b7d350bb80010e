"""The wordings an article has had, told by the log, and what lies between two of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from tuiticket.engine.model.article import Article, ArticleCheck
from tuiticket.engine.model.event import Event, How
from tuiticket.engine.model.revision import Revision
from tuiticket.engine.rules.wording_diff import DiffLine, compare

STALE_DAYS = 180
"""Days after which an article nobody looked at is stale, where nothing else is said."""


def revisions(events: Iterable[Event], article: int) -> Iterator[Revision]:
    """Yield the wordings of an article, in order; changes of other fields make none.

    Nor does its removal, and that it is brought back as it was.
    """
    last: Revision | None = None
    for event in events:
        for change in event.changes:
            if change.entity != "Article" or change.id != article or change.how is How.REMOVED:
                continue
            became = {name: after for name, (_before, after) in change.fields.items()}
            if not became.keys() & {"title", "body"}:
                continue
            title = became.get("title", last.title if last else "")
            body = became.get("body", last.body if last else "")
            if last and (title, body) == (last.title, last.body):
                continue
            last = Revision(
                number=1 + (last.number if last else 0),
                event=event.id,
                at=event.at,
                actor=event.actor,
                via=event.via,
                title=title,
                body=body,
            )
            yield last


def difference(before: Revision, after: Revision) -> tuple[DiffLine, ...]:
    """What became other words between two wordings; nothing where they are the same."""
    return compare(before.text, after.text)


def mark(title: str, body: str) -> str:
    """A short mark of a wording: another wording has another one."""
    return hashlib.sha256(f"{title}\n\n{body}".encode()).hexdigest()[:16]


def stale(
    articles: Iterable[Article], checks: Iterable[ArticleCheck], now: datetime, days: int
) -> list[Article]:
    """The articles nobody has changed or found true for that many days, the most used first."""
    limit = now - timedelta(days=days)
    found_true = {check.article_id: check.at for check in checks}

    def vouched(article: Article) -> datetime:
        return max(article.updated_at, found_true.get(article.id, article.updated_at))

    old = (article for article in articles if vouched(article) <= limit)
    return sorted(old, key=lambda article: (-article.uses, vouched(article), article.id))
