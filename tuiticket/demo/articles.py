"""The shop's knowledge base: Markdown files, each under a few lines that say what it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tuiticket.demo.content import CONTENT
from tuiticket.engine.model.article import ArticleKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One article in one language; `pair` is shared with its translation, if it has one.

    `related` names other files.
    """

    name: str
    title: str
    language: str
    kind: ArticleKind
    category: str
    pair: str | None
    asked_as: tuple[str, ...]
    related: tuple[str, ...]
    body: str


@cache
def load_articles() -> tuple[Page, ...]:
    """All articles, in the order of their file names."""
    return tuple(_page(path) for path in sorted((CONTENT / "articles").glob("*.md")))


@cache
def load_procedures() -> tuple[Page, ...]:
    """The checklists, each followed on the tickets of its category."""
    return tuple(_page(path) for path in sorted((CONTENT / "procedures").glob("*.md")))


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
        asked_as=tuple(filter(None, facts.get("asked", "").split("; "))),
        related=tuple(filter(None, facts.get("related", "").split(", "))),
        body=body.strip(),
    )
