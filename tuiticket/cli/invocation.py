"""What a command line says before it comes to the point: which desk, who acts, in which shape."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tuiticket.config import Config

if TYPE_CHECKING:
    import typer


@dataclass
class Invocation:
    """The global options of one command line, laid over the person's own settings.

    `database` is a path or URL, `login` who acts (None where `at_desk` is to find out), `json`
    whether to answer in JSON lines.
    """

    config: Config
    database: str
    login: str | None
    json: bool = False

    @classmethod
    def of(cls, context: typer.Context) -> Invocation:
        """The invocation that a command belongs to."""
        found = context.find_root().obj
        assert isinstance(found, cls)
        return found


def is_there(database: str) -> bool:
    """Whether there is a file at that path; a database on a server is taken to be there."""
    return "://" in database or Path(database).exists()
