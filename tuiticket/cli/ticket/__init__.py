"""`tuiticket ticket`: everything the console can do to a ticket."""

from __future__ import annotations

from tuiticket.cli.ticket import (
    assignment,
    attachment,
    conversation,
    draft,
    duplicates,
    escalating,
    fields,
    joining,
    later,
    life,
    linking,
    listing,
    new,
    procedure,
    rating,
    result,
    show,
    spam,
    suggesting,
    triage,
    watching,
)
from tuiticket.cli.ticket.noun import app

__all__ = [
    "app",
    "assignment",
    "attachment",
    "conversation",
    "draft",
    "duplicates",
    "escalating",
    "fields",
    "joining",
    "later",
    "life",
    "linking",
    "listing",
    "new",
    "procedure",
    "rating",
    "result",
    "show",
    "spam",
    "suggesting",
    "triage",
    "watching",
]

_LAST = ("set", "tag")
_FIRST = ("new", "list", "filters", "show", "attachment", "reply", "note", "draft", "receive")


def _place(name: str | None) -> int:
    """Where a verb stands in the help: opening and talking first, describing last."""
    if name in _FIRST:
        return _FIRST.index(name) - len(_FIRST)
    return 1 if name in _LAST else 0


app.registered_commands.sort(key=lambda command: _place(command.name))
