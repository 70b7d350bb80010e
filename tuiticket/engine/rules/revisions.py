"""The wordings an article has had, told by the log, and what lies between two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from difflib import unified_diff

from tuiticket.engine.model.article import Article
from tuiticket.engine.model.event import Event, How
from tuiticket.engine.model.revision import Revision

AROUND = 2
"""Lines shown around each change."""


def revisions(events: Iterable[Event], article: int) -> Iterator[Revision]:
    """Yield the wordings of an article, in order; changes of other fields make none."""
    last: Revision | None = None
    for event in events:
        for change in event.changes:
            if change.entity != "Article" or change.id != article or change.how is How.REMOVED:
                continue
            became = {name: after for name, (_before, after) in change.fields.items()}
            if not became.keys() & {"title", "body"}:
                continue
            last = Revision(
                number=1 + (last.number if last else 0),
                event=event.id,
                at=event.at,
                actor=event.actor,
                via=event.via,
                title=became.get("title", last.title if last else ""),
                body=became.get("body", last.body if last else ""),
            )
            yield last


def difference(before: Revision, after: Revision) -> list[str]:
    """The lines that differ, in the manner of diff: -gone, +new, and a few around unchanged."""
    lines = unified_diff(
        before.text.splitlines(),
        after.text.splitlines(),
        f"{before.number}",
        f"{after.number}",
        lineterm="",
        n=AROUND,
    )
    return list(lines)


def stale(articles: Iterable[Article], now: datetime, days: int) -> list[Article]:
    """The articles nobody has changed for that many days, those sent most often first."""
    limit = now - timedelta(days=days)
    old = (article for article in articles if article.updated_at <= limit)
    return sorted(old, key=lambda article: (-article.uses, article.updated_at, article.id))
