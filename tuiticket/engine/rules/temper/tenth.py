"""Who is angry in this shop: at most the worst tenth of the last tickets that were read.

Every shop has a tone of its own; a fixed score would put half of one shop's tickets before the
others and none of another's. So the level of a text follows from where its score stands among the
last ones, once enough are known. A threat is a threat whatever others write, and words that are not
even displeased are never angry, however gentle the rest.
"""

from __future__ import annotations

from collections.abc import Sequence

from tuiticket.engine.model.judgement import Temper
from tuiticket.engine.rules.temper.scoring import DISPLEASED_FROM, Reading

LAST = 300
"""Tickets that are looked back at."""

ENOUGH = 100
"""Tickets below which a tenth of them says too little; the fixed level of `scoring` holds then."""

PARTS = 10
"""One part in so many may be angry."""


def level_among(reading: Reading, last: Sequence[int]) -> Temper:
    """The level of a text among the scores of the last ones, each 0 to 1000.

    Angry is what scores higher than all but a tenth of them: of many that score alike, none.
    """
    if len(last) < ENOUGH or reading.level is Temper.THREATENING:
        return reading.level
    if reading.score < DISPLEASED_FROM:
        return Temper.CALM
    passed = sorted(last, reverse=True)[len(last) // PARTS]
    return Temper.ANGRY if round(reading.score * 1000) > passed else Temper.DISPLEASED
