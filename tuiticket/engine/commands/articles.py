"""Writing the knowledge base."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tuiticket.engine.commands.categories import category_at
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.opening import SUBJECT_LIMIT
from tuiticket.engine.errors import N_, Refused, Stale, Unknown
from tuiticket.engine.knowledge import known_article
from tuiticket.engine.model.article import Article, ArticleKind
from tuiticket.engine.rules.revisions import mark, revisions
from tuiticket.engine.rules.safetext import clean, one_line
from tuiticket.engine.work import Work, at_most, required

LONGEST = 200_000
"""Characters of an article."""

LANGUAGE_LIMIT = 20

MOST_PHRASES = 200
"""Ways to ask for one article that are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PutArticle(Command):
    """Write an article, or write one anew that is known by its `source`.

    `asked_as` is how people ask for it in other words; None leaves that as it is.
    The same again changes nothing, so a folder can be imported as often as one likes.
    """

    title: str
    body: str
    kind: ArticleKind = ArticleKind.FAQ
    language: str = "en"
    category: str | None = None
    source: str | None = None
    asked_as: Iterable[str] | None = None

    def carry_out(self, work: Work) -> None:
        """Raises BadInput without title or text, Unknown for a category there is not."""
        words: dict[str, Any] = {
            "title": title_of(self.title),
            "body": body_of(self.body),
            "kind": self.kind,
            "language": self.language,
            "category_id": _category(work, self.category or ""),
        }
        if self.asked_as is not None:
            words["asked_as"] = phrases(self.asked_as)
        known = work.tx.find(Article, source=self.source) if self.source else []
        if known:
            _rewrite(work, known[0], words)
        else:
            article = work.add(Article(**words, source=self.source, updated_at=work.now))
            work.record("article.added", article=article.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditArticle(Command):
    """Change an article's words, or what it is; None leaves a part as it is.

    `category` is a path in the tree, empty for none. With `began`, the mark of the wording one
    began with (see `rules.revisions.mark`), nothing is written over what somebody else wrote
    meanwhile. Earlier wordings stay in the log.
    """

    article: int
    title: str | None = None
    body: str | None = None
    kind: ArticleKind | None = None
    language: str | None = None
    category: str | None = None
    asked_as: Iterable[str] | None = None
    began: str | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Unknown for an article there is not, BadInput for an empty title or text.

        Raises Stale where it says something else than what one began with.
        """
        article = known_article(work.tx, self.article)
        if self.began is not None and self.began != mark(article.title, article.body):
            raise Stale(
                N_("KB-{article} was changed by someone else meanwhile."),
                N_("Look at it again, then repeat."),
                article=article.id,
            )
        words: dict[str, Any] = {}
        if self.title is not None:
            words["title"] = title_of(self.title)
        if self.body is not None:
            words["body"] = body_of(self.body)
        if self.kind is not None:
            words["kind"] = self.kind
        if self.language:
            words["language"] = one_line(self.language, LANGUAGE_LIMIT)
        if self.category is not None:
            words["category_id"] = _category(work, self.category)
        if self.asked_as is not None:
            words["asked_as"] = phrases(self.asked_as)
        _rewrite(work, article, words)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreArticle(Command):
    """Give an article a wording back that it had; those since stay in the log too."""

    article: int
    revision: int

    def carry_out(self, work: Work) -> None:
        """Raises Unknown for a wording there never was, Refused where it is the one there is."""
        article = known_article(work.tx, self.article)
        told = revisions(work.tx.article_events(), article.id)
        wording = next((each for each in told if each.number == self.revision), None)
        if wording is None:
            raise unknown_wording(article.id, self.revision)
        if (wording.title, wording.body) == (article.title, article.body):
            raise Refused(
                N_("KB-{article} reads like version {number} already."),
                article=article.id,
                number=self.revision,
            )
        work.change(article, title=wording.title, body=wording.body, updated_at=work.now)
        work.record("article.restored", article=article.id, revision=self.revision)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameArticle(Command):
    """Give an article that was never a file the name of one, by which an import knows it."""

    article: int
    source: str

    def carry_out(self, work: Work) -> None:
        """Raises Refused where it, or another one, has a name already."""
        article = known_article(work.tx, self.article)
        if article.source is not None or work.tx.find(Article, source=self.source):
            raise Refused(N_("The name “{source}” is taken."), source=self.source)
        work.change(article, source=required(one_line(self.source, SUBJECT_LIMIT), N_("name")))
        work.record("article.named", article=article.id, source=self.source)


def unknown_wording(article: int, number: int) -> Unknown:
    """The error for a wording an article never had."""
    return Unknown(
        N_("KB-{article} has no version {number}."),
        N_("See: tuiticket kb history KB-{article}"),
        article=article,
        number=number,
    )


def title_of(title: str) -> str:
    """A title on one clean line; raises BadInput where nothing is left."""
    return required(one_line(title, SUBJECT_LIMIT), N_("title"))


def body_of(body: str) -> str:
    """The clean words of an article; raises BadInput where there are none, or far too many."""
    return at_most(required(clean(body), N_("text")), LONGEST)


def phrases(asked: Iterable[str]) -> tuple[str, ...]:
    """Ways to ask for an article, each once; a semicolon or a line's end parts them."""
    said = (part for text in asked for part in re.split(r"[;；\n]", clean(text)))
    each = (one_line(part, SUBJECT_LIMIT) for part in said)
    return tuple(dict.fromkeys(filter(None, each)))[:MOST_PHRASES]


def _category(work: Work, path: str) -> int | None:
    return category_at(work.tx, path).id if path else None


def _rewrite(work: Work, article: Article, words: dict[str, Any]) -> None:
    """Change an article, and record it, where that makes it another one."""
    if any(getattr(article, name) != new for name, new in words.items()):
        work.change(article, **words, updated_at=work.now)
        work.record("article.changed", article=article.id)
