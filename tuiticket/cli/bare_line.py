"""The line people type all day, `tuiticket` with no command, read without loading typer.

Typer takes as long to load as all that is needed to paint the console.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from tuiticket.i18n import LANGUAGES

NAMES: Mapping[str, str] = {"--db": "database", "--as": "login", "--lang": "language"}
"""The global options that take a value and go with no command, by what they set."""

COMPLETION = "_TUITICKET_COMPLETE"
"""Set by a shell that asks how a line may go on; what it asks of stands in the environment."""


def options_alone(
    line: Sequence[str], environment: Mapping[str, str] = os.environ
) -> Mapping[str, str] | None:
    """What the options of a line set, if it consists of nothing but these; the last one counts.

    None for every other line, wrong ones among them: those are typer's.
    """
    if COMPLETION in environment:
        return None
    found: dict[str, str] = {}
    words = iter(line)
    for word in words:
        name, sign, value = word.partition("=")
        value = value if sign else next(words, "")
        if name not in NAMES or not value or value.startswith("-"):
            return None
        found[NAMES[name]] = value
    return found if found.get("language", "en") in LANGUAGES else None
