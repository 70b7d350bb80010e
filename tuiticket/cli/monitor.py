"""`tuiticket monitor`: the wall board, which cannot write."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tuiticket.cli.at_desk import AtDesk, at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.invocation import Invocation
from tuiticket.cli.printing import say, say_json
from tuiticket.cli.queue_text import in_portions, reader_of, say_queue
from tuiticket.cli.shapes import ticket_line
from tuiticket.engine.errors import N_
from tuiticket.engine.rules.views import ACTIVE
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
) -> int:
    """Look at the queue through a connection that can only read."""
    said = Invocation.of(context)
    if once or said.json or not (sys.stdin.isatty() and sys.stdout.isatty()):
        with at_desk(context, read_only=True) as at:
            print_queue(at)
        return 0
    from tuiticket.bootstrap import open_desk
    from tuiticket.cli.setting import setting_of
    from tuiticket.monitor import run_monitor

    setting = setting_of(said.config)
    return run_monitor(lambda: open_desk(said.database, read_only=True), setting)


def print_queue(at: AtDesk) -> None:
    """Write the active tickets, the most urgent first, with their clocks as they are now."""
    with at.reading() as reading:
        now, calendars = at.desk.now(), reading.calendars()
        numbers = reading.queue(ACTIVE.query, None, now)
        lines = in_portions(reading, numbers)
        if at.json:
            for line in lines:
                say_json(ticket_line(line, now, calendars))
            return
        name = reading.settings().name
        say(_("{shop}: {tickets} to do").format(shop=name, tickets=tickets(len(numbers))))
        say_queue(lines, reader_of(reading, now))
