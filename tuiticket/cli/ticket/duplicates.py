"""`tuiticket ticket duplicates · keep-apart`: tickets that seem to tell the same matter."""

from __future__ import annotations

import typer

from tuiticket.cli.at_desk import at_desk, dossier_of
from tuiticket.cli.options import Number
from tuiticket.cli.printing import say, say_json
from tuiticket.cli.shapes import double
from tuiticket.cli.ticket.linking import Other
from tuiticket.cli.ticket.noun import app
from tuiticket.cli.ticket.report import AFTERWARDS, report
from tuiticket.duplicate_words import in_both, looks_like
from tuiticket.engine.commands.duplicates import KeepApart
from tuiticket.engine.errors import N_
from tuiticket.i18n import _


@app.verb(
    "duplicates",
    N_("Tell which open tickets seem to tell the same matter, and why."),
    N_(
        "With --json one object a line: number, subject, state, created_at, ours (this ticket came"
        " after that one), ground (customer, order, number or name: what is the same), percent (how"
        " like the words are), words (rare ones in both)."
    ),
)
def duplicates(context: typer.Context, number: Number) -> None:
    """List possible duplicates."""
    with at_desk(context) as at, at.reading() as reading:
        dossier = dossier_of(reading, number)
        now = at.desk.now()
    for each in dossier.doubles:
        if at.json:
            say_json(double(each))
        else:
            say(looks_like(each, now), f"    {each.line.subject}")
            say(
                "    "
                + _("the rare words in both: {words}").format(
                    words=in_both(each.found.words.splitlines())
                )
            )
    if not dossier.doubles and not at.json:
        typer.echo(_("No open ticket seems to tell the same."), err=True)


@app.verb("keep-apart", N_("Say that two tickets that look alike are two matters."), AFTERWARDS)
def keep_apart(context: typer.Context, number: Number, other: Other) -> None:
    """Deny a possible duplicate."""
    with at_desk(context) as at:
        done = at.do(KeepApart(ticket=number, other=other))
        report(at, done, _("Ticket {number} is a matter of its own."))
