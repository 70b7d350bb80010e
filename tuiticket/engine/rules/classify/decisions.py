"""From which margin on a learner may act alone: so that it is right 97 times of a hundred.

What counts is how it did on the last texts before it was told the answer. Nothing here is assumed
of how margins are spread: the surest decisions are taken, in order, for as long as enough of them
were right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

KEPT = 300
"""Decisions that are looked back at."""

ENOUGH = 30
"""Decisions below which nothing can be said of 97 in a hundred."""

RIGHT = 0.97


@dataclass(frozen=True, slots=True)
class Decision:
    """What a learner would have decided: its margin over the second best, and whether rightly."""

    margin: float
    right: bool


def threshold(decisions: Sequence[Decision]) -> float | None:
    """The margin from which on at least `RIGHT` of the last decisions were right; None if none."""
    surest = sorted(decisions[-KEPT:], key=lambda decision: -decision.margin)
    alone = _longest(surest)
    return surest[alone - 1].margin if alone >= ENOUGH else None


def confidence(decisions: Sequence[Decision], margin: float) -> float | None:
    """How many of the last decisions that were about as sure were right; None if few are known."""
    known = decisions[-KEPT:]
    if len(known) < ENOUGH:
        return None
    near = sorted(known, key=lambda decision: abs(decision.margin - margin))[:ENOUGH]
    return sum(decision.right for decision in near) / ENOUGH


def coverage(decisions: Iterable[Decision]) -> float:
    """The largest share that could be decided alone with `RIGHT` of it right."""
    surest = sorted(decisions, key=lambda decision: -decision.margin)
    return _longest(surest) / len(surest) if surest else 0.0


def _longest(surest: Sequence[Decision]) -> int:
    """How many of the surest can be taken so that `RIGHT` of them are right."""
    right = longest = 0
    for taken, decision in enumerate(surest, start=1):
        right += decision.right
        if right >= RIGHT * taken:
            longest = taken
    return longest
