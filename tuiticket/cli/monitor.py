"""`tuiticket monitor`: the wall board, which cannot write."""

from __future__ import annotations

from typing import Annotated

import typer

from tuiticket.cli.at_desk import AtDesk, at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.invocation import Invocation
from tuiticket.cli.printing import say, say_json
from tuiticket.cli.queue_text import in_portions, reader_of, say_queue
from tuiticket.cli.screen import screen_here
from tuiticket.cli.shapes import ticket_line
from tuiticket.engine.errors import N_
from tuiticket.engine.rules.query import Query, parse
from tuiticket.engine.rules.views import ACTIVE, ORDERS, narrowed
from tuiticket.i18n import _
from tuiticket.wording import tickets

app = Noun()


@app.verb(
    "monitor",
    N_("Open the wall board: it looks, and cannot write, whatever is typed."),
    N_("With --once and --json one object a line, in the shape of “ticket list”."),
)
def monitor(
    context: typer.Context,
    once: Annotated[
        bool, typer.Option("--once", help=N_("Print the queue once, and end."))
    ] = False,
    query: Annotated[
        str,
        typer.Option(
            "--filter", metavar="QUERY", help=N_("Show only what the query lets through.")
        ),
    ] = "",
    rotate: Annotated[
        int,
        typer.Option(
            min=0, metavar="SECONDS", help=N_("Go to the next view after that many seconds.")
        ),
    ] = 0,
    bell: Annotated[
        bool, typer.Option("--bell", help=N_("Ring when one more ticket is late."))
    ] = False,
) -> int:
    """Look at the queue through a connection that can only read."""
    said, wanted = Invocation.of(context), parse(query)
    if once or said.json or not screen_here():
        with at_desk(context, read_only=True) as at:
            print_queue(at, narrowed(ACTIVE, wanted, ORDERS[0]))
        return 0
    from tuiticket.bootstrap import open_desk
    from tuiticket.cli.setting import setting_of
    from tuiticket.monitor import Watch, run_monitor

    setting, watch = setting_of(said.config), Watch(rotate, bell, query)
    return run_monitor(lambda: open_desk(said.database, read_only=True), setting, watch)


def print_queue(at: AtDesk, query: Query = ACTIVE.query) -> None:
    """Write active tickets, the most urgent first, with their clocks as they are now."""
    with at.reading() as reading:
        now, calendars = at.desk.now(), reading.calendars()
        numbers = reading.queue(query, None, now)
        lines = in_portions(reading, numbers)
        if at.json:
            for line in lines:
                say_json(ticket_line(line, now, calendars))
            return
        name = reading.settings().name
        say(_("{shop}: {tickets} to do").format(shop=name, tickets=tickets(len(numbers))))
        say_queue(lines, reader_of(reading, now))
