"""One ticket as the screens about it show it, read in one go."""

from __future__ import annotations

from dataclasses import dataclass

from tuiticket.engine.errors import N_, Unknown
from tuiticket.engine.knowledge import procedures
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.model.people import Team
from tuiticket.engine.model.procedure import Procedure
from tuiticket.engine.model.suggestion import Suggestion
from tuiticket.engine.ports import Reading
from tuiticket.event_words import Names
from tuiticket.widgets.timeline_entries import Entry, entries

SUGGESTED = 3
"""Articles suggested beside a ticket, and solved tickets like it."""


@dataclass(frozen=True, slots=True)
class TicketView:
    """A ticket with its story, the names in it, what may help, and what is to be done on it."""

    dossier: Dossier
    names: Names
    story: tuple[Entry, ...]
    suggested: tuple[Suggestion, ...]
    procedures: tuple[Procedure, ...]


def look_at(reading: Reading, number: int) -> TicketView:
    """All about a ticket; raises Unknown."""
    dossier = reading.dossier(number)
    if dossier is None:
        raise Unknown(
            N_("There is no ticket {number}."), N_("See: tuiticket ticket list"), number=number
        )
    return TicketView(
        dossier,
        names_at(reading, dossier),
        entries(dossier),
        tuple(reading.suggestions(number, SUGGESTED)),
        procedures(reading, dossier.ticket),
    )


def names_at(reading: Reading, dossier: Dossier) -> Names:
    """The names that may occur in the log of a ticket."""
    return Names.of(dossier.agents, reading.all(Team), reading.all(Category), clocks=dossier.clocks)
