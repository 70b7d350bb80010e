"""`tuiticket ticket merge · split`: one matter on two tickets, or two matters on one."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.options import Fitting, Number, Numbers, ticket_number
from tuiticket.cli.ticket.noun import app
from tuiticket.cli.ticket.report import AFTERWARDS, report
from tuiticket.engine.commands.merging import Merge, Split
from tuiticket.engine.errors import N_
from tuiticket.i18n import _, listed, ngettext


@app.verb(
    "merge", N_("Put all that was said on tickets under another, and close them."), AFTERWARDS
)
def merge(
    context: typer.Context,
    numbers: Numbers,
    into: Annotated[
        int,
        typer.Argument(metavar="INTO", parser=ticket_number, help=N_("The ticket that goes on.")),
    ],
    fitting: Fitting = False,
) -> None:
    """Merge tickets into another."""
    with at_desk(context) as at:
        done = at.do(*(Merge(ticket=number, into=into) for number in numbers), fitting=fitting)
        merged = [str(number) for number in numbers if number in done.tickets]
        took = ngettext(
            "Ticket {number} took up ticket {other}.",
            "Ticket {number} took up tickets {other}.",
            len(merged),
        ).replace("{other}", listed(merged))
        report(at, done, _("Merged ticket {number}."), {into: took})


@app.verb(
    "split",
    N_("Make a ticket of its own from one message of the customer."),
    N_("With --json the new ticket, then the old one, in the shape of “ticket list”."),
)
def split(
    context: typer.Context,
    number: Number,
    message: Annotated[
        int,
        typer.Option(metavar="M", help=N_("The number of the message, as “ticket show” has it.")),
    ],
    subject: Annotated[
        str, typer.Option(metavar="TEXT", help=N_("What the new ticket is about, in a line."))
    ] = "",
) -> None:
    """Split a message off a ticket."""
    with at_desk(context) as at:
        done = at.do(Split(ticket=number, message=message, subject=subject))
        left = _("Split it off ticket {number}.")
        report(at, done, _("Opened ticket {number}."), {number: left})
