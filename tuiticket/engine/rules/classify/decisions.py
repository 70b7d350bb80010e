"""From which margin on a learner may act alone: so that it is right 97 times of a hundred.

What counts is how it did on the last texts before it was told the answer. Nothing here is assumed
of how margins are spread: the surest decisions are taken, in order, for as long as so few of them
were wrong that it is hardly luck. The share that was right will not do by itself: of 300 decisions
it is off by a hundredth either way, and to look for the longest stretch that passes is to look for
the luckiest.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

KEPT = 1_000
"""Decisions that are looked back at; of fewer, fewer could be decided alone."""

NEAR = 30
"""Decisions about as sure as one that say how often such a one is right."""

RIGHT = 0.97

LUCK = 0.1
"""The chance that is taken: how often one right less than `RIGHT` would seem to be good enough."""

ENOUGH = math.ceil(math.log(LUCK) / math.log(RIGHT))
"""Decisions below which nothing can be said of 97 in a hundred, were they all right."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a learner would have decided: its margin over the second best, and whether rightly."""

    margin: float
    right: bool


@cache
def wrong_allowed(taken: int) -> int:
    """How many of so many decisions may be wrong, for `RIGHT` to be no luck; -1 if not even none.

    The most for which so few or fewer mistakes have a chance of `LUCK` at most where each decision
    is right with a chance of `RIGHT`: the bound of Clopper and Pearson, one-sided, the other way
    round.
    """
    wrong, chance = -1, RIGHT**taken
    total = chance
    while total <= LUCK:
        wrong += 1
        chance *= (taken - wrong) / (wrong + 1) * (1 - RIGHT) / RIGHT
        total += chance
    return wrong


def threshold(decisions: Sequence[Decision]) -> float | None:
    """The margin from which on the last decisions show that `RIGHT` are right; None if none does.

    Decisions of one margin are taken together or not at all.
    """
    surest = sorted(decisions[-KEPT:], key=lambda decision: -decision.margin)
    wrong, limit = 0, None
    for taken, decision in enumerate(surest, start=1):
        wrong += not decision.right
        last_of_margin = taken == len(surest) or surest[taken].margin < decision.margin
        if last_of_margin and wrong <= wrong_allowed(taken):
            limit = decision.margin
    return limit


def confidence(decisions: Sequence[Decision], margin: float) -> float | None:
    """How many of the last decisions that were about as sure were right; None if few are known."""
    known = decisions[-KEPT:]
    if len(known) < NEAR:
        return None
    near = sorted(known, key=lambda decision: abs(decision.margin - margin))[:NEAR]
    return sum(decision.right for decision in near) / NEAR


def coverage(decisions: Iterable[Decision]) -> float:
    """The largest share that could be decided alone with `RIGHT` of it right, known afterwards."""
    surest = sorted(decisions, key=lambda decision: -decision.margin)
    right = longest = 0
    for taken, decision in enumerate(surest, start=1):
        right += decision.right
        if right >= RIGHT * taken:
            longest = taken
    return longest / len(surest) if surest else 0.0
