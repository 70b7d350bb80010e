"""A forecast: how likely a customer is content if the ticket ended as it stands, and why.

Nothing is foretold while fewer than `ENOUGH` ratings are known. How good forecasts are is measured
on those that were made before the customer told: their mean square error (Brier, "Verification of
forecasts expressed in terms of probability", 1950), beside that of who always says the share of
content customers so far.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.model.rating import Outlook, Rating
from tuiticket.engine.model.ticket import State
from tuiticket.engine.rules.forecast.course import CIRCUMSTANCES, Course, course_from, course_of
from tuiticket.engine.rules.forecast.fitting import Case, Fit, chance, fit

ENOUGH = 30
"""Ratings below which nothing is foretold."""

LAST = 300
"""Ratings that are looked back at."""

TELLING = 0.15
"""The change of the log-odds from which a circumstance is worth telling."""

REASONS = 4


@dataclass(frozen=True, slots=True)
class Reason:
    """A circumstance that speaks for or against a content customer.

    `what` names a field of `Course`, or is "category"; `change` is what it does to the log-odds.
    """

    what: str
    change: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """The probability of a content customer, and the circumstances it follows from.

    `reasons` begin with what tells most; `course` is what they speak of.
    """

    content: float
    reasons: tuple[Reason, ...]
    course: Course


def foresee(outlook: Outlook | None, course: Course, category_id: int | None) -> Forecast | None:
    """What to expect of a ticket's customer; None while too few ratings are known."""
    if outlook is None or outlook.ratings < ENOUGH:
        return None
    known = Fit(outlook.start, outlook.usual, outlook.weights, dict(outlook.categories))
    parts = zip(CIRCUMSTANCES, known.weights, course.sizes, known.usual, strict=True)
    told = [Reason(name, weight * (size - usual)) for name, weight, size, usual in parts]
    if category_id is not None and category_id in known.categories:
        told.append(Reason("category", known.categories[category_id]))
    telling = [reason for reason in told if abs(reason.change) >= TELLING]
    telling.sort(key=lambda reason: -abs(reason.change))
    odds = known.odds(course.sizes, category_id)
    return Forecast(chance(odds), tuple(telling[:REASONS]), course)


def outlook_of(ratings: Sequence[Rating]) -> Outlook:
    """What the last ratings, in order, tell; at most `LAST` of them are looked at."""
    last = ratings[-LAST:]
    if not last:
        return Outlook(ratings=0)
    found = fit([Case(course_from(r.course).sizes, r.category_id, r.content) for r in last])
    ours, usual = _errors(last)
    return Outlook(
        ratings=len(last),
        start=found.start,
        usual=found.usual,
        weights=found.weights,
        categories=tuple(sorted(found.categories.items())),
        foretold=len(ours),
        brier=sum(ours) / len(ours) if ours else None,
        brier_of_usual=sum(usual) / len(usual) if usual else None,
    )


def _errors(ratings: Sequence[Rating]) -> tuple[list[float], list[float]]:
    """The square errors of what was foretold, and of the share of content customers by then."""
    ours, usual = [], []
    content = 0
    for before, rating in enumerate(ratings):
        if rating.foreseen is not None:
            ours.append((rating.foreseen / 1000 - rating.content) ** 2)
            usual.append(((content + 1) / (before + 2) - rating.content) ** 2)
        content += rating.content
    return ours, usual


def forecast_of(dossier: Dossier, now: datetime) -> Forecast | None:
    """What to expect of the customer of a ticket; None where it cannot be told or was said."""
    ticket = dossier.ticket
    if dossier.rating is not None or ticket.state is State.SPAM or ticket.merged_into is not None:
        return None
    course = course_of(
        ticket, dossier.judgement, dossier.messages, dossier.clocks, dossier.events, now
    )
    return foresee(dossier.outlook, course, ticket.category_id)
