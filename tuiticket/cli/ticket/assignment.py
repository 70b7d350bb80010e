"""`tuiticket ticket take · steal · assign · release · transfer`: who works on a ticket."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.options import Fitting, Numbers, seconds_for
from tuiticket.cli.ticket.noun import app
from tuiticket.cli.ticket.report import AFTERWARDS, report
from tuiticket.engine.commands.assignment import Assign, Release, Steal, Take, Transfer
from tuiticket.engine.errors import N_
from tuiticket.i18n import _


@app.verb("take", N_("Make tickets yours that are nobody's; all of them or none."), AFTERWARDS)
def take(context: typer.Context, numbers: Numbers, fitting: Fitting = False) -> None:
    """Take tickets."""
    with at_desk(context) as at:
        done = at.do(*(Take(ticket=number) for number in numbers), fitting=fitting)
        report(at, done, _("Ticket {number} is yours."))


@app.verb("steal", N_("Take tickets over from whoever has them, and say why."), AFTERWARDS)
def steal(
    context: typer.Context,
    numbers: Numbers,
    reason: Annotated[str, typer.Option(metavar="TEXT", help=N_("Why it becomes yours."))],
    fitting: Fitting = False,
) -> None:
    """Steal tickets."""
    with at_desk(context) as at:
        done = at.do(*(Steal(ticket=number, reason=reason) for number in numbers), fitting=fitting)
        report(at, done, _("Ticket {number} is yours."))


@app.verb("assign", N_("Give tickets to a colleague."), AFTERWARDS)
def assign(
    context: typer.Context,
    numbers: Numbers,
    login: Annotated[str, typer.Argument(metavar="LOGIN", help=N_("Whose it becomes."))],
    fitting: Fitting = False,
) -> None:
    """Assign tickets."""
    with at_desk(context) as at:
        done = at.do(*(Assign(ticket=number, login=login) for number in numbers), fitting=fitting)
        report(at, done, _("Assigned ticket {number}."))


@app.verb("release", N_("Put tickets back into their team's queue."), AFTERWARDS)
def release(context: typer.Context, numbers: Numbers, fitting: Fitting = False) -> None:
    """Release tickets."""
    with at_desk(context) as at:
        done = at.do(*(Release(ticket=number) for number in numbers), fitting=fitting)
        report(at, done, _("Put ticket {number} back."))


@app.verb("transfer", N_("Hand tickets over to another team, and say why."), AFTERWARDS)
def transfer(
    context: typer.Context,
    numbers: Numbers,
    team: Annotated[str, typer.Argument(metavar="TEAM", help=N_("The team's key."))],
    reason: Annotated[str, typer.Option(metavar="TEXT", help=N_("Why it is theirs."))],
    submit_by: Annotated[
        int | None,
        typer.Option(
            "--submit-by",
            metavar="TIME",
            parser=seconds_for("--submit-by"),
            help=N_("In how much working time the result is wanted, as 4h; else as promised."),
        ),
    ] = None,
    fitting: Fitting = False,
) -> None:
    """Transfer tickets."""
    handing = (
        Transfer(ticket=number, team=team, reason=reason, submit_by=submit_by) for number in numbers
    )
    with at_desk(context) as at:
        report(at, at.do(*handing, fitting=fitting), _("Handed ticket {number} over."))
