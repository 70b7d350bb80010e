"""The knowledge base asked for articles that fit some words, the best first."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, literal_column

from tuiticket.db.finding import newest
from tuiticket.db.index import matching
from tuiticket.db.mapping import mapping
from tuiticket.db.snippets import snippet
from tuiticket.db.values import read
from tuiticket.db.vocabulary import documents
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.dossier import ArticleHit
from tuiticket.engine.rules.tokens import Stem, any_expression, article_tokens, match_expression

NEWEST = 500
"""Articles that are ranked at most."""

TITLE_WEIGHT = 6.0
"""How much more a word counts in an article's title than in its text."""

WORDS = 24
"""Different words of a question to the knowledge base that are asked for."""

_NOWHERE = 1 << 62
"""What a word that stands nowhere counts for, so that those which stand somewhere come first."""


def articles(connection: Connection, text: str, limit: int, stem: Stem) -> list[ArticleHit]:
    """Articles that hold any of the words, best first; all by title where nothing is asked.

    The last word may still be in the writing: it also finds what begins with it.
    """
    article = mapping(Article).table.c
    if not text.strip():
        by_title = (article.title, article.id)
        return _article_hits(read(connection, Article, order=by_title, limit=limit), text, stem)
    begun = None if text.endswith(" ") else match_expression(f"{text.split()[-1]}*", stem)
    counts = documents(connection, set(article_tokens(text, stem)))
    rare = any_expression(text, stem, WORDS, lambda token: counts.get(token, 0) or _NOWHERE)
    wanted = [part for part in (rare, begun) if part]
    if not wanted:
        return []
    best = _best(connection, " OR ".join(wanted), limit)
    found = {each.id: each for each in read(connection, Article, article.id.in_(best))}
    return _article_hits((found[id_] for id_ in best), text, stem)


def _best(connection: Connection, expression: str, limit: int) -> list[int]:
    """Return the articles that fit best among the newest that match."""
    score: ColumnElement[float] = literal_column(f"bm25(article_words, {TITLE_WEIGHT}, 1.0)")
    matches = newest(matching(Article, expression), NEWEST).add_columns(score)
    ranked = sorted((rank, -id_) for id_, rank in connection.execute(matches))
    return [-id_ for _rank, id_ in ranked[:limit]]


def _article_hits(found: Iterable[Article], text: str, stem: Stem) -> list[ArticleHit]:
    hits = ((article, *snippet(article.body, text, stem)) for article in found)
    return [ArticleHit(article=a, snippet=line, marks=marks) for a, line, marks in hits]
