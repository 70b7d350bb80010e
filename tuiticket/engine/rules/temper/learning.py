"""A second voice on temper: a learner that people's corrections teach, beside the list of words.

The learner of `classify.learner` tells calm texts from upset ones; that is one question, for four
levels taught apart were known worse than two on every set that was tried. Its sum and that of the
words lie on different scales, so each is set against how much it varied over the last texts, looked
at before anything was told of them. The learner's part grows with what it was told: share(n) =
n / (1.5 n + 200), so that it is heard a little from the first correction, as much as the words at
400, and counts double in the end. Measured at every number of corrections from 10 on, the two
together were never worse than the words alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from statistics import pstdev

from tuiticket.engine.rules.classify.features import Features
from tuiticket.engine.rules.classify.judging import weightiest
from tuiticket.engine.rules.classify.learner import Learner
from tuiticket.engine.rules.temper.scoring import NEUTRAL, Reading, scored

CALM, UPSET = "calm", "upset"

KEPT = 300
"""Texts by which is told how much the sums vary."""

OUTMOST = 3.0
"""Spreads from the middle beyond which the learner's sum counts no more: it may have met one text
often."""

LEAST_SPREAD = 0.1
"""The spread of the learner's sums while it knows next to nothing, and all are near 0."""

LEAST_SPREAD_OF_WORDS = 1.0
"""The spread of the words' sums where they are silent in most texts; that of tweets."""

LEARNED_WORDS = 3
"""Words that are given for the learner's reasons."""


@dataclass(frozen=True, slots=True)
class Felt:
    """How a text was read before a person told: the learner's sum and that of the words."""

    learner: float
    words: float
    upset: bool


@dataclass(slots=True)
class Pupil:
    """The learner of tempers in the making, and how it read the last texts before it was told."""

    learner: Learner
    felt: list[Felt] = field(default_factory=list)

    @classmethod
    def new(cls) -> Pupil:
        """One that knows nothing."""
        return cls(Learner([CALM, UPSET]))

    def take(
        self,
        found: Features,
        words: float,
        *,
        upset: bool,
        again: Iterable[tuple[Features, bool]] = (),
        is_new: bool = True,
    ) -> None:
        """Learn how the writer of a text felt, and look at some texts from before `again`.

        A text told of before, whose writer is said to feel otherwise now, is not counted anew.
        """
        learner = self.learner
        if is_new:
            self.felt = [*self.felt, Felt(self.sum(found), words, upset)][-KEPT:]
            learner.meet(found)
        for features, was_upset in ((found, upset), *again):
            learner.learn(learner.vector(features), learner.label(UPSET if was_upset else CALM))

    def sum(self, found: Features) -> float:
        """How much more the learner takes the text for upset than for calm."""
        scores = self.learner.scores(self.learner.vector(found))
        return scores[self.learner.label(UPSET)] - scores[self.learner.label(CALM)]

    def heard(self, reading: Reading, found: Features) -> Reading:
        """What the words told of a text, and what was learned, as one reading."""
        if not self.learner.texts:
            return reading
        spread = max(LEAST_SPREAD, pstdev(each.learner for each in self.felt))
        told = max(-OUTMOST, min(OUTMOST, self.sum(found) / spread))
        part = share(self.learner.texts)
        scale = max(LEAST_SPREAD_OF_WORDS, pstdev(each.words for each in self.felt))
        both = scored((1 - part) * reading.raw + part * scale * told, reading.threats)
        both = replace(both, blaming=reading.blaming, lessons=self.learner.texts)
        if both.score <= NEUTRAL:
            return both
        words = self._upsetting(found) if told > 0 else ()
        return replace(both, reasons=reading.blaming, learned=words)

    def _upsetting(self, found: Features) -> tuple[str, ...]:
        """The words of a text that corrections taught to be upset, the weightiest first."""
        vector = self.learner.vector(found)
        return tuple(weightiest(self.learner, vector, found, UPSET, CALM)[:LEARNED_WORDS])


def share(texts: int) -> float:
    """The learner's part in a reading after so many corrections; the words have the rest."""
    return texts / (1.5 * texts + 200)
