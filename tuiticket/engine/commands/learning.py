"""What the desk learns from the categories people decide, and how it is read again.

Each ticket teaches once, what was decided last. A correction is looked at until the desk gets it
right, a few old tickets with it so that they are not forgotten. Only the rows of the words at hand
are read and written: the cost does not grow with what is known.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from tuiticket.engine.commands.command import Command
from tuiticket.engine.model.judgement import Classifier, Lesson
from tuiticket.engine.model.message import Direction, Message
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.ports import Reading, Transaction
from tuiticket.engine.rules.classify.decisions import KEPT, Decision
from tuiticket.engine.rules.classify.features import SPACE, Features, features
from tuiticket.engine.rules.classify.learner import ALGORITHM, Learner
from tuiticket.engine.rules.classify.rows import pack_row, unpack_row
from tuiticket.engine.rules.classify.training import (
    AGAIN,
    Course,
    decide,
    decision,
    train,
)
from tuiticket.engine.rules.permissions import Permission
from tuiticket.engine.work import Work

ROWS = range(SPACE)
"""The numbers that features of the learner of categories have in the store."""

LIVELY = 0.5
"""The share that the latest weights have beside their average: a correction must show at once."""

STUBBORN = 8
"""How often a correction is looked at, at most."""

PASSES = 3
"""How often each ticket is looked at when all is learned again."""


def words_of(subject: str, body: str) -> str:
    """What a ticket is judged by: its subject and what the customer said first."""
    return f"{subject}\n{body}"


def first_words(source: Transaction | Reading, ticket_id: int) -> str:
    """What a ticket was judged by; nothing of one there is not."""
    tickets = source.find(Ticket, id=ticket_id)
    said = source.find(Message, ticket_id=ticket_id, direction=Direction.IN)
    return words_of(tickets[0].subject, said[0].body if said else "") if tickets else ""


def known(source: Transaction | Reading, asked: Iterable[int]) -> tuple[Learner, Classifier]:
    """The desk's learner with the rows of these features, and how far it has come."""
    found = source.find(Classifier)
    state = found[0] if found else Classifier(algorithm=ALGORITHM)
    if state.algorithm != ALGORITHM:
        return Learner(lively=LIVELY), Classifier(algorithm=ALGORITHM)
    rows = {feature: unpack_row(row) for feature, row in source.feature_rows(asked).items()}
    labels = [str(label) for label in state.labels]
    return Learner(labels, rows, state.texts, state.steps, LIVELY), state


def decisions_of(state: Classifier) -> list[Decision]:
    """The learner's last decisions, as its rules take them."""
    return [Decision((abs(told) - 1) / 1000, told > 0) for told in state.decisions]


def teach(work: Work, ticket: Ticket, category_id: int) -> bool:
    """Learn that a person decided this category; whether there was anything to learn.

    The change of the lesson belongs to the next event.
    """
    before = next(iter(work.tx.find(Lesson, ticket_id=ticket.id)), None)
    if before is not None and before.category_id == category_id:
        return False
    if before is None:
        lesson = work.add(Lesson(ticket_id=ticket.id, category_id=category_id))
    else:
        lesson = work.change(before, category_id=category_id)
    _learn(work, lesson, is_new=before is None)
    return True


def take_back(work: Work, ticket: Ticket) -> None:
    """Forget the lesson of a ticket that is of no category any more; part of the next event.

    What it did to the weights is gone when all is learned again.
    """
    for lesson in work.tx.find(Lesson, ticket_id=ticket.id):
        work.remove(lesson)


def _learn(work: Work, lesson: Lesson, *, is_new: bool) -> None:
    """Take the steps that a lesson asks for."""
    tx = work.tx
    found = _read(tx, lesson)
    if not found:
        return
    state = _state(tx)
    old = _old_ones(tx, lesson, state)
    learner, so_far = known(
        tx, {feature for each in (found, *(f for f, _id in old)) for feature in each}
    )
    label = learner.label(str(lesson.category_id))
    seen = decision(learner, learner.vector(found), label)
    if is_new:
        learner.meet(found)
    for _ in range(STUBBORN):
        learner.learn(learner.vector(found), label)
        if decide(learner.scores(learner.vector(found)))[0] == label:
            break
    for features_, category_id in old:
        learner.learn(learner.vector(features_), learner.label(str(category_id)))
    told = (round(seen.margin * 1000) + 1) * (1 if seen.right else -1)
    _keep(
        tx,
        learner,
        replace(
            so_far,
            newest=max(so_far.newest, lesson.id),
            decisions=(*so_far.decisions, told)[-KEPT:] if is_new else so_far.decisions,
        ),
        is_first=state is None,
    )


def _state(tx: Transaction) -> Classifier | None:
    """How far the learner has come; what another algorithm learned is forgotten here."""
    state = next(iter(tx.find(Classifier)), None)
    if state is not None and state.algorithm != ALGORITHM:
        tx.clear_feature_rows(ROWS)
    return state


def _old_ones(
    tx: Transaction, lesson: Lesson, state: Classifier | None
) -> list[tuple[Features, int]]:
    """A few lessons from before, with their features; the same ones for the same state."""
    if state is None:
        return []
    ids = looked_at_again(state.steps, state.newest, lesson.id)
    return [(_read(tx, each), each.category_id) for each in tx.find(Lesson, id=ids)]


def looked_at_again(steps: int, newest: int, but: int) -> set[int]:
    """The ids of a few lessons from before; the same ones at the same step."""
    dice = random.Random(steps)
    return set(dice.sample(range(1, newest + 1), min(AGAIN, newest))) - {but}


def _keep(tx: Transaction, learner: Learner, state: Classifier, *, is_first: bool) -> None:
    tx.keep_feature_rows({feature: pack_row(learner.rows[feature]) for feature in learner.changed})
    state = replace(
        state,
        labels=tuple(map(int, learner.labels)),
        texts=learner.texts,
        steps=learner.steps,
    )
    if is_first:
        tx.insert(state)
    else:
        tx.update(state)


def _read(source: Transaction | Reading, lesson: Lesson) -> Features:
    """The features of a ticket's first words."""
    return features(first_words(source, lesson.ticket_id), source.stem)


def relearned(reading: Reading) -> tuple[Course, int]:
    """All lessons of the desk learned from nothing, and the highest of them.

    Takes time in proportion to them: never within a transaction.
    """
    lessons = reading.find(Lesson)
    examples = ((_read(reading, each), str(each.category_id)) for each in lessons)
    course = train(examples, PASSES, lively=LIVELY)
    return course, lessons[-1].id if lessons else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOver(Command):
    """Put what was learned again (see `relearned`) in the place of what the desk had learned.

    Lessons above `newest`, which came meanwhile, are learned upon it.
    """

    permission: ClassVar[Permission] = Permission.SET_UP

    course: Course
    newest: int

    def carry_out(self, work: Work) -> None:
        """Store all rows anew."""
        learner = self.course.learner
        work.tx.clear_feature_rows(ROWS)
        decisions = tuple(
            (round(each.margin * 1000) + 1) * (1 if each.right else -1)
            for each in self.course.decisions[-KEPT:]
        )
        state = Classifier(algorithm=ALGORITHM, newest=self.newest, decisions=decisions)
        _keep(work.tx, learner, state, is_first=not work.tx.find(Classifier))
        for lesson in work.tx.find(Lesson):
            if lesson.id > self.newest:
                _learn(work, lesson, is_new=True)
        work.record("classifier.rebuilt", texts=learner.texts)
