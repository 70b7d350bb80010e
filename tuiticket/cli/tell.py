"""`tuiticket tell`: a word to a colleague."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.options import ticket_number, words_or_input
from tuiticket.cli.printing import say, say_json
from tuiticket.engine.commands.telling import Tell
from tuiticket.engine.errors import N_
from tuiticket.i18n import _

app = Noun()


@app.verb(
    "tell",
    N_("Say something to a colleague; it lands in their inbox."),
    N_("With --json one object: login, number."),
)
def tell(
    context: typer.Context,
    login: Annotated[str, typer.Argument(metavar="LOGIN", help=N_("The colleague."))],
    text: Annotated[
        str,
        typer.Argument(
            metavar="TEXT", parser=words_or_input, help=N_("The text; - reads standard input.")
        ),
    ],
    ticket: Annotated[
        int | None,
        typer.Option(
            metavar="NUMBER", parser=ticket_number, help=N_("The ticket it is about, if any.")
        ),
    ] = None,
) -> None:
    """Tell a colleague something."""
    with at_desk(context) as at:
        at.do(Tell(login=login, text=text, ticket=ticket))
        if at.json:
            say_json({"login": login, "number": ticket})
        else:
            say(_("Told {login}.").format(login=login))
