"""The shop's knowledge base: Markdown files, each under a few lines that say what it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tuiticket.demo.content import CONTENT
from tuiticket.engine.model.article import ArticleKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One article in one language; `pair` is shared with its translation, if it has one."""

    name: str
    title: str
    language: str
    kind: ArticleKind
    category: str
    pair: str | None
    asked_as: tuple[str, ...]
    body: str


@cache
def load_articles() -> tuple[Page, ...]:
    """All articles, in the order of their file names."""
    return tuple(_page(path) for path in sorted((CONTENT / "articles").glob("*.md")))


def _page(path: Path) -> Page:
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    return Page(
        name=path.name,
        title=facts["title"],
        language=facts["language"],
        kind=ArticleKind(facts["kind"]),
        category=facts["category"],
        pair=facts.get("pair"),
        asked_as=tuple(facts.get("asked", "").split("; ")),
        body=body.strip(),
    )
