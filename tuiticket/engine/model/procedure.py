"""Standard procedures: the steps of an article, ticked off on the tickets of a category."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tuiticket.engine.model.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """That the steps of an article are taken on tickets of a category, and of those below it."""

    id: int = 0
    article_id: int
    category_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTick:
    """That somebody (a login) took a step on a ticket; `step` is its words as they were then."""

    id: int = 0
    ticket_id: int
    article_id: int
    author: str
    at: datetime
    step: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a procedure on a ticket; `number` counts from 1, `tick` says who took it."""

    article_id: int
    number: int
    text: str
    tick: StepTick | None


@dataclass(frozen=True, slots=True)
class Procedure:
    """What is to be done step by step on a ticket, by an article, and what was done."""

    article: Article
    steps: tuple[Step, ...]

    @property
    def done(self) -> int:
        """How many steps were taken."""
        return sum(step.tick is not None for step in self.steps)

    @property
    def next(self) -> Step | None:
        """The first step nobody has taken yet; None when all are."""
        return next((step for step in self.steps if step.tick is None), None)
