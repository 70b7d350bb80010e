"""What the desk makes of a ticket by itself, and what it learned that from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from tuiticket.engine.model.message import PRIVATE


class Temper(StrEnum):
    """How a text sounds, from mild to worst; `threatening` names a consequence."""

    CALM = "calm"
    DISPLEASED = "displeased"
    ANGRY = "angry"
    THREATENING = "threatening"


HEATED = frozenset({Temper.ANGRY, Temper.THREATENING})
"""Tempers that make a ticket more urgent: about the worst tenth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What was made of a ticket's first words; one for each ticket that was read.

    `proposals` are the categories that fit best, the best first; `alone` says that the desk set the
    first by itself; `sure` how many of a hundred decisions as sure as this were right, None while
    that is not known. `temper` is 0 (content) to 1000 (furious). `corrected` says that a person set
    the temper. The words given for reasons are the customer's, one a line, the weightiest first;
    `learned` are those that people's corrections of other tickets taught, `lessons` how many
    corrections were heard (0: the list of words alone).
    """

    id: int = 0
    ticket_id: int
    proposals: tuple[int, ...] = ()
    alone: bool = False
    sure: int | None = None
    reasons: str = field(default="", metadata=PRIVATE)
    temper: int
    level: Temper
    corrected: bool = False
    temper_reasons: str = field(default="", metadata=PRIVATE)
    learned: str = field(default="", metadata=PRIVATE)
    lessons: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A ticket whose category a person decided: what the desk learns from. One for each ticket."""

    id: int = 0
    ticket_id: int
    category_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TemperLesson:
    """A ticket whose customer's temper a person told: what the desk learns tempers from.

    One for each ticket; `upset` is any level but calm.
    """

    id: int = 0
    ticket_id: int
    upset: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyword:
    """A word or phrase, case-folded, that speaks for a category; each stands for one only."""

    id: int = 0
    category_id: int
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TemperWord:
    """A word of the shop's own, case-folded, with what it says of a customer's temper.

    `weight` in tenths: above 0 displeased, 30 an insult; below 0 content; 0 nothing at all.
    """

    id: int = 0
    word: str
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Classifier:
    """How far the learner of categories has come; the one row of it. Follows from the lessons.

    `labels` are the ids of the categories it knows, in the order it met them; `texts` how many
    tickets it learned, `steps` how often it looked at one, `newest` the highest lesson. `decisions`
    are its last ones before it was told: their margins in thousandths and one more, negative where
    it was wrong.
    """

    id: int = 1
    algorithm: str
    labels: tuple[int, ...] = ()
    texts: int = 0
    steps: int = 1
    newest: int = 0
    decisions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TemperCourse:
    """How far the learner of tempers has come; the one row of it. Follows from its lessons.

    `texts`, `steps` and `newest` as in `Classifier`. `felt` tells of the last texts, before a
    person's word was learned: the learner's sum and that of the list of words, in thousandths, and
    1 where the customer was upset.
    """

    id: int = 1
    algorithm: str
    texts: int = 0
    steps: int = 1
    newest: int = 0
    felt: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureRow:
    """What a learner of the desk knows of one feature, packed; the id is its number plus 1.

    The numbers of the learner of tempers come after those of the learner of categories. See
    `rules.classify.rows`. Follows from the lessons.
    """

    id: int = 0
    packed: bytes
