"""A learner that takes one text at a time: averaged passive-aggressive, many labels.

PA-I after Crammer et al., "Online Passive-Aggressive Algorithms" (2006): a text that is already
told apart by a margin of 1 changes nothing; any other moves the right label and its strongest rival
just far enough, at most by `CAUTION`. Predictions use the average of all weights there ever were,
those of step n counting n times: it forgets single odd texts, and how little was known at first. A
feature weighs the more the rarer it is (its inverse document frequency), and a text has length 1
however long it is.

The average needs no copy of the weights: a change at step s is missing from the steps before, which
count s(s-1)/2 of the n(n+1)/2 in all. Beside each weight lies the sum of its changes times s(s-1),
and average = weight - sum / n(n+1).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, MutableMapping, Sequence
from dataclasses import dataclass, field

CAUTION = 0.5
"""The longest stride of one step; larger learns mistakes of people by heart."""

ALGORITHM = "pa1-2"
"""Names how features and weights are reckoned; a model of another name is made anew."""


@dataclass(slots=True)
class Row:
    """What is known of one feature: in how many texts it stood, and its weight for each label."""

    texts: int = 0
    weights: dict[int, float] = field(default_factory=dict)
    sums: dict[int, float] = field(default_factory=dict)


Vector = list[tuple[int, float]]
"""The features of a text with their values; their squares add up to 1."""


@dataclass(slots=True)
class Learner:
    """Labels, the rows of the features met so far, and how much was learned.

    `rows` may hold less than all rows: those of the text at hand are enough. `texts` counts
    different texts, `steps` how often any was looked at. `lively` is the share that the latest
    weights have in a score beside their average. `changed` names the rows that were changed.
    """

    labels: list[str] = field(default_factory=list)
    rows: MutableMapping[int, Row] = field(default_factory=dict)
    texts: int = 0
    steps: int = 1
    lively: float = 0.0
    changed: set[int] = field(default_factory=set, compare=False)

    def label(self, name: str) -> int:
        """The number of a label; a new one is added."""
        if name not in self.labels:
            self.labels.append(name)
        return self.labels.index(name)

    def meet(self, features: Iterable[int]) -> None:
        """Count a text that was not met before."""
        self.texts += 1
        for feature in features:
            self.rows.setdefault(feature, Row()).texts += 1
            self.changed.add(feature)

    def vector(self, features: Iterable[int]) -> Vector:
        """The features with their values, as far as texts are known now."""
        every = math.log(self.texts + 2) + 0.3
        rows, log = self.rows, math.log
        values = [
            (feature, every - log(rows[feature].texts + 1) if feature in rows else every)
            for feature in features
        ]
        length = math.sqrt(sum(value * value for _feature, value in values)) or 1.0
        return [(feature, value / length) for feature, value in values]

    def scores(self, vector: Vector) -> list[float]:
        """How well each label fits, by the averaged weights and, so far as lively, the latest."""
        now, past = [0.0] * len(self.labels), [0.0] * len(self.labels)
        for feature, value in vector:
            row = self.rows.get(feature)
            if row is not None:
                for label, weight in row.weights.items():
                    now[label] += value * weight
                for label, total in row.sums.items():
                    past[label] += value * total
        every = self._every()
        return [weight - total / every for weight, total in zip(now, past, strict=True)]

    def learn(self, vector: Vector, right: int) -> None:
        """Take one step towards the right label for this text."""
        self.steps += 1
        scores = [0.0] * len(self.labels)
        for feature, value in vector:
            row = self.rows.get(feature)
            if row is not None:
                for label, weight in row.weights.items():
                    scores[label] += value * weight
        rival = _strongest(scores, right)
        loss = 1.0 - scores[right] + (scores[rival] if rival is not None else 0.0)
        if loss > 0:
            self._move(vector, right, rival, min(CAUTION, loss / 2))

    def _move(self, vector: Vector, right: int, rival: int | None, stride: float) -> None:
        past = self.steps * (self.steps - 1)
        self.changed.update(feature for feature, _value in vector)
        for feature, value in vector:
            row = self.rows.get(feature)
            if row is None:
                row = self.rows[feature] = Row()
            change = stride * value
            weights, sums = row.weights, row.sums
            weights[right] = weights.get(right, 0.0) + change
            sums[right] = sums.get(right, 0.0) + change * past
            if rival is not None:
                weights[rival] = weights.get(rival, 0.0) - change
                sums[rival] = sums.get(rival, 0.0) - change * past

    def _every(self) -> float:
        """What the sums are divided by."""
        return self.steps * (self.steps + 1) / (1.0 - self.lively)

    def average(self, row: Row) -> dict[int, float]:
        """The weights of a feature that scores are made of, by label."""
        every = self._every()
        return {
            label: weight - row.sums.get(label, 0.0) / every
            for label, weight in row.weights.items()
        }

    def weight(self, row: Row, label: int) -> float:
        """The weight of a feature for one label that scores are made of."""
        return row.weights.get(label, 0.0) - row.sums.get(label, 0.0) / self._every()


def _strongest(scores: Sequence[float], besides: int) -> int | None:
    """The label with the highest score, one left out; None if there is no other."""
    others = [label for label in range(len(scores)) if label != besides]
    return max(others, key=scores.__getitem__, default=None)
