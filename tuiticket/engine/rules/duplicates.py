"""Whether a new matter is one that is told already: somebody near it, in like words.

Likeness is the cosine of the two sets of telling words, each weighed by how rare it is on the desk
(Salton and Buckley 1988, "Term-weighting approaches in automatic text retrieval", without
frequencies within a text). Words alone never suffice: a hundred customers wait for a parcel. Words
and something else must agree, the customer, the order, a number or at least the name.

The thresholds were set on the letters of the sample shop, each against its own copies, halves and
rewordings and against all others: of two different letters in one category one pair in a thousand
is taken for the same, and 84 to 100 of a hundred retellings are found.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence, Set

from tuiticket.engine.model.duplicate import Ground, Resemblance, Telling
from tuiticket.engine.rules.common_words import COMMON
from tuiticket.engine.rules.suggesting import shared_words, weights
from tuiticket.engine.rules.tokens import Stem, index_tokens, surfaces

READ = 2_000
"""Characters of what was told that are looked at."""

LIKE: Mapping[Ground, float] = {
    Ground.CUSTOMER: 0.25,
    Ground.ORDER: 0.25,
    Ground.NUMBER: 0.35,
    Ground.NAME: 0.5,
}
"""How like the words must be, from 0 to 1."""

LEAST_SHARED = 3
"""Different telling words that both must hold."""

LEAST_DIGITS = 6
"""Digits of a number that names an order, a parcel or a telephone, and no size or price."""

FEW = 200
"""Documents a desk is taken to have at least: among fewer no word can be called rare."""


def tokens_of(telling: Telling, stem: Stem) -> list[str]:
    """The words a matter is compared by, in order."""
    return index_tokens(telling.text[:READ], stem)


def numbers_of(telling: Telling, tokens: Collection[str]) -> frozenset[str]:
    """The numbers in a matter that name something, its order's with them."""
    named = {token for token in tokens if token.isdecimal() and len(token) >= LEAST_DIGITS}
    return frozenset(named | ({telling.order_number} if telling.order_number else set()))


def resemblances(
    told: Telling,
    others: Sequence[Telling],
    counts: Mapping[str, int],
    documents: int,
    stem: Stem,
) -> list[Resemblance]:
    """Which of the others tell the same, the likest first.

    `counts` says in how many of the desk's `documents` each word of `told` stands.
    """
    asked = tokens_of(told, stem)
    mine, numbers = _telling(asked), numbers_of(told, asked)
    shown = surfaces(told.text[:READ], stem)
    found = []
    for other in others:
        held = tokens_of(other, stem)
        ground = ground_between(told, numbers, other, held)
        if ground is None:
            continue
        theirs = _telling(held)
        both = mine & theirs
        like = _cosine(both, mine, theirs, weights(mine | theirs, counts, max(documents, FEW)))
        if len(both) >= LEAST_SHARED and like >= LIKE[ground]:
            words = tuple(shared_words(asked, both, shown))
            found.append(
                Resemblance(
                    ticket=other.ticket, ground=ground, percent=round(like * 100), words=words
                )
            )
    return sorted(found, key=lambda one: (-one.percent, -one.ticket))


def ground_between(
    told: Telling, numbers: Set[str], other: Telling, held: Collection[str]
) -> Ground | None:
    """What else than words ties the two together, the strongest; None if nothing does.

    `numbers` are those of the first, `held` the words of the other.
    """
    if told.customer_id is not None and told.customer_id == other.customer_id:
        return Ground.CUSTOMER
    if told.order_number and told.order_number == other.order_number:
        return Ground.ORDER
    if numbers & numbers_of(other, held):
        return Ground.NUMBER
    if told.name and told.name.casefold() == other.name.casefold():
        return Ground.NAME
    return None


def _telling(tokens: Collection[str]) -> frozenset[str]:
    return frozenset(token for token in tokens if len(token) > 1 and token not in COMMON)


def _cosine(
    both: Collection[str],
    one: Collection[str],
    other: Collection[str],
    weight: Mapping[str, float],
) -> float:
    sums = [sum(weight[token] for token in some) for some in (both, one, other)]
    return sums[0] / math.sqrt(sums[1] * sums[2]) if sums[1] and sums[2] else 0.0
