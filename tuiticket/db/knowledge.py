"""The knowledge base asked for articles that fit some words, the best first."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection

from tuiticket.db.mapping import mapping
from tuiticket.db.snippets import snippet
from tuiticket.db.values import find, read
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.dossier import ArticleHit
from tuiticket.engine.model.synonyms import Synonyms
from tuiticket.engine.rules.asking import Found, Match, Thing, Way, answers, things
from tuiticket.engine.rules.language import guess_language
from tuiticket.engine.rules.thesaurus import Group, thesaurus
from tuiticket.engine.rules.tokens import Stem, match_expression

MOST = 40_000
"""Places of words in articles that are looked at, those of the longest words first."""

OTHER = 0.3
"""What an article counts that is in another language than the question."""

BEGUN = 0.5
"""What it counts that an article holds a word which goes on from the last one typed."""

TITLE_WEIGHT = 6.0
"""How much more a word counts in an article's title than in its text."""

_HOLD = (
    "SELECT way.value, article_words.rowid, bm25(article_words, ?, 1.0) FROM json_each(?) AS way"
    " CROSS JOIN article_words WHERE article_words MATCH way.value LIMIT ?"
)
_LEAST = 1e-6
_NUMBER = re.compile(r"KB-(\d{1,9})", re.IGNORECASE)


def articles(connection: Connection, text: str, limit: int, stem: Stem) -> list[ArticleHit]:
    """Articles that fit the question, best first; all by title where nothing is asked.

    A number, written KB-12, finds that article alone. The last word may still be in the writing:
    it also finds what begins with it.
    """
    article = mapping(Article).table.c
    if number := _NUMBER.fullmatch(text.strip()):
        known = read(connection, Article, article.id == int(number[1]))
        return [_hit(each, "", stem) for each in known]
    if not text.strip():
        by_title = (article.title, article.id)
        known = read(connection, Article, order=by_title, limit=limit)
        return [_hit(each, "", stem) for each in known]
    best = dict(islice(fitting(connection, text, guess_language(text), stem).items(), limit))
    found = {each.id: each for each in read(connection, Article, article.id.in_(best))}
    return [_hit(found[id_], answer.shown, stem) for id_, answer in best.items()]


@dataclass(frozen=True, slots=True)
class Answer:
    """How well an article answers a question, the more the better, and by what."""

    worth: float
    matches: tuple[Match, ...]

    @property
    def shown(self) -> str:
        """The words to be marked in the article, which may be others than were typed."""
        words = (match.word for match in self.matches)
        return " ".join(word for word in words if len(word) > 1 and " " not in word)


def fitting(connection: Connection, text: str, language: str, stem: Stem) -> dict[int, Answer]:
    """The articles that hold anything a text asks for, by their ids, the best first.

    Those in another language than the text's fit less. Where the text does not end with a blank
    its last word may go on.
    """
    wanted = things(text, thesaurus(_own_words(connection), stem), stem)
    if not text.endswith(" ") and (begun := match_expression(f"{text.split()[-1]}*", stem)):
        wanted.append(Thing("", (Way(begun, BEGUN, f"{text.split()[-1]}*"),)))
    languages = {
        row[0]: row[1] for row in connection.exec_driver_sql("SELECT id, language FROM article")
    }
    ways = {way.expression for thing in wanted for way in thing.ways}
    found = _found(connection, ways, len(languages))
    answered = {
        id_: Answer(
            sum(match.worth for match in matches) * (1 if languages[id_] == language else OTHER),
            tuple(matches),
        )
        for id_, matches in answers(wanted, found, len(languages)).items()
    }
    return dict(sorted(answered.items(), key=lambda item: (-item[1].worth, item[0])))


def _own_words(connection: Connection) -> tuple[Group, ...]:
    """The shop's own words for the same matter."""
    return tuple(group.words for group in find(connection, Synonyms, {}))


def _found(connection: Connection, ways: Iterable[str], articles: int) -> Found:
    """In which articles each way is found, and how much it fills them.

    That is FTS5's bm25 without its own measure of rarity, by which it has multiplied it.
    """
    found: dict[str, dict[int, float]] = {way: {} for way in ways}
    asked = (TITLE_WEIGHT, json.dumps(sorted(found, key=len, reverse=True)), MOST)
    for way, id_, score in connection.exec_driver_sql(_HOLD, asked):
        found[way][id_] = -score
    for held in found.values():
        rare = max(_LEAST, math.log((articles - len(held) + 0.5) / (len(held) + 0.5)))
        for id_ in held:
            held[id_] /= rare
    return found


def _hit(article: Article, shown: str, stem: Stem) -> ArticleHit:
    line, marks = snippet(article.body, shown, stem)
    return ArticleHit(article=article, snippet=line, marks=marks)
