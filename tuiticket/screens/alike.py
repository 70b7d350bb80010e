"""What is being typed seems to be told already: by which open ticket, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from tuiticket.cells import drawable
from tuiticket.duplicate_words import because, known_by
from tuiticket.engine.commands.duplicates import resembling
from tuiticket.engine.model.duplicate import Resemblance, Telling
from tuiticket.engine.model.queue import QueueLine
from tuiticket.engine.ports import Reading
from tuiticket.i18n import _
from tuiticket.screens.dialogs.pick import Option
from tuiticket.widgets.page import Line, Piece, line
from tuiticket.widgets.wrapping import wrap


class Way(Enum):
    """What becomes of a matter that seems to be told already."""

    MERGE = "merge"
    LOOK = "look"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Alike:
    """An open ticket that seems to tell the same, and why."""

    like: Resemblance
    ticket: QueueLine


def alike(reading: Reading, told: Telling, now: datetime) -> list[Alike]:
    """The open tickets that seem to tell the same, the likest first."""
    found = resembling(reading, told, reading.settings(), now)
    lines = reading.lines([like.ticket for like in found])
    by_number = {each.id: each for each in lines}
    return [Alike(like, by_number[like.ticket]) for like in found if like.ticket in by_number]


def warning(found: Iterable[Alike], now: datetime, width: int) -> Iterator[Line]:
    """Which tickets those are, in view of who types."""
    for each in found:
        words = _("looks like {ticket}: {why}").format(
            ticket=known_by(each.ticket, now),
            why=because(each.like.ground, each.like.words),
        )
        for row in wrap(words, width):
            yield line(Piece(row, "soon"))
        yield line(Piece(drawable(each.ticket.subject), "quiet"))


def ways(found: Sequence[Alike]) -> list[Option[tuple[Way, int]]]:
    """What may be done about it, the likest ticket first."""
    options = []
    for each in found:
        number, subject = each.ticket.id, drawable(each.ticket.subject)
        put = _("put it under #{number}").format(number=number)
        look = _("look at #{number} first").format(number=number)
        options += [
            Option((Way.MERGE, number), put, subject, "merge"),
            Option((Way.LOOK, number), look, subject, "open look"),
        ]
    return [*options, Option((Way.APART, 0), _("a matter of its own"), words="new apart")]
