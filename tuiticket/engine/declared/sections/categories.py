"""The category tree by business process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tuiticket.engine.commands.categories import AddCategory, ChangeCategory
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.judging import KEYWORD_LIMIT, SetKeywords
from tuiticket.engine.commands.opening import SUBJECT_LIMIT
from tuiticket.engine.commands.procedures import AttachProcedure, DetachProcedure
from tuiticket.engine.declared.composed import Field, Many
from tuiticket.engine.declared.faults import Faults, Path
from tuiticket.engine.declared.section import Alteration, Entries, Facts, How, Section, World
from tuiticket.engine.declared.shapes import Key, Link, Number, Phrase, Words
from tuiticket.engine.errors import N_
from tuiticket.engine.knowledge import article_called, name_of_article
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.judgement import Keyword
from tuiticket.engine.model.people import Team
from tuiticket.engine.model.procedure import Checklist
from tuiticket.engine.ports import Find

_OWN = ("name", "name_zh", "team", "skill", "skill_level")


class Categories(Section):
    """The branches of the tree, by path."""

    name = "categories"
    help = N_('The category tree, by path: "after-sales/refund" is a branch of "after-sales".')
    fields = (
        Field("name", Words(), N_("How it is called.")),
        Field("name_zh", Words(optional=True), N_("How it is called in Chinese."), ""),
        Field("team", Link("teams"), N_("Who gets its tickets; default: as above it.")),
        Field("skill", Key(optional=True), N_("What who gets them must know; default: as above.")),
        Field("skill_level", Number(1, 3), N_("How well: 1, 2, or 3 for senior."), 1),
        Field(
            "keywords",
            Many(Phrase(KEYWORD_LIMIT)),
            N_("Words in a customer's text that speak for it."),
            (),
        ),
        Field(
            "procedures",
            Many(Words(SUBJECT_LIMIT)),
            N_('Articles whose steps are taken on its tickets: "KB-12", or by the name of a file.'),
            (),
        ),
    )
    key = Words()

    def present(self, desk: Find) -> dict[str, dict[str, Any]]:
        """The branches there are."""
        keys = {team.id: team.key for team in desk.find(Team)}
        words: dict[int, list[str]] = {}
        for keyword in desk.find(Keyword):
            words.setdefault(keyword.category_id, []).append(keyword.word)
        followed = _followed(desk)
        return {
            branch.key: {
                "name": branch.name,
                "name_zh": branch.name_zh,
                "team": keys.get(branch.team_id or 0),
                "skill": branch.skill,
                "skill_level": branch.skill_level,
                "keywords": tuple(sorted(words.get(branch.id, ()))),
                "procedures": tuple(sorted(followed.get(branch.id, ()))),
            }
            for branch in desk.find(Category)
        }

    def settle(self, facts: dict[str, Any], at: Path, world: World, faults: Faults) -> None:
        """The order of keywords, and of procedures, does not matter."""
        for name in ("keywords", "procedures"):
            if name in facts:
                facts[name] = tuple(sorted(facts[name]))

    def agree(self, before: Entries, after: Entries, faults: Faults) -> None:
        """A keyword speaks for one category; the fault is with the one that is new to it."""

        def is_new(key: str) -> bool:
            return before.get(key, {}).get("keywords") != after[key].get("keywords")

        owners: dict[str, str] = {}
        for key in sorted(after, key=is_new):
            facts = after[key]
            for word in facts.get("keywords", ()):
                if owners.setdefault(word, key) != key:
                    faults.add(
                        (self.name, key, "keywords"),
                        N_("“{word}” is a keyword of the category “{category}” already."),
                        word=word,
                        category=owners[word],
                    )

    def steps(self, alteration: Alteration, desk: Find) -> Iterator[Command]:
        """Add the branch or change it; keywords it gives up are free for others from then on.

        Procedures it gives up are followed no longer.
        """
        own = alteration.said(*_OWN)
        if alteration.how is How.ADDED:
            yield AddCategory(key=alteration.key, **{"name": "", **own})
        elif own:
            yield ChangeCategory(key=alteration.key, **own)
        had, has = alteration.old.get("keywords", ()), alteration.new.get("keywords", ())
        kept = tuple(word for word in had if word in has)
        if kept != had:
            yield SetKeywords(category=alteration.key, words=kept)
        for name in _without(alteration.old, alteration.new):
            yield DetachProcedure(article=article_called(desk, name).id, category=alteration.key)

    def links(self, alteration: Alteration, desk: Find) -> Iterator[Command]:
        """Give it the keywords that are new to it, and the procedures.

        Raises Unknown for an article there is not.
        """
        had, has = alteration.old.get("keywords", ()), alteration.new.get("keywords", ())
        if set(has) - set(had):
            yield SetKeywords(category=alteration.key, words=has)
        for name in _without(alteration.new, alteration.old):
            yield AttachProcedure(article=article_called(desk, name).id, category=alteration.key)


def _without(some: Facts, others: Facts) -> Iterator[str]:
    """Yield the procedures of the ones that the others have not."""
    yield from sorted(set(some.get("procedures", ())) - set(others.get("procedures", ())))


def _followed(desk: Find) -> dict[int, list[str]]:
    """The names of the articles whose steps are taken on each category."""
    tied = desk.find(Checklist)
    articles = {one.id: one for one in desk.find(Article, id=[tie.article_id for tie in tied])}
    found: dict[int, list[str]] = {}
    for tie in tied:
        found.setdefault(tie.category_id, []).append(name_of_article(articles[tie.article_id]))
    return found
