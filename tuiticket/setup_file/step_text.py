"""A step of a policy as a person types it: `80: remind-owner, tell-lead (resolution)`.

First its share of the target in per cent, then what is done, in brackets the clocks it is for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_STEP = re.compile(
    r"(?P<at>\d{1,9})\s*%?\s*[:\uff1a](?P<do>[^()\uff08\uff09]*)"
    r"(?:[(\uff08](?P<clocks>[^()\uff08\uff09]*)[)\uff09])?"
)
_COMMA = re.compile(r"[,\uff0c\u3001]")


def step_text(step: Mapping[str, Any]) -> str:
    """A step on one line; its fields are as a file writes them."""
    clocks = ", ".join(step.get("clocks", ()))
    text = f"{step['at']}: {', '.join(step['do'])}"
    return f"{text} ({clocks})" if clocks else text


def step_from(line: str) -> Mapping[str, Any] | str:
    """The fields of a step; the line itself where it is none."""
    found = _STEP.fullmatch(line.strip())
    if found is None:
        return line
    step: dict[str, Any] = {"at": int(found["at"]), "do": _words(found["do"])}
    if clocks := _words(found["clocks"] or ""):
        step["clocks"] = clocks
    return step


def _words(text: str) -> list[str]:
    return [word for word in map(str.strip, _COMMA.split(text)) if word]
