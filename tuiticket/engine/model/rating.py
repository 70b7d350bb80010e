"""How content customers were, and what that tells of tickets to come."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from tuiticket.engine.model.message import PRIVATE

BEST = 5
"""The best mark; 1 is the worst."""

CONTENT_FROM = 4
"""The mean of the three marks from which a customer counts as content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What a customer thought of how their matter was handled; one for each ticket, the last word.

    Each mark is 1 to 5. `agent_id` is who took it down, None where the customer gave it themselves.
    `course` and `category_id` are how the ticket had gone by then (see `rules.forecast.course`),
    `foreseen` how likely the desk thought before it was told that they would be content, in
    thousandths, None while it could not tell.
    """

    id: int = 0
    ticket_id: int
    speed: int
    quality: int
    attitude: int
    comment: str = field(default="", metadata=PRIVATE)
    at: datetime
    agent_id: int | None = None
    category_id: int | None = None
    course: tuple[int, ...] = ()
    foreseen: int | None = None

    @property
    def mean(self) -> float:
        """The mean of the three marks."""
        return (self.speed + self.quality + self.attitude) / 3

    @property
    def content(self) -> bool:
        """Whether the customer was content on the whole."""
        return self.mean >= CONTENT_FROM


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What the last ratings tell of tickets to come; the one row of it. Follows from the ratings.

    `ratings` is how many were looked at. Log-odds of a content customer are `start` for a ticket
    like the mean of those, whose circumstances are `usual`, and change by `weights` for each that
    differs and by what `categories` holds for its id. `brier` is how far off the desk was on those
    it foretold (the mean square, 0 is perfect), `foretold` how many those are, and `brier_of_usual`
    how far off is who always says the share so far.
    """

    id: int = 1
    ratings: int
    start: float = 0.0
    usual: tuple[float, ...] = ()
    weights: tuple[float, ...] = ()
    categories: tuple[tuple[int, float], ...] = ()
    foretold: int = 0
    brier: float | None = None
    brier_of_usual: float | None = None
