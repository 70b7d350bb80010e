"""Reading a new ticket: its category, where that is sure enough, and its customer's temper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tuiticket.engine.commands.categories import category_at
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.feeling import feeling_of, teach_temper
from tuiticket.engine.commands.learning import decisions_of, known, words_of
from tuiticket.engine.errors import N_, BadInput, Refused, Unknown
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.judgement import Judgement, Keyword, Temper, TemperWord
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.ports import Reading, Transaction
from tuiticket.engine.rules.classify.features import Features, features
from tuiticket.engine.rules.classify.judging import Verdict, judge
from tuiticket.engine.rules.permissions import Permission
from tuiticket.engine.rules.safetext import one_line
from tuiticket.engine.rules.temper.tenth import LAST, level_among
from tuiticket.engine.work import Work, required

KEYWORD_LIMIT = 60
STRONGEST = 50
"""Tenths: the weight of the worst word a shop may add."""

_AT = {Temper.CALM: 0, Temper.DISPLEASED: 667, Temper.ANGRY: 900, Temper.THREATENING: 1000}
"""Where a level set by a person lies between 0 and 1000."""


def verdict_on(source: Transaction | Reading, text: str, seen: Features | None = None) -> Verdict:
    """What the desk makes of a text; labels are ids of categories, as words.

    `seen` are its features where they are at hand.
    """
    found = features(text, source.stem) if seen is None else seen
    learner, state = known(source, found)
    folded = text.casefold()
    keywords: dict[str, list[str]] = {}
    for keyword in source.find(Keyword):
        if keyword.word in folded:
            keywords.setdefault(str(keyword.category_id), []).append(keyword.word)
    return judge(learner, found, decisions_of(state), keywords)


def read_over(work: Work, ticket: Ticket, body: str) -> Ticket:
    """Judge a new ticket by its first words, and keep the judgement beside it.

    A category is set only where none was given and the desk is sure enough.
    """
    text = words_of(ticket.subject, body)
    seen = features(text, work.tx.stem)
    verdict = verdict_on(work.tx, text, seen)
    feeling = feeling_of(work.tx, text, seen)
    level = level_among(feeling, work.tx.last_tempers(LAST))
    alone = verdict.alone and ticket.category_id is None
    work.add(
        Judgement(
            ticket_id=ticket.id,
            proposals=tuple(int(each.label) for each in verdict.proposals),
            alone=alone,
            sure=None if verdict.confidence is None else round(verdict.confidence * 100),
            reasons="\n".join(verdict.reasons),
            temper=round(feeling.score * 1000),
            level=level,
            temper_reasons="\n".join(feeling.reasons),
            learned="\n".join(feeling.learned),
            lessons=feeling.lessons,
        )
    )
    if alone:
        ticket = work.change(ticket, category_id=int(verdict.proposals[0].label))
    return ticket


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectTemper(Command):
    """Say how a ticket's customer really feels, or that the desk felt it right.

    Its urgency follows, and the desk learns from it.
    """

    ticket: int
    level: Temper
    version: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Refused if a person said so already, or it was never read."""
        ticket = work.ticket(self.ticket, self.version)
        found = work.tx.find(Judgement, ticket_id=ticket.id)
        if not found:
            raise Refused(N_("No customer's words on ticket {number} were read."), number=ticket.id)
        if found[0].corrected and found[0].level is self.level:
            raise Refused(N_("Ticket {number} is so already."), number=ticket.id)
        work.change(found[0], level=self.level, temper=_AT[self.level], corrected=True)
        if work.actor.agent_id is not None:
            teach_temper(work, ticket, upset=self.level is not Temper.CALM)
        work.record("temper.corrected", ticket.id, level=self.level)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetKeywords(Command):
    """Set the words that speak for a category, in place of those it had."""

    permission: ClassVar[Permission] = Permission.SET_UP

    category: str
    words: tuple[str, ...]

    def carry_out(self, work: Work) -> None:
        """Raises Unknown for a category there is not, BadInput for a word that is another's."""
        category = category_at(work.tx, self.category)
        words = dict.fromkeys(_word(word) for word in self.words)
        for keyword in work.tx.find(Keyword, category_id=category.id):
            if keyword.word not in words:
                work.remove(keyword)
            words.pop(keyword.word, None)
        for word in words:
            if taken := work.tx.find(Keyword, word=word):
                other = work.tx.get(Category, taken[0].category_id)
                raise BadInput(
                    N_("“{word}” is a keyword of the category “{category}” already."),
                    word=word,
                    category=other.key if other else "?",
                )
            work.add(Keyword(category_id=category.id, word=word))
        work.record("category.changed", category=category.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighWord(Command):
    """Say what a word of the shop's own tells of temper; None forgets it.

    `weight` as in `rules.temper.lexicon`: 1 a plain complaint, 3 an insult, below 0 content.
    """

    permission: ClassVar[Permission] = Permission.SET_UP

    word: str
    weight: float | None

    def carry_out(self, work: Work) -> None:
        """Raises BadInput for a weight out of range, Unknown for a word that is not known."""
        word = _word(self.word)
        before = work.tx.find(TemperWord, word=word)
        if self.weight is None:
            if not before:
                raise Unknown(N_("“{word}” is no word of the shop's own."), word=word)
            work.remove(before[0])
        else:
            tenths = round(self.weight * 10)
            if abs(tenths) > STRONGEST:
                raise BadInput(N_("A word weighs from -5 to 5, not {weight}."), weight=self.weight)
            if before:
                work.change(before[0], weight=tenths)
            else:
                work.add(TemperWord(word=word, weight=tenths))
        work.record("desk.changed")


def _word(text: str) -> str:
    return required(one_line(text, KEYWORD_LIMIT), N_("keyword")).casefold()
