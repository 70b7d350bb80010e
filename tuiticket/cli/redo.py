"""`tuiticket redo`: doing again what one took back last."""

from __future__ import annotations

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.ticket.report import AFTERWARDS, report
from tuiticket.engine.commands.undo import Redo
from tuiticket.engine.errors import N_
from tuiticket.i18n import _

app = Noun()


@app.verb("redo", N_("Do again what you took back last."), AFTERWARDS)
def redo(context: typer.Context) -> None:
    """Redo what one undid last."""
    with at_desk(context) as at:
        report(at, at.do(Redo()), _("Ticket {number} is again as you had it."))
