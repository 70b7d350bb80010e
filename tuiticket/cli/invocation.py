"""What a command line says before it comes to the point: which desk, who acts, in which shape."""

from __future__ import annotations

from dataclasses import dataclass

import typer

from tuiticket.config import Config


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
