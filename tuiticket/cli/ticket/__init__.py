"""`tuiticket ticket`: everything the console can do to a ticket."""

from __future__ import annotations

from tuiticket.cli.ticket import assignment, conversation, fields, life, listing, new, show
from tuiticket.cli.ticket.noun import app

__all__ = ["app", "assignment", "conversation", "fields", "life", "listing", "new", "show"]

_ORDER = (
    "new list filters show reply note receive take assign release transfer wait resume review"
    " solve reopen close set tag"
).split()
app.registered_commands.sort(key=lambda command: _ORDER.index(command.name or ""))
