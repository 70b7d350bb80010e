"""`tuiticket ticket wait · solve · reopen · close`: where a ticket stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.options import Fitting, Numbers
from tuiticket.cli.ticket.noun import app
from tuiticket.cli.ticket.report import AFTERWARDS, report
from tuiticket.engine.commands.life import Move, Reopen
from tuiticket.engine.errors import N_
from tuiticket.engine.model.ticket import State
from tuiticket.i18n import _


@app.verb("wait", N_("Wait for the customer, or for somebody else."), AFTERWARDS)
def wait(
    context: typer.Context,
    numbers: Numbers,
    fitting: Fitting = False,
    third: Annotated[
        bool, typer.Option("--third", help=N_("Wait for a third party, such as a carrier."))
    ] = False,
) -> None:
    """Set tickets to waiting."""
    to = State.WAITING_THIRD if third else State.WAITING_CUSTOMER
    _move(context, numbers, fitting, to, _("Ticket {number} waits."))


@app.verb("solve", N_("Call tickets solved; they close by themselves after a while."), AFTERWARDS)
def solve(context: typer.Context, numbers: Numbers, fitting: Fitting = False) -> None:
    """Set tickets to solved."""
    _move(context, numbers, fitting, State.SOLVED, _("Ticket {number} is solved."))


@app.verb("close", N_("Close tickets; clocks still running are called off."), AFTERWARDS)
def close(context: typer.Context, numbers: Numbers, fitting: Fitting = False) -> None:
    """Set tickets to closed."""
    _move(context, numbers, fitting, State.CLOSED, _("Ticket {number} is closed."))


@app.verb("resume", N_("Go on with tickets that waited or were in review."), AFTERWARDS)
def resume(context: typer.Context, numbers: Numbers, fitting: Fitting = False) -> None:
    """Set tickets to open."""
    _move(context, numbers, fitting, State.OPEN, _("Ticket {number} is in progress again."))


@app.verb("reopen", N_("Bring solved, closed or archived tickets back to work."), AFTERWARDS)
def reopen(
    context: typer.Context,
    numbers: Numbers,
    fitting: Fitting = False,
    reason: Annotated[str, typer.Option(metavar="TEXT", help=N_("Why it is not over."))] = "",
) -> None:
    """Reopen tickets."""
    with at_desk(context) as at:
        reopening = (Reopen(ticket=number, reason=reason) for number in numbers)
        done = at.do(*reopening, fitting=fitting)
        report(at, done, _("Ticket {number} is open again."))


def _move(
    context: typer.Context, numbers: Sequence[int], fitting: bool, to: State, said: str
) -> None:
    with at_desk(context) as at:
        moving = (Move(ticket=number, to=to) for number in numbers)
        report(at, at.do(*moving, fitting=fitting), said)
