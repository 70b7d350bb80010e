"""Reading a customer's temper by the list of words and by what people's corrections taught.

Each ticket whose temper a person told is a lesson, once, and what was told last counts; a few old
ones are looked at with it. Only the rows of the words at hand are read and written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.learning import first_words, looked_at_again
from tuiticket.engine.model.judgement import TemperCourse, TemperLesson, TemperWord
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.ports import Find, Reading, Transaction
from tuiticket.engine.rules.classify.features import SPACE, Features, features
from tuiticket.engine.rules.classify.learner import ALGORITHM, Learner
from tuiticket.engine.rules.classify.rows import pack_row, unpack_row
from tuiticket.engine.rules.permissions import Permission
from tuiticket.engine.rules.temper import scoring
from tuiticket.engine.rules.temper.learning import CALM, UPSET, Felt, Pupil
from tuiticket.engine.work import Work

ROWS = range(SPACE, 2 * SPACE)
"""The numbers its features have in the store, behind those of the learner of categories."""


def feeling_of(
    source: Transaction | Reading, text: str, seen: Features | None = None
) -> scoring.Reading:
    """How the desk reads the temper of a text; `seen` are its features where they are at hand."""
    read = scoring.temper(text, own_words(source))
    state = _state(source)
    if not state.texts:
        return read
    found = _features(source, text) if seen is None else _placed(seen)
    return _pupil(source, state, found).heard(read, found)


def own_words(source: Find) -> dict[str, float]:
    """The shop's own words of temper with their weights."""
    return {each.word: each.weight / 10 for each in source.find(TemperWord)}


def teach_temper(work: Work, ticket: Ticket, *, upset: bool) -> None:
    """Learn that a person told how a ticket's customer feels; part of the next event."""
    before = next(iter(work.tx.find(TemperLesson, ticket_id=ticket.id)), None)
    if before is not None and before.upset is upset:
        return
    if before is None:
        lesson = work.add(TemperLesson(ticket_id=ticket.id, upset=upset))
    else:
        lesson = work.change(before, upset=upset)
    _learn(work, lesson, is_new=before is None)


def _learn(work: Work, lesson: TemperLesson, *, is_new: bool) -> None:
    tx, state = work.tx, _state(work.tx)
    if not state.texts:
        tx.clear_feature_rows(ROWS)
    text = first_words(tx, lesson.ticket_id)
    found = _features(tx, text)
    if not found:
        return
    again = [
        (_features(tx, first_words(tx, old.ticket_id)), old.upset)
        for old in tx.find(TemperLesson, id=looked_at_again(state.steps, state.newest, lesson.id))
    ]
    pupil = _pupil(
        tx, state, (number for each in (found, *(f for f, _ in again)) for number in each)
    )
    words = scoring.temper(text, own_words(tx)).raw
    pupil.take(found, words, upset=lesson.upset, again=again, is_new=is_new)
    _keep(tx, pupil, max(state.newest, lesson.id))


def _state(source: Transaction | Reading) -> TemperCourse:
    """How far the learner has come; nothing counts that another algorithm learned."""
    found = source.find(TemperCourse)
    known = found and found[0].algorithm == ALGORITHM
    return found[0] if known else TemperCourse(algorithm=ALGORITHM)


def _pupil(source: Transaction | Reading, state: TemperCourse, asked: Iterable[int]) -> Pupil:
    """The learner with the rows of these features."""
    stored = source.feature_rows(asked) if state.texts else {}
    rows = {number: unpack_row(packed) for number, packed in stored.items()}
    felt = [Felt(mine / 1000, words / 1000, bool(upset)) for mine, words, upset in state.felt]
    return Pupil(Learner([CALM, UPSET], rows, state.texts, state.steps), felt)


def _features(source: Transaction | Reading, text: str) -> Features:
    """The features of a text, under the numbers they have in the store."""
    return _placed(features(text, source.stem))


def _placed(found: Features) -> Features:
    """Features under the numbers they have in the store."""
    return {ROWS.start + number: word for number, word in found.items()}


def _keep(tx: Transaction, pupil: Pupil, newest: int) -> None:
    learner = pupil.learner
    tx.keep_feature_rows({number: pack_row(learner.rows[number]) for number in learner.changed})
    state = TemperCourse(
        algorithm=ALGORITHM,
        texts=learner.texts,
        steps=learner.steps,
        newest=newest,
        felt=tuple(
            (round(each.learner * 1000), round(each.words * 1000), int(each.upset))
            for each in pupil.felt
        ),
    )
    if tx.find(TemperCourse):
        tx.update(state)
    else:
        tx.insert(state)


@dataclass(frozen=True, slots=True)
class Relearned:
    """All tempers people told, learned from nothing, and the highest lesson of them."""

    pupil: Pupil
    newest: int


def tempers_relearned(reading: Reading) -> Relearned:
    """Learn all lessons of the desk again, in order, as they came.

    Takes time in proportion to them: never within a transaction.
    """
    pupil, words, newest = Pupil.new(), own_words(reading), 0
    known: dict[int, tuple[Features, bool]] = {}
    for lesson in reading.find(TemperLesson):
        text = first_words(reading, lesson.ticket_id)
        if found := _features(reading, text):
            asked = looked_at_again(pupil.learner.steps, newest, lesson.id)
            again = [known[each] for each in sorted(asked) if each in known]
            raw = scoring.temper(text, words).raw
            pupil.take(found, raw, upset=lesson.upset, again=again)
            known[lesson.id] = found, lesson.upset
            newest = lesson.id
    return Relearned(pupil, newest)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOverTempers(Command):
    """Put what was learned again of tempers in the place of what the desk had learned.

    Lessons that came meanwhile are learned upon it.
    """

    permission: ClassVar[Permission] = Permission.SET_UP

    learned: Relearned

    def carry_out(self, work: Work) -> None:
        """Store all rows anew."""
        work.tx.clear_feature_rows(ROWS)
        _keep(work.tx, self.learned.pupil, self.learned.newest)
        for lesson in work.tx.find(TemperLesson):
            if lesson.id > self.learned.newest:
                _learn(work, lesson, is_new=True)
        work.record("tempers.rebuilt", texts=self.learned.pupil.learner.texts)
