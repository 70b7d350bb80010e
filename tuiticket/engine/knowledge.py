"""Questions about the knowledge base that a reading and a command ask alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tuiticket.engine.errors import N_, Unknown
from tuiticket.engine.model.article import (
    Article,
    ArticleCheck,
    ArticleLink,
    ArticleLinkKind,
    ArticleVote,
    Standing,
)
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.procedure import Checklist, Procedure, Step, StepTick
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.ports import Find
from tuiticket.engine.rules.steps import branches, steps_in

NUMBER_DIGITS = 18
"""Digits a number may have; the store takes none that is longer."""


def known_article(desk: Find, number: int) -> Article:
    """An article by its number; raises Unknown."""
    found = desk.find(Article, id=number)
    if not found:
        raise unknown_article(number)
    return found[0]


def unknown_article(number: int) -> Unknown:
    """The error for an article there is not, or never was."""
    return Unknown(
        N_("There is no article KB-{article}."), N_("See: tuiticket kb search"), article=number
    )


def article_called(desk: Find, name: str) -> Article:
    """An article by the name of its file, or its number as KB-12; raises Unknown."""
    number = name.upper().removeprefix("KB-")
    found = desk.find(Article, source=name)
    if not found and number.isdecimal() and len(number) <= NUMBER_DIGITS:
        found = desk.find(Article, id=int(number))
    if not found:
        raise Unknown(
            N_("There is no article “{name}”."),
            N_("Import it first, tuiticket kb import, or leave it out."),
            name=name,
        )
    return found[0]


def name_of_article(article: Article) -> str:
    """How others may call an article: as its file, else by its number."""
    return article.source or f"KB-{article.id}"


def standing(desk: Find, number: int) -> Standing:
    """An article with what is known beside its words; raises Unknown."""
    article = known_article(desk, number)
    kinds = {link.end(number): link.kind for link in links(desk, number)}
    others = desk.find(Article, id=tuple(kinds))
    votes = [vote.useful for vote in desk.find(ArticleVote, article_id=number)]
    return Standing(
        article=article,
        linked=tuple(sorted(((kinds[o.id], o) for o in others), key=_translations_first)),
        useful=sum(votes),
        useless=len(votes) - sum(votes),
        checked=next(iter(desk.find(ArticleCheck, article_id=number)), None),
        steps_on=tuple(one.category_id for one in desk.find(Checklist, article_id=number)),
    )


def links(desk: Find, number: int) -> list[ArticleLink]:
    """What ties an article to others, from whichever end."""
    return desk.find(ArticleLink, article_id=number) + desk.find(ArticleLink, other_id=number)


def in_language(desk: Find, articles: Sequence[Article], language: str) -> list[Article]:
    """The same articles, each in that language where there is a translation; none twice."""
    spoken = spoken_as(desk, articles, language)
    return list({(to := spoken[article.id]).id: to for article in articles}.values())


def spoken_as(desk: Find, articles: Iterable[Article], language: str) -> dict[int, Article]:
    """For each of these articles, by id, itself or its translation into that language."""
    articles = list(articles)
    foreign = {article.id for article in articles if article.language != language}
    pairs: dict[int, list[int]] = {}
    for link in _ties(desk, tuple(foreign)):
        for one in foreign & {link.article_id, link.other_id}:
            pairs.setdefault(one, []).append(link.end(one))
    ends = tuple({other for others in pairs.values() for other in others})
    there = {a.id: a for a in desk.find(Article, id=ends) if a.language == language}

    def best(article: Article) -> Article:
        others = pairs.get(article.id, ())
        return next((there[other] for other in others if other in there), article)

    return {article.id: best(article) for article in articles}


def procedures(desk: Find, ticket: Ticket) -> tuple[Procedure, ...]:
    """What is to be done step by step on a ticket, by its category and all above it.

    An article that has a translation is followed in the language of the ticket's customer.
    """
    if ticket.category_id is None:
        return ()
    keys = [branches(own.key) for own in desk.find(Category, id=ticket.category_id)]
    above = desk.find(Category, key=keys[0] if keys else ())
    tied = desk.find(Checklist, category_id=tuple(branch.id for branch in above))
    articles = desk.find(Article, id=tuple({one.article_id for one in tied}))
    followed = in_language(desk, articles, ticket.language)
    ticks = desk.find(StepTick, ticket_id=ticket.id) if followed else []
    found = (_procedure(article, ticks) for article in followed)
    return tuple(each for each in found if each.steps)


def _procedure(article: Article, ticks: Iterable[StepTick]) -> Procedure:
    done = {tick.step: tick for tick in ticks if tick.article_id == article.id}
    steps = enumerate(steps_in(article.body), 1)
    return Procedure(
        article, tuple(Step(article.id, number, text, done.get(text)) for number, text in steps)
    )


def _ties(desk: Find, numbers: tuple[int, ...]) -> Iterator[ArticleLink]:
    """The links of these articles with their translations."""
    if numbers:
        kind = ArticleLinkKind.TRANSLATION
        yield from desk.find(ArticleLink, article_id=numbers, kind=kind)
        yield from desk.find(ArticleLink, other_id=numbers, kind=kind)


def _translations_first(linked: tuple[ArticleLinkKind, Article]) -> tuple[bool, int]:
    kind, article = linked
    return kind is not ArticleLinkKind.TRANSLATION, article.id
