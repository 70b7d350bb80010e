"""`tuiticket ticket rate`: what a customer thought of how their matter was handled."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.options import Number
from tuiticket.cli.ticket.noun import app
from tuiticket.cli.ticket.report import AFTERWARDS, report
from tuiticket.engine.commands.rating import Rate
from tuiticket.engine.errors import N_
from tuiticket.engine.model.rating import BEST
from tuiticket.i18n import _


@app.verb(
    "rate",
    N_(
        "Keep how a customer rates what was done, as they told it in a follow-up.\n\nEach mark is 1"
        " (very bad) to 5 (very good). What they said before is replaced; open tickets are foretold"
        " from it."
    ),
    AFTERWARDS,
)
def rate(
    context: typer.Context,
    number: Number,
    speed: Annotated[
        int, typer.Option(metavar="1-5", min=1, max=BEST, help=N_("How quickly it went."))
    ],
    quality: Annotated[
        int, typer.Option(metavar="1-5", min=1, max=BEST, help=N_("How well it was solved."))
    ],
    attitude: Annotated[
        int, typer.Option(metavar="1-5", min=1, max=BEST, help=N_("How they were treated."))
    ],
    comment: Annotated[str, typer.Option(metavar="TEXT", help=N_("What they said about it."))] = "",
) -> None:
    """Keep a rating."""
    with at_desk(context) as at:
        done = at.do(
            Rate(ticket=number, speed=speed, quality=quality, attitude=attitude, comment=comment)
        )
        report(at, done, _("Kept the rating of ticket {number}."))
