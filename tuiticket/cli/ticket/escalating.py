"""`tuiticket ticket escalate`: calling for help."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.options import Fitting, Numbers
from tuiticket.cli.ticket.noun import app
from tuiticket.cli.ticket.report import AFTERWARDS, report
from tuiticket.engine.commands.escalating import Escalate
from tuiticket.engine.errors import N_
from tuiticket.i18n import _


@app.verb(
    "escalate",
    N_("Raise the priority by one step and call the team's lead, and say why."),
    AFTERWARDS,
)
def escalate(
    context: typer.Context,
    numbers: Numbers,
    reason: Annotated[str, typer.Option(metavar="TEXT", help=N_("Why it needs help."))],
    fitting: Fitting = False,
) -> None:
    """Escalate tickets."""
    with at_desk(context) as at:
        calls = (Escalate(ticket=number, reason=reason) for number in numbers)
        done = at.do(*calls, fitting=fitting)
        report(at, done, _("Ticket {number} was escalated."))
