"""`tuiticket ticket watch · unwatch · seen`: following tickets, and having read them."""

from __future__ import annotations

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.options import Fitting, Numbers
from tuiticket.cli.printing import say
from tuiticket.cli.ticket.noun import app
from tuiticket.cli.ticket.report import AFTERWARDS, report
from tuiticket.engine.commands.assignment import Accept
from tuiticket.engine.commands.watching import SeeTicket, Unwatch, Watch
from tuiticket.engine.errors import N_
from tuiticket.i18n import _


@app.verb("watch", N_("Hear of all that others do to these tickets."), AFTERWARDS)
def watch(context: typer.Context, numbers: Numbers, fitting: Fitting = False) -> None:
    """Watch tickets."""
    with at_desk(context) as at:
        done = at.do(*(Watch(ticket=number) for number in numbers), fitting=fitting)
        report(at, done, _("You watch ticket {number}."))


@app.verb("unwatch", N_("Hear of these tickets no more than your work asks for."), AFTERWARDS)
def unwatch(context: typer.Context, numbers: Numbers, fitting: Fitting = False) -> None:
    """Unwatch tickets."""
    with at_desk(context) as at:
        done = at.do(*(Unwatch(ticket=number) for number in numbers), fitting=fitting)
        report(at, done, _("You no longer watch ticket {number}."))


@app.verb(
    "seen",
    N_(
        "Note that you have read all that was said on these tickets.\n\nOf your own it is known"
        " then that you look after them."
    ),
)
def seen(context: typer.Context, numbers: Numbers) -> None:
    """Have read tickets."""
    with at_desk(context) as at:
        looked = ((Accept(ticket=number), SeeTicket(ticket=number)) for number in numbers)
        at.do(*(command for both in looked for command in both))
        if not at.json:
            say(*(_("You have read ticket {number}.").format(number=number) for number in numbers))
