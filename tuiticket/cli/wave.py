"""`tuiticket wave`: sudden waves of tickets about one thing."""

from __future__ import annotations

from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.printing import say, say_json, say_table
from tuiticket.cli.shapes import instant, ticket_line
from tuiticket.engine.errors import N_, Unknown
from tuiticket.engine.model.wave import Wave
from tuiticket.engine.rules.query import parse
from tuiticket.i18n import _, bracketed
from tuiticket.wave_words import called, query, size
from tuiticket.wording import label, when

app = Noun(N_("See sudden waves of tickets about one thing."))


@app.verb(
    "list",
    N_("List the waves that go on, the newest first."),
    N_(
        "With --json one object a line: number, kind (word, category, product or carrier), name,"
        " also (words that rose with it), started_at, last_at, tickets, expected (how many are"
        " usual in such a time), over_at, query (the filter for its tickets)."
    ),
)
def list_(
    context: typer.Context,
    every: Annotated[bool, typer.Option("--all", help=N_("Also those that are over."))] = False,
) -> None:
    """List waves."""
    with at_desk(context) as at, at.reading() as reading:
        found = reading.all(Wave) if every else reading.find(Wave, over_at=None)
        zone, now = ZoneInfo(reading.settings().zone), at.desk.now()
    waves = sorted(found, key=lambda wave: -wave.id)
    if at.json:
        for wave in waves:
            say_json(_shape(wave))
    elif not waves:
        typer.echo(_("No wave goes on."), err=True)
    else:
        headings = (_("Number"), _("Since"), _("Tickets"), _("Over"), _("About"))
        rows = [
            (
                str(wave.id),
                when(wave.started_at, now, zone),
                size(wave),
                when(wave.over_at, now, zone) if wave.over_at else "–",
                called(wave),
            )
            for wave in waves
        ]
        say_table(headings, rows)


@app.verb(
    "show",
    N_("Show the tickets of a wave, the newest first."),
    N_("With --json one object a line, in the shape of “ticket list”."),
)
def show(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="N", help=N_("The number of the wave."))],
) -> None:
    """Show the tickets of a wave."""
    with at_desk(context) as at, at.reading() as reading:
        found = reading.find(Wave, id=number)
        if not found:
            raise Unknown(
                N_("There is no wave {number}."),
                N_("See: tuiticket wave list --all"),
                number=number,
            )
        now, calendars = at.desk.now(), reading.calendars()
        numbers = reading.queue(parse(f"{query(found[0])} sort:-created"), None, now)
        lines = reading.lines(numbers, at.me(reading))
    if not at.json:
        say(f"{called(found[0])}: {size(found[0])}")
    for line in lines:
        if at.json:
            say_json(ticket_line(line, now, calendars))
        else:
            say(
                "  "
                + bracketed(f"#{line.id} {line.subject}", f"{label(line.state)} · {line.customer}")
            )


def _shape(wave: Wave) -> dict[str, Any]:
    return {
        "number": wave.id,
        "kind": wave.kind.value,
        "name": wave.name,
        "also": list(wave.also),
        "started_at": instant(wave.started_at),
        "last_at": instant(wave.last_at),
        "tickets": wave.tickets,
        "expected": wave.expected / 100,
        "over_at": instant(wave.over_at),
        "query": query(wave),
    }
