"""`tuiticket ticket list`: the queue, or what a query finds."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.invocation import Invocation
from tuiticket.cli.options import query_of
from tuiticket.cli.printing import say_json, say_table
from tuiticket.cli.queue_text import in_portions, reader_of, say_queue
from tuiticket.cli.shapes import ticket_line
from tuiticket.cli.ticket.noun import app
from tuiticket.cli.view import view_at
from tuiticket.engine.errors import N_
from tuiticket.engine.model.people import Agent
from tuiticket.engine.ports import Reading
from tuiticket.engine.rules.query import FIELDS, Query
from tuiticket.engine.rules.views import ACTIVE, ORDERS, narrowed
from tuiticket.i18n import _


@app.verb(
    "list",
    N_(
        "List tickets: those a QUERY finds, in its order; without one the active ones, the most"
        " urgent first.\n\nFor example: tuiticket ticket list kind:complaint owner:none 'sla:<30m'"
    ),
    N_(
        "With --json one object a line: number, subject, kind, state, priority, urgency, channel,"
        " customer, customer_tags, team, owner, category, order, language, tags, created_at,"
        " updated_at, last_message_at, unanswered_since, clock, due_at, left_seconds, paused, late,"
        " snoozed_until, follow_up_at, unread."
    ),
    ignore_unknown_options=True,
)
def list_(
    context: typer.Context,
    query: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="QUERY", help=N_("Words and filters; see “tuiticket ticket filters”.")
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option(metavar="N", min=0, help=N_("At most so many; 0 for all."))
    ] = 0,
    view: Annotated[
        str | None,
        typer.Option(metavar="KEY", help=N_("What of a view QUERY lets through; see “view list”.")),
    ] = None,
) -> None:
    """List tickets, urgent ones first."""
    asked = query_of(query) if query else None
    with at_desk(context) as at, at.reading() as reading:
        now, calendars = at.desk.now(), reading.calendars()
        me = at.me(reading)
        numbers = reading.queue(_wanted(reading, asked, view, me), me, now)
        chosen = numbers[:limit] if limit else numbers
        lines = in_portions(reading, chosen, me)
        if at.json:
            for line in lines:
                say_json(ticket_line(line, now, calendars))
            return
        if not chosen:
            typer.echo(_("No ticket matches."), err=True)
            return
        say_queue(lines, reader_of(reading, now))
        if len(chosen) < len(numbers) and sys.stdout.isatty():
            typer.echo(
                _("{shown} of {all} tickets; --limit 0 lists all.").format(
                    shown=len(chosen), all=len(numbers)
                ),
                err=True,
            )


def _wanted(reading: Reading, asked: Query | None, key: str | None, me: Agent | None) -> Query:
    """The query itself, or what it lets through of a view; without either the active tickets."""
    if key is None:
        return ACTIVE.query if asked is None else asked
    return narrowed(view_at(reading, key, me), asked or Query(), ORDERS[0])


@app.verb("filters", N_("List the filters a query may use, with their values."))
def filters(context: typer.Context) -> None:
    """List the fields of the query language."""
    for spec in FIELDS.values() if Invocation.of(context).json else ():
        words = [word.word for word in spec.words] or list(spec.samples)
        say_json({"filter": spec.name, "help": _(spec.help), "values": words})
    if not Invocation.of(context).json:
        say_table(
            (_("Filter"), _("What it looks at")),
            [(f"{spec.name}:", _(spec.help)) for spec in FIELDS.values()],
        )
