"""What the customers of the play thought in the end: marks that follow from how their story went.

Whoever waited long, was passed on or had to come again is less content than others, and people
differ; the same story, ticket and seed give the same marks. Not everyone answers.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from random import Random

from tuiticket.demo.casting import ENDED, Part
from tuiticket.demo.content import table
from tuiticket.demo.happenings import Happening
from tuiticket.demo.rehearsal import rehearse
from tuiticket.demo.scenes import Act
from tuiticket.demo.schedule import span
from tuiticket.demo.telling import CALLED_IN, VIA, Billed
from tuiticket.engine.commands.rating import Rate
from tuiticket.engine.model.people import Via
from tuiticket.engine.model.rating import BEST, CONTENT_FROM
from tuiticket.engine.model.ticket import Kind
from tuiticket.engine.rules.temper.scoring import temper

ANSWERING = 0.7
"""The share of customers who rate."""

_HOUR = timedelta(hours=1)
_MOOD = 0.6
"""How far people's marks lie apart after the same story."""


def rated(bill: Iterable[Billed], now: datetime, seed: int) -> Iterator[Happening]:
    """The ratings given by `now`, some hours after each story ended."""
    words = table("ratings.toml")
    for billed in bill:
        part, dice = billed.part, Random(seed * 100_003 + billed.number)
        answers, delay = dice.random() < ANSWERING, dice.uniform(1, 20) * _HOUR
        at = (billed.opened + span(part) + delay).replace(microsecond=0)
        if part.state not in ENDED or not answers or at >= now:
            continue
        rate = _rate(billed.number, part, words[part.scene.language], dice)
        yield Happening(at=at, who=_taken_down_by(part), via=_door(part), commands=(rate,))


def _rate(number: int, part: Part, words: dict[str, list[str]], dice: Random) -> Rate:
    mood = _contentment(part) + dice.gauss(0, _MOOD)
    speed = _mark(mood - _slowness(part) + dice.gauss(0, 0.4))
    quality, attitude = _mark(mood + dice.gauss(0, 0.4)), _mark(mood + 0.5 + dice.gauss(0, 0.4))
    mean = (speed + quality + attitude) / 3
    said = "content" if mean >= CONTENT_FROM else "mixed" if mean >= 3 else "not_content"
    comment = dice.choice(words[said]) if dice.random() < 0.5 else ""
    return Rate(ticket=number, speed=speed, quality=quality, attitude=attitude, comment=comment)


def _contentment(part: Part) -> float:
    """What the story alone would bring, before people differ; about 1 to 5."""
    turns = part.scene.turns[: part.turns]
    came = sum(turn.act is Act.SAYS for turn in turns)
    passed = sum(turn.act is Act.TRANSFER for turn in turns)
    late = rehearse(part.scene, part.channel)[part.turns - 1].strain > 1
    upset = temper(turns[0].text[part.take % len(turns[0].text)]).score
    return (
        5.4
        - 2.2 * max(0.0, upset - 0.4)
        - 0.3 * (came - 1)
        - 0.5 * passed
        - 0.9 * late
        - 0.8 * (part.scene.kind is Kind.COMPLAINT)
    )


def _slowness(part: Part) -> float:
    """What the time the story took costs the mark for speed."""
    return 0.3 * math.log2(1 + part.scene.length(part.turns) / (6 * _HOUR))


def _mark(mark: float) -> int:
    return max(1, min(BEST, round(mark)))


def _taken_down_by(part: Part) -> str | None:
    """Who rang back those who rang or came by; the others rate by themselves."""
    return list(part.owners.values())[-1] if part.channel in CALLED_IN else None


def _door(part: Part) -> Via:
    return Via.CONSOLE if part.channel in CALLED_IN else VIA.get(part.channel, Via.API)
