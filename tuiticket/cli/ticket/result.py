"""`tuiticket ticket submit · review`: the result of a team that was asked for one."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.options import Number, Numbers, words_or_input
from tuiticket.cli.ticket.noun import app
from tuiticket.cli.ticket.report import AFTERWARDS, report
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.review import Review, Submit
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.ticket import State
from tuiticket.i18n import _


@app.verb("submit", N_("Hand in what was found out or done; others review it."), AFTERWARDS)
def submit(
    context: typer.Context,
    number: Number,
    result: Annotated[
        str,
        typer.Option(
            metavar="TEXT", parser=words_or_input, help=N_("The result; - reads standard input.")
        ),
    ],
    interim: Annotated[
        bool,
        typer.Option("--interim", help=N_("Not the last word: without review, the work goes on.")),
    ] = False,
) -> None:
    """Submit a result."""
    intent = Submit(ticket=number, result=result, interim=interim)
    said = _("Recorded the result of ticket {number}.")
    if not interim:
        said = _("Ticket {number} is up for review.")
    with at_desk(context) as at:
        report(at, at.do(intent), said)


@app.verb(
    "review",
    N_("Judge a submitted result; with neither --accept nor --reject, put tickets up for review."),
    AFTERWARDS,
)
def review(
    context: typer.Context,
    numbers: Numbers,
    accept: Annotated[
        bool | None, typer.Option("--accept/--reject", help=N_("Good enough, or not yet."))
    ] = None,
    reason: Annotated[
        str, typer.Option(metavar="TEXT", help=N_("What is wrong with it; --reject asks for one."))
    ] = "",
) -> None:
    """Accept or reject results, or put tickets up for review."""
    if reason and accept is not False:
        raise BadInput(N_("A reason is only given with --reject."), N_("Leave --reason away."))
    said = {
        True: _("Accepted the result of ticket {number}."),
        False: _("Sent the result of ticket {number} back."),
        None: _("Ticket {number} is up for review."),
    }
    with at_desk(context) as at:
        done = at.do(*(_judging(number, accept, reason) for number in numbers))
        report(at, done, said[accept])


def _judging(number: int, accept: bool | None, reason: str) -> Command:
    if accept is None:
        return Move(ticket=number, to=State.REVIEW)
    return Review(ticket=number, accept=accept, reason=reason)
