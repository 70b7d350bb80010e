"""`tuiticket ticket link · unlink`: tickets that have to do with each other."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.options import Number, ticket_number
from tuiticket.cli.ticket.noun import app
from tuiticket.cli.ticket.report import AFTERWARDS, report
from tuiticket.engine.commands.linking import Link, Unlink
from tuiticket.engine.errors import N_
from tuiticket.engine.model.link import LinkKind
from tuiticket.i18n import _

Other = Annotated[
    int,
    typer.Argument(metavar="OTHER", parser=ticket_number, help=N_("The other ticket's number.")),
]


@app.verb("link", N_("Tie two tickets together; both show it."), AFTERWARDS)
def link(
    context: typer.Context,
    number: Number,
    other: Other,
    duplicate: Annotated[
        bool, typer.Option("--duplicate", help=N_("The first says again what the other said."))
    ] = False,
) -> None:
    """Link two tickets."""
    kind = LinkKind.DUPLICATE if duplicate else LinkKind.RELATED
    with at_desk(context) as at:
        done = at.do(Link(ticket=number, other=other, kind=kind))
        report(at, done, _("Linked ticket {number}."))


@app.verb("unlink", N_("Take the link between two tickets away."), AFTERWARDS)
def unlink(context: typer.Context, number: Number, other: Other) -> None:
    """Unlink two tickets."""
    with at_desk(context) as at:
        done = at.do(Unlink(ticket=number, other=other))
        report(at, done, _("Took the link of ticket {number} away."))
