"""The queue as plain lines: what `ticket list`, `demo --once` and `monitor --once` print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

import typer

from tuiticket.cells import fit
from tuiticket.cli.printing import styled, width
from tuiticket.engine.model.people import Agent, Team
from tuiticket.engine.model.queue import QueueLine
from tuiticket.engine.ports import Reading
from tuiticket.event_words import name_of
from tuiticket.i18n import _
from tuiticket.queue_columns import Placed, Reader, Tone, laid_out, tone

AT_ONCE = 500
"""Tickets read at a time, so that a long list begins at once and never fills the memory."""

_COLOURS = {Tone.LATE: "red", Tone.SOON: "yellow"}


def in_portions(
    reading: Reading, numbers: Sequence[int], me: Agent | None = None
) -> Iterator[QueueLine]:
    """The lines of many tickets, read as they are asked for, unread or not for one person."""
    for start in range(0, len(numbers), AT_ONCE):
        yield from reading.lines(numbers[start : start + AT_ONCE], me)


def reader_of(reading: Reading, now: datetime) -> Reader:
    """Who reads, with the names of the teams in their language and the shop's hours."""
    teams = {team.key: name_of(team) for team in reading.all(Team)}
    return Reader(now, teams=teams, calendars=reading.calendars())


def say_queue(lines: Iterable[QueueLine], reader: Reader) -> None:
    """Write a heading and a line for each ticket, as they come; the clock of a late one in red."""
    columns = laid_out(width())
    typer.echo(styled(_heading(columns), dim=True))
    for line in lines:
        typer.echo(_line(line, columns, reader))


def _heading(columns: Sequence[Placed]) -> str:
    return " ".join(fit(_(p.column.title), p.width) for p in columns).rstrip()


def _line(line: QueueLine, columns: Sequence[Placed], reader: Reader) -> str:
    clock, *rest = (fit(p.column.text(line, reader), p.width) for p in columns)
    colour = _COLOURS.get(tone(line, reader))
    return " ".join([styled(clock, fg=colour) if colour else clock, *rest]).rstrip()
