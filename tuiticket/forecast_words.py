"""How content a customer was or will be, in words: the rating, the forecast, what speaks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.model.rating import Outlook, Rating
from tuiticket.engine.rules.forecast.course import Course
from tuiticket.engine.rules.forecast.outlook import ENOUGH, Forecast, Reason, forecast_of
from tuiticket.event_words import name_of
from tuiticket.i18n import _, listed, ngettext
from tuiticket.wording import duration


def expected(dossier: Dossier, now: datetime) -> Iterator[str]:
    """How content the customer was, or how likely they will be, why, and how good that is."""
    outlook = dossier.outlook or Outlook(ratings=0)
    if dossier.rating is not None:
        yield from _rated(dossier.rating)
        return
    forecast = forecast_of(dossier, now)
    if forecast is not None:
        yield _("Of a hundred such customers {percent} are satisfied.").format(
            percent=percent(forecast)
        )
        yield from _reasons(dossier, forecast)
        yield from how_good(outlook)
    elif outlook.ratings < ENOUGH:
        yield too_few(outlook)


def in_short(dossier: Dossier, now: datetime) -> Iterator[tuple[str, str]]:
    """The rating or the forecast beside the ticket; nothing where customers never rate."""
    rating = dossier.rating
    if rating is not None:
        yield _("rating"), marks(rating)
    elif dossier.outlook is not None and dossier.outlook.ratings:
        forecast = forecast_of(dossier, now)
        if forecast is not None:
            yield _("forecast"), _("{percent} % satisfied").format(percent=percent(forecast))
        elif dossier.outlook.ratings < ENOUGH:
            yield _("forecast"), _("not enough to tell")


def percent(forecast: Forecast) -> int:
    """The probability of a forecast in whole percent."""
    return round(forecast.content * 100)


def marks(rating: Rating) -> str:
    """The three marks, each of five."""
    return _("speed {speed}, quality {quality}, attitude {attitude}").format(
        speed=rating.speed, quality=rating.quality, attitude=rating.attitude
    )


def too_few(outlook: Outlook) -> str:
    """That nothing can be foretold yet."""
    return _(
        "Not enough to tell how satisfied the customer will be: {count} ratings of {enough}."
    ).format(count=outlook.ratings, enough=ENOUGH)


def how_good(outlook: Outlook) -> Iterator[str]:
    """How far off the last forecasts were, beside the simplest one."""
    if outlook.brier is None or outlook.brier_of_usual is None:
        return
    yield _(
        "Forecasts so far: mean square error {brier} (Brier) over the last {count};"
        " always saying the usual share: {usual}."
    ).format(
        brier=f"{outlook.brier:.3f}",
        count=outlook.foretold,
        usual=f"{outlook.brier_of_usual:.3f}",
    )


def _rated(rating: Rating) -> Iterator[str]:
    yield _("Rated: {marks}").format(marks=marks(rating))
    if rating.comment:
        yield _("“{words}”").format(words=" ".join(rating.comment.split()))
    if rating.foreseen is not None:
        yield _("Before, {percent} % likely to be satisfied.").format(
            percent=round(rating.foreseen / 10)
        )


def _reasons(dossier: Dossier, forecast: Forecast) -> Iterator[str]:
    """What speaks for it, and what against."""
    pro = [_told(dossier, forecast.course, each) for each in forecast.reasons if each.change > 0]
    contra = [_told(dossier, forecast.course, each) for each in forecast.reasons if each.change < 0]
    if pro:
        yield _("for it: {words}").format(words=listed(pro))
    if contra:
        yield _("against it: {words}").format(words=listed(contra))


def _told(dossier: Dossier, course: Course, reason: Reason) -> str:
    """A circumstance of the ticket, as it stands there."""
    if reason.what == "category":
        return name_of(dossier.category) if dossier.category else _("its category")
    return _CIRCUMSTANCES[reason.what](getattr(course, reason.what))


def _breaches(count: int) -> str:
    return ngettext("{n} promise broken", "{n} promises broken", count).format(n=count)


def _transfers(count: int) -> str:
    return ngettext("handed over {n} time", "handed over {n} times", count).format(n=count)


def _rebounds(count: int) -> str:
    return ngettext("came back {n} time", "came back {n} times", count).format(n=count)


def _contacts(count: int) -> str:
    return ngettext("{n} contact", "{n} contacts", count).format(n=count)


_CIRCUMSTANCES: dict[str, Callable[[int], str]] = {
    "temper": lambda value: _("temper {score} of 100").format(score=round(value / 10)),
    "wait_s": lambda value: _("waited {time} at most").format(time=duration(value)),
    "took_s": lambda value: _("took {time} so far").format(time=duration(value)),
    "contacts": _contacts,
    "breaches": _breaches,
    "transfers": _transfers,
    "rebounds": _rebounds,
    "complaint": lambda value: _("a complaint") if value else _("no complaint"),
}
