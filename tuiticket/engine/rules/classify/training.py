"""Learning a whole file of labelled texts, and measuring on another.

With several passes the texts are taken in a new order each time, after all words are counted. With
one they are taken as tickets arrive: nothing is known of what comes, and as long as few are known
some old ones are looked at again at each step.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from tuiticket.engine.rules.classify.decisions import KEPT, Decision, coverage, threshold
from tuiticket.engine.rules.classify.features import Features
from tuiticket.engine.rules.classify.learner import Learner, Vector

AGAIN = 4
"""Old texts that are looked at again at each step, while few are known."""

FEW = 20_000
"""Known texts up to which old ones are looked at again."""

HELD_BACK = 0.1
"""The share of texts, `KEPT` at most, kept back to see how sure is sure enough."""

Example = tuple[Sequence[int], int]
"""The features of a text and the number of its label."""


@dataclass(slots=True)
class Course:
    """A learner in the making, and how it decided on texts before it was told their label."""

    learner: Learner
    decisions: list[Decision] = field(default_factory=list)
    known: list[Example] = field(default_factory=list)

    def as_it_comes(self, features: Sequence[int], label: int, dice: random.Random) -> None:
        """Decide on a text, learn it, and look at a few old ones again."""
        learner = self.learner
        self.decisions.append(decision(learner, learner.vector(features), label))
        learner.meet(features)
        learner.learn(learner.vector(features), label)
        if len(self.known) < FEW:
            for old, told in dice.sample(self.known, min(AGAIN, len(self.known))):
                learner.learn(learner.vector(old), told)
        self.known.append((features, label))


def decision(learner: Learner, vector: Vector, label: int) -> Decision:
    """What the learner would decide on a text, and whether that is its label."""
    best, margin = decide(learner.scores(vector))
    return Decision(margin, best == label)


def decide(scores: Sequence[float]) -> tuple[int | None, float]:
    """The best label and its margin over the second; None where there is no label."""
    if not scores:
        return None, 0.0
    order = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
    second = scores[order[1]] if len(order) > 1 else 0.0
    return order[0], scores[order[0]] - second


def train(
    examples: Iterable[tuple[Features, str]],
    passes: int,
    *,
    seed: int = 1,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Course:
    """Learn labelled texts; the same ones in the same order give the same learner.

    `progress` is told how many of how many steps are done.
    """
    learner = Learner()
    known = [(list(found), learner.label(label)) for found, label in examples]
    dice = random.Random(seed)
    dice.shuffle(known)
    course = Course(learner)
    if passes == 1:
        for done, (found, label) in enumerate(known):
            course.as_it_comes(found, label, dice)
            progress(done + 1, len(known))
        return course
    for found, _label in known:
        learner.meet(found)
    held = min(KEPT, int(len(known) * HELD_BACK))
    total = passes * len(known)
    _repeat(learner, known[held:], passes - 1, dice, lambda done: progress(done, total))
    course.decisions = [
        decision(learner, learner.vector(found), label) for found, label in known[:held]
    ]
    taught = (passes - 1) * (len(known) - held)
    _repeat(learner, known, 1, dice, lambda done: progress(taught + done, total))
    return course


def _repeat(
    learner: Learner,
    examples: Sequence[Example],
    passes: int,
    dice: random.Random,
    progress: Callable[[int], None],
) -> None:
    vectors = [(learner.vector(found), label) for found, label in examples]
    for turn in range(passes):
        dice.shuffle(vectors)
        for done, (vector, label) in enumerate(vectors, start=1):
            learner.learn(vector, label)
            progress(turn * len(vectors) + done)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How a learner did on labelled texts it was not taught.

    `coverage_at_97` is the largest share that could be decided alone with 97 of a hundred right;
    `alone` the share it does decide alone by the margin it was taught, `right_alone` the share of
    those that is right (None where it decides none).
    """

    n: int
    accuracy: float
    macro_f1: float
    coverage_at_97: float
    alone: float
    right_alone: float | None


def measure(
    learner: Learner, before: Sequence[Decision], examples: Iterable[tuple[Features, str]]
) -> Measured:
    """Let a learner judge labelled texts; a label it never met counts as a mistake.

    `before` are the decisions from which it knows how sure is sure enough.
    """
    told: list[tuple[str, str | None, float]] = []
    for found, label in examples:
        best, margin = decide(learner.scores(learner.vector(found)))
        told.append((label, None if best is None else learner.labels[best], margin))
    decisions = [Decision(margin, right == said) for right, said, margin in told]
    limit = threshold(before)
    alone = [each for each in decisions if limit is not None and each.margin >= limit]
    return Measured(
        n=len(told),
        accuracy=_share(decisions),
        macro_f1=_macro_f1([(right, said) for right, said, _margin in told]),
        coverage_at_97=coverage(decisions),
        alone=len(alone) / len(told) if told else 0.0,
        right_alone=_share(alone) if alone else None,
    )


def _share(decisions: Sequence[Decision]) -> float:
    return sum(each.right for each in decisions) / len(decisions) if decisions else 0.0


def _macro_f1(told: Sequence[tuple[str, str | None]]) -> float:
    """The mean over all labels of the harmonic mean of precision and recall."""
    scores = []
    for label in {right for right, _said in told}:
        hits = sum(right == said == label for right, said in told)
        claimed = sum(said == label for _right, said in told)
        there = sum(right == label for right, _said in told)
        scores.append(2 * hits / (claimed + there))
    return sum(scores) / len(scores) if scores else 0.0
