"""`tuiticket ticket spam`: what nobody needs to answer."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.options import Fitting, Numbers
from tuiticket.cli.ticket.noun import app
from tuiticket.cli.ticket.report import AFTERWARDS, report
from tuiticket.engine.commands.spam import MarkSpam, NotSpam
from tuiticket.engine.errors import N_
from tuiticket.i18n import _


@app.verb(
    "spam",
    N_(
        "Lay tickets to rest as spam: no clock runs, nothing is sent, no view shows them.\n\nThey"
        " are found with is:spam."
    ),
    AFTERWARDS,
)
def spam(
    context: typer.Context,
    numbers: Numbers,
    no: Annotated[bool, typer.Option("--not", help=N_("They are none: bring them back."))] = False,
    fitting: Fitting = False,
) -> None:
    """Mark tickets as spam, or take that back."""
    with at_desk(context) as at:
        if no:
            done = at.do(*(NotSpam(ticket=number) for number in numbers), fitting=fitting)
        else:
            done = at.do(*(MarkSpam(ticket=number) for number in numbers), fitting=fitting)
        report(at, done, _("Ticket {number} is back.") if no else _("Ticket {number} is spam."))
