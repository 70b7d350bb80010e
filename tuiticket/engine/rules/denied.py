"""Words looked for in a text that are not denied there: “smoke”, but not “no smoke”."""

from __future__ import annotations

import re
from collections.abc import Iterable

REACH = 40
"""Characters before a word in which it may be denied."""


def undenied(text: str, sought: re.Pattern[str], denial: re.Pattern[str]) -> tuple[str, ...]:
    """What is found of `sought` in a case-folded text, in order, each once.

    Left out is what `denial`, which ends where the word begins, denies.
    """
    found: Iterable[str] = (
        match[0]
        for match in sought.finditer(text)
        if not denial.search(text, max(0, match.start() - REACH), match.start())
    )
    return tuple(dict.fromkeys(found))
