"""`tuiticket undo`: taking back what one did last."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.ticket.report import AFTERWARDS, report
from tuiticket.engine.commands.undo import Undo
from tuiticket.engine.errors import N_
from tuiticket.i18n import _

app = Noun()


@app.verb("undo", N_("Take back what you did last, or the act with that number."), AFTERWARDS)
def undo(
    context: typer.Context,
    act: Annotated[
        int | None, typer.Argument(metavar="ACT", help=N_("An act's number, from “log show”."))
    ] = None,
) -> None:
    """Undo an act of one's own."""
    with at_desk(context) as at:
        report(at, at.do(Undo(act=act)), _("Ticket {number} is as it was before."))
