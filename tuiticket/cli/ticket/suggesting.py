"""`tuiticket ticket suggest`: what may help with a ticket, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.options import Number
from tuiticket.cli.printing import say, say_json
from tuiticket.cli.ticket.noun import app
from tuiticket.engine.errors import N_
from tuiticket.engine.model.suggestion import Suggestion
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.rules.safetext import one_line
from tuiticket.engine.work import unknown_ticket
from tuiticket.i18n import _
from tuiticket.suggestion_words import reasons

LONGEST = 200


@app.verb(
    "suggest",
    N_("Tell which articles and solved tickets may help with a ticket, and why."),
    N_(
        "With --json one object a line: article or ticket (their numbers, the other null), title,"
        " language, words (those in both), alike (pairs: a word of the ticket, and the one the"
        " article has for it), sent_on (similar solved tickets), uses."
    ),
)
def suggest(
    context: typer.Context,
    number: Number,
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, help=N_("At most so many of each sort."))
    ] = 5,
) -> None:
    """Suggest what may help."""
    with at_desk(context) as at, at.reading() as reading:
        if not reading.find(Ticket, id=number):
            raise unknown_ticket(number)
        found = reading.suggestions(number, limit)
    for each in found:
        if at.json:
            say_json(_shape(each))
        else:
            name = f"KB-{each.article.id}" if each.article else f"#{each.ticket}"
            say(f"{name} {one_line(each.title, LONGEST)}", *(f"    {why}" for why in reasons(each)))
    if not found and not at.json:
        typer.echo(_("Nothing is known that may help."), err=True)


def _shape(each: Suggestion) -> dict[str, object]:
    article = each.article
    return {
        "article": article.id if article else None,
        "ticket": each.ticket,
        "title": each.title,
        "language": article.language if article else None,
        "words": list(each.words),
        "alike": [list(pair) for pair in each.alike],
        "sent_on": list(each.sent_on),
        "uses": article.uses if article else None,
    }
