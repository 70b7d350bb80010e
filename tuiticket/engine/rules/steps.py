"""Which steps an article asks for: its boxes (- [ ] …), or else its numbered points."""

from __future__ import annotations

import re

from tuiticket.engine.rules.safetext import one_line

MOST_STEPS = 50
STEP_LIMIT = 200
"""Characters of one step."""

_BOX = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+\[[ xX]?\][ \t]+(.+)")
_POINT = re.compile(r"[ ]{0,3}\d{1,3}[.)、][ \t]*(\S.*)")
_MARKS = re.compile(r"\*\*|__|`")


def steps_in(body: str) -> tuple[str, ...]:
    """The steps of an article in order, each once, without the marks of Markdown."""
    rows = [row.rstrip() for row in body.split("\n")]
    found = [match[1] for row in rows if (match := _BOX.fullmatch(row))]
    if not found:
        found = [match[1] for row in rows if (match := _POINT.fullmatch(row))]
    words = (one_line(_MARKS.sub("", step), STEP_LIMIT) for step in found)
    return tuple(dict.fromkeys(step for step in words if step))[:MOST_STEPS]


def branches(key: str) -> tuple[str, ...]:
    """The key of a category and of all above it, itself last."""
    parts = key.split("/")
    return tuple("/".join(parts[: n + 1]) for n in range(len(parts)))
