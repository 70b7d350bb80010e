"""What is said of tickets after something was done to them."""

from __future__ import annotations

from collections.abc import Mapping

import typer

from tuiticket.cli.at_desk import AtDesk, dossier_of
from tuiticket.cli.printing import say, say_json
from tuiticket.cli.shapes import double, ticket_line
from tuiticket.duplicate_words import looks_like
from tuiticket.engine.desk import Outcome
from tuiticket.engine.errors import N_
from tuiticket.engine.model.queue import QueueLine
from tuiticket.i18n import _
from tuiticket.wording import label, told

AFTERWARDS = N_("With --json the tickets as they are then, in the shape of “ticket list”.")
OPENED = N_(
    "With --json the ticket in the shape of “ticket list”, and duplicates: what it may tell again,"
    " in the shape of “ticket duplicates”."
)


def report(
    at: AtDesk, outcome: Outcome, said: str, others: Mapping[int, str] | None = None
) -> None:
    """Say of each ticket the outcome touched what happened, and how it stands now.

    `said` is a translated sentence with a place for {number}; some tickets may have `others`. Which
    were left out, and why, goes to standard error.
    """
    sentences = others or {}
    now = at.desk.now()
    with at.reading() as reading:
        lines, calendars = reading.lines(outcome.tickets, at.me(reading)), reading.calendars()
    for line in lines:
        if at.json:
            say_json(ticket_line(line, now, calendars))
        else:
            sentence = sentences.get(line.id, said).format(number=line.id)
            say(f"{sentence} {_standing(line)}")
    for error in outcome.left_out:
        typer.echo(_("Left out: {reason}").format(reason=told(error)), err=True)


def report_opened(at: AtDesk, outcome: Outcome, said: str) -> None:
    """Say that a ticket was opened, and which others it may tell again."""
    number, now = outcome.tickets[0], at.desk.now()
    with at.reading() as reading:
        line = reading.lines([number], at.me(reading))[0]
        doubles, calendars = dossier_of(reading, number).doubles, reading.calendars()
    if at.json:
        shape = ticket_line(line, now, calendars)
        say_json({**shape, "duplicates": [double(each) for each in doubles]})
    else:
        say(f"{said.format(number=number)} {_standing(line)}")
        say(*(f"  {looks_like(each, now)}" for each in doubles))


def _standing(line: QueueLine) -> str:
    words = [
        label(line.state),
        line.team or _("no team"),
        line.owner or _("nobody's"),
    ]
    return f"({' · '.join(words)})"
