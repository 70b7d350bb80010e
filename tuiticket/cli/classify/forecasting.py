"""`tuiticket classify forecast`: how content customers will be, and how good such words were."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket import forecast_words
from tuiticket.cli.at_desk import at_desk, dossier_of
from tuiticket.cli.classify.noun import app
from tuiticket.cli.options import ticket_number
from tuiticket.cli.printing import say, say_json
from tuiticket.cli.shapes import forecast
from tuiticket.engine.errors import N_
from tuiticket.engine.model.rating import Outlook
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.forecast.course import CIRCUMSTANCES
from tuiticket.engine.rules.forecast.outlook import ENOUGH
from tuiticket.i18n import _


@app.verb(
    "forecast",
    N_(
        "How likely the customer of a ticket is content in the end; without a ticket, how good"
        " forecasts were.\n\nNothing is foretold below 30 ratings. Each rated ticket was foretold"
        " before its customer told."
    ),
    N_(
        "With --json one object. Of a ticket: number, content (the probability; null while it"
        " cannot be told), reasons (what, value, change of the log-odds). Else: ratings, enough,"
        " foretold, brier (mean square error over the last ones), brier_of_usual (of who always"
        " says the share so far), weights (of each circumstance, never above 0)."
    ),
)
def of_ticket(
    context: typer.Context,
    number: Annotated[
        int | None,
        typer.Argument(metavar="NUMBER", parser=ticket_number, help=N_("The ticket.")),
    ] = None,
) -> None:
    """Foretell one ticket, or tell how good forecasts were."""
    with at_desk(context) as at, at.reading() as reading:
        if number is None:
            _how_good(reading, as_json=at.json)
            return
        dossier, now = dossier_of(reading, number), at.desk.now()
        if at.json:
            told = forecast(dossier, now) or {"content": None, "reasons": []}
            say_json({"number": number, **told})
        else:
            say(*forecast_words.expected(dossier, now))


def _how_good(reading: Reading, *, as_json: bool) -> None:
    outlook = next(iter(reading.find(Outlook)), Outlook(ratings=0))
    if as_json:
        say_json(
            {
                "ratings": outlook.ratings,
                "enough": outlook.ratings >= ENOUGH,
                "foretold": outlook.foretold,
                "brier": outlook.brier,
                "brier_of_usual": outlook.brier_of_usual,
                "weights": dict(zip(CIRCUMSTANCES, outlook.weights, strict=False)),
            }
        )
    elif outlook.ratings < ENOUGH:
        say(forecast_words.too_few(outlook))
    else:
        good = list(forecast_words.how_good(outlook))
        say(*(good or [_("Nothing that was foretold has come to its end yet.")]))
