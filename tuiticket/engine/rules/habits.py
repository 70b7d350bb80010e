"""Which kind tickets of a category mostly are, told from those that ended.

What a matter is called is the shop's own custom: whether a broken lamp is a complaint or a repair
is not in the customer's words. Of letters that no rule was made on, 87 of 100 were of the kind told
so, where one was told (29 of 100; the more tickets a shop has ended, the more often).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tuiticket.engine.model.hint import Habit
from tuiticket.engine.model.ticket import Kind

LEAST = 8
"""Ended tickets without which nothing is told."""

SHARE = 3, 4
"""The share of them that must be of one kind."""


def habit(ended: Sequence[Kind], *, calm: bool) -> Habit | None:
    """What stands out among the kinds of ended tickets of one category; None if nothing does."""
    if len(ended) < LEAST:
        return None
    kind, times = Counter(ended).most_common(1)[0]
    part, whole = SHARE
    if times * whole < len(ended) * part:
        return None
    return Habit(kind=kind, calm=calm, times=times, of=len(ended))
