"""What circumstances told of the customers who rated: a logistic regression that only lowers.

The log-odds of a content customer fall with each circumstance by a weight that is never above 0:
whatever a small sample says, a longer wait pleases nobody, and with few ratings such a bound does
more than any penalty. A ridge holds the weights near 0 as long as little is known. The optimum is
the only one, for the loss is convex, and is found one weight after the other, by steps that never
go too far (the loss bends by a quarter at most). So the same ratings give the same weights in
whatever order they came. What is left is shared out to the categories, each by one Newton step from
a prior of its own around 0.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)

RIDGE = 1.0
"""The precision of the prior of a weight, around 0."""

START_RIDGE = 0.5
"""The precision of the prior of the start, around the share of content customers."""

CATEGORY_RIDGE = 4.0
"""The precision of the prior of a category's share: some ratings are needed to move it."""

ROUNDS = 60
"""Rounds over all weights, at most."""

CLOSE = 1e-3
"""A change of all weights below which nothing is gained any more."""


@dataclass(frozen=True, slots=True)
class Case(Generic[K]):
    """A ticket that was rated: its circumstances on like scales, its category, its customer."""

    sizes: tuple[float, ...]
    category: K | None
    content: bool


@dataclass(frozen=True, slots=True)
class Fit(Generic[K]):
    """The log-odds at the usual circumstances, and what each differing one changes."""

    start: float
    usual: tuple[float, ...]
    weights: tuple[float, ...]
    categories: dict[K, float]

    def odds(self, sizes: Sequence[float], category: K | None) -> float:
        """The log-odds of a content customer."""
        parts = zip(self.weights, sizes, self.usual, strict=True)
        shared = self.categories.get(category, 0.0) if category is not None else 0.0
        return self.start + sum(w * (x - u) for w, x, u in parts) + shared


def chance(odds: float) -> float:
    """The probability of these log-odds."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def fit(cases: Sequence[Case[K]]) -> Fit[K]:
    """The weights that these cases speak for; there must be one at least."""
    count = len(cases)
    usual = tuple(sum(column) / count for column in zip(*(c.sizes for c in cases), strict=True))
    columns = [[c.sizes[i] - usual[i] for c in cases] for i in range(len(usual))]
    told = [float(case.content) for case in cases]
    share = (sum(told) + 1) / (count + 2)
    first = start = math.log(share / (1 - share))
    weights, odds = [0.0] * len(usual), [start] * count
    for _round in range(ROUNDS):
        moved = _step(odds, [1.0] * count, told, START_RIDGE, start - first)
        start += moved
        odds = [each + moved for each in odds]
        change = abs(moved)
        for i, column in enumerate(columns):
            wanted = weights[i] + _step(odds, column, told, RIDGE, weights[i])
            moved = min(0.0, wanted) - weights[i]
            if moved:
                weights[i] += moved
                odds = [each + moved * x for each, x in zip(odds, column, strict=True)]
                change = max(change, abs(moved))
        if change < CLOSE:
            break
    return Fit(start, usual, tuple(weights), _categories(cases, odds, told))


def _step(
    odds: Sequence[float],
    column: Sequence[float],
    told: Sequence[float],
    ridge: float,
    from_prior: float,
) -> float:
    """How far to move one weight, all others standing still; it is so far from its prior."""
    slope = -ridge * from_prior
    for each, x, y in zip(odds, column, told, strict=True):
        slope += (y - chance(each)) * x
    return slope / (ridge + sum(x * x for x in column) / 4)


def _categories(
    cases: Sequence[Case[K]], odds: Sequence[float], told: Sequence[float]
) -> dict[K, float]:
    """What each category adds to the log-odds."""
    slopes: dict[K, float] = {}
    bends: dict[K, float] = {}
    for case, each, y in zip(cases, odds, told, strict=True):
        if case.category is not None:
            p = chance(each)
            slopes[case.category] = slopes.get(case.category, 0.0) + y - p
            bends[case.category] = bends.get(case.category, CATEGORY_RIDGE) + p * (1 - p)
    return {category: slopes[category] / bends[category] for category in slopes}
