"""Learning a whole file of labelled texts, and measuring on another.

With several passes the texts are taken in a new order each time, after all words are counted. How
sure is sure enough is found out beforehand: another learner is taught without a part of the texts,
in as many passes, and decides on those; of few texts, one after the other, on every part. With one
pass they are taken as tickets arrive: nothing is known of what comes, and as long as few are known
some old ones are looked at again at each step.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count

from tuiticket.engine.rules.classify.decisions import KEPT, Decision, coverage, threshold
from tuiticket.engine.rules.classify.features import Features
from tuiticket.engine.rules.classify.learner import Learner, Vector

AGAIN = 4
"""Old texts that are looked at again at each step, while few are known."""

FEW = 20_000
"""Known texts up to which old ones are looked at again."""

PARTS = 5
"""Into so many stretches the texts of each label are cut, to see how sure is sure enough.

A whole stretch is kept back at once: texts that lie together often come from one person and are
put alike; were some of them known, the others would be easier than any text to come.
"""

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
    lively: float = 0.0,
    seed: int = 1,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Course:
    """Learn labelled texts, which lie in the order they came; the same give the same learner.

    `lively` is what the learner will be judging with. `progress` is told how many of how many steps
    are done.
    """
    learner = Learner(lively=lively)
    known = [(list(found), learner.label(label)) for found, label in examples]
    dice = random.Random(seed)
    course = Course(learner)
    if passes == 1:
        dice.shuffle(known)
        for done, (found, label) in enumerate(known):
            course.as_it_comes(found, label, dice)
            progress(done + 1, len(known))
        return course
    rounds = _rounds(known)
    total = passes * (len(known) + sum(len(others) for others, _held in rounds))
    steps = count(1)

    def tell() -> None:
        progress(next(steps), total)

    for others, held in rounds:
        sounding = Learner(list(learner.labels), lively=lively)
        _learn(sounding, others, passes, dice, tell)
        course.decisions += [
            decision(sounding, sounding.vector(found), label) for found, label in held
        ]
    course.decisions = dice.sample(course.decisions, min(KEPT, len(course.decisions)))
    _learn(learner, known, passes, dice, tell)
    return course


def _rounds(known: Sequence[Example]) -> list[tuple[list[Example], list[Example]]]:
    """What is learned and what is kept back, as often as it takes to decide on `KEPT` texts.

    The last texts of each label are kept back first.
    """
    texts = Counter(label for _found, label in known)
    met = Counter[int]()
    parts: list[list[Example]] = [[] for _part in range(PARTS)]
    for example in known:
        label = example[1]
        parts[met[label] * PARTS // texts[label]].append(example)
        met[label] += 1
    rounds = []
    missing = KEPT
    for number in reversed(range(PARTS)):
        if missing > 0:
            others = [each for part in parts[:number] + parts[number + 1 :] for each in part]
            rounds.append((others, parts[number]))
            missing -= len(parts[number])
    return rounds


def _learn(
    learner: Learner,
    examples: Sequence[Example],
    passes: int,
    dice: random.Random,
    tell: Callable[[], None],
) -> None:
    for found, _label in examples:
        learner.meet(found)
    vectors = [(learner.vector(found), label) for found, label in examples]
    for _pass in range(passes):
        dice.shuffle(vectors)
        for vector, label in vectors:
            learner.learn(vector, label)
            tell()


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
