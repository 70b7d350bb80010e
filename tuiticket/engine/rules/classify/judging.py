"""A verdict on a text: the best three labels, whether the first may be set alone, and why.

Two voices are heard. The shop's keywords speak from the first day, the learner once it has been
told something; what keywords count for fades as 40 / (40 + texts learned).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tuiticket.engine.rules.classify.decisions import (
    ENOUGH,
    Decision,
    confidence,
    threshold,
)
from tuiticket.engine.rules.classify.features import Features
from tuiticket.engine.rules.classify.learner import Learner, Vector

BEST = 3
"""Labels that are proposed."""

REASONS = 5
"""Words that are given for a reason."""

FADING = 40
"""Texts learned after which keywords count half."""

BY_KEYWORD = 0.5
"""The margin from which on a label whose keyword was found is set alone, while too little was
decided to know better: enough that no other label's keyword was found too."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A label and how well it fits; about 1 above the others where there is no doubt."""

    label: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was made of a text.

    `proposals` best first; `margin` is how far the first is before the second; `alone` whether that
    is enough to act on; `confidence` the share of decisions as sure as this one that were right,
    None while too few are known. `reasons` are the words that spoke for the first label.
    """

    proposals: tuple[Proposal, ...] = ()
    margin: float = 0.0
    alone: bool = False
    confidence: float | None = None
    reasons: tuple[str, ...] = ()


def judge(
    learner: Learner,
    found: Features,
    decisions: Sequence[Decision],
    keywords: Mapping[str, Sequence[str]] | None = None,
) -> Verdict:
    """The verdict on a text with these features.

    `keywords` are those of each label that stand in the text. A learner that knows one label only
    has nothing to tell apart, and never sets it alone.
    """
    keywords = keywords or {}
    vector = learner.vector(found)
    scores = dict(zip(learner.labels, learner.scores(vector), strict=True))
    fade = FADING / (FADING + learner.texts)
    for label, words in keywords.items():
        if words:
            scores[label] = scores.get(label, 0.0) + fade * (1 + 0.2 * (len(words) - 1))
    order = sorted(scores, key=lambda label: (-scores[label], label))
    if not order or scores[order[0]] <= 0:
        return Verdict()
    first = order[0]
    second = order[1] if len(order) > 1 else None
    margin = scores[first] - (max(scores[second], 0.0) if second is not None else 0.0)
    limit = threshold(decisions)
    said = tuple(keywords.get(first, ()))
    return Verdict(
        proposals=tuple(Proposal(label, scores[label]) for label in order[:BEST]),
        margin=margin,
        alone=margin >= limit and len(order) > 1
        if limit is not None
        else len(decisions) < ENOUGH and bool(said) and margin >= BY_KEYWORD,
        confidence=confidence(decisions, margin),
        reasons=tuple(dict.fromkeys([*said, *weightiest(learner, vector, found, first, second)]))[
            :REASONS
        ],
    )


def weightiest(
    learner: Learner, vector: Vector, found: Features, label: str, rival: str | None
) -> list[str]:
    """The words that speak most for a label against its rival, the weightiest first."""
    numbers = {name: number for number, name in enumerate(learner.labels)}
    pro, contra = numbers.get(label, -1), numbers.get(rival or "", -1)
    weights: dict[str, float] = {}
    for feature, value in vector:
        row = learner.rows.get(feature)
        if row is not None:
            word = found[feature]
            difference = learner.weight(row, pro) - learner.weight(row, contra)
            weights[word] = weights.get(word, 0.0) + value * difference
    speaking = [word for word, weight in weights.items() if weight > 0]
    return sorted(speaking, key=lambda word: -weights[word])[:REASONS]
