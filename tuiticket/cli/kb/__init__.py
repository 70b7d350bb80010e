"""`tuiticket kb`: the knowledge base, all the console can do with it."""

from __future__ import annotations

from tuiticket.cli.kb import (
    articles,
    case,
    draft,
    folder,
    history,
    links,
    opinions,
    procedure,
    stale,
    synonyms,
)
from tuiticket.cli.kb.noun import app

__all__ = [
    "app",
    "articles",
    "case",
    "draft",
    "folder",
    "history",
    "links",
    "opinions",
    "procedure",
    "stale",
    "synonyms",
]

_ORDER = ("add", "search", "show", "edit", "remove", "import", "export", "from-ticket")
app.registered_commands.sort(
    key=lambda command: _ORDER.index(command.name) if command.name in _ORDER else len(_ORDER)
)
