"""Changing a desk behind its back, as somebody with the sqlite3 shell would."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from typing import Any

from tests.cli.conftest import CommandLine
from tuiticket.engine.model.event import SealedLine
from tuiticket.engine.rules.chain import GENESIS, canonical, digest, seal


def tamper(say: CommandLine, *statements: str) -> None:
    """Change the desk behind its back, as with the sqlite3 shell and its triggers dropped."""
    with closing(sqlite3.connect(say.file, isolation_level=None)) as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in found.fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            connection.execute(statement)


def forge(say: CommandLine, rewrite: Callable[[dict[str, Any]], None]) -> None:
    """Rewrite what the log tells and seal it anew, as only one could who knows how."""
    columns = tuple(SealedLine.__dataclass_fields__)
    with closing(sqlite3.connect(say.file, isolation_level=None)) as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        previous = GENESIS
        found = connection.execute(f"SELECT {', '.join(columns)} FROM event ORDER BY id")
        for row in found.fetchall():
            line = SealedLine(**dict(zip(columns, row, strict=True)))
            payload = json.loads(line.payload)
            rewrite(payload)
            text = canonical(payload)
            line = replace(line, payload=text, payload_hash=digest(text), previous=previous)
            previous = seal(line)
            connection.execute(
                "UPDATE event SET payload = ?, payload_hash = ?, previous = ?, hash = ?"
                " WHERE id = ?",
                (line.payload, line.payload_hash, line.previous, previous, line.id),
            )
        connection.execute("UPDATE log_head SET hash = ?", (previous,))
