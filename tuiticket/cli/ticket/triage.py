"""`tuiticket ticket triage · unrelated`: whether a matter has come back after its solution."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.options import Number
from tuiticket.cli.ticket.noun import app
from tuiticket.cli.ticket.report import AFTERWARDS, report
from tuiticket.engine.commands.coming_back import Unrelated
from tuiticket.engine.commands.triage import Triage
from tuiticket.engine.errors import N_, BadInput
from tuiticket.i18n import _


@app.verb(
    "triage",
    N_("Say of what a customer wrote after the solution: it is back, or it was just thanks."),
    AFTERWARDS,
)
def triage(
    context: typer.Context,
    number: Number,
    rebound: Annotated[
        bool | None,
        typer.Option("--rebound/--thanks", help=N_("The matter is back, or it was just thanks.")),
    ] = None,
) -> None:
    """Judge a message that came after the solution."""
    if rebound is None:
        raise BadInput(N_("It is not said what it was."), N_("Use --rebound or --thanks."))
    said = _("Ticket {number} is open again.")
    if not rebound:
        said = _("Ticket {number} stays as it is: just thanks.")
    with at_desk(context) as at:
        report(at, at.do(Triage(ticket=number, rebound=rebound)), said)


@app.verb("unrelated", N_("Say that a ticket is another matter, and no rebound."), AFTERWARDS)
def unrelated(context: typer.Context, number: Number) -> None:
    """Part a ticket from the one it seemed to come back on."""
    with at_desk(context) as at:
        report(at, at.do(Unrelated(ticket=number)), _("Ticket {number} is a matter of its own."))
