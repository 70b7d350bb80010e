"""A solved ticket told as a worked case, without what would name its customer."""

from __future__ import annotations

import re
from collections.abc import Iterable

MASK = "…"
"""What stands in place of a name, an address, a number."""

_HEADINGS = {"zh": ("问题", "解决办法"), "en": ("Question", "Answer")}


def case_text(asked: str, answers: Iterable[str], private: Iterable[str], language: str) -> str:
    """The text of an article: what was asked and what was answered, under two headings.

    `private` are the words that would name the customer; longer ones are taken out first.
    """
    question, answer = _HEADINGS.get(language, _HEADINGS["en"])
    said = "\n\n".join(text.strip() for text in answers if text.strip())
    text = f"## {question}\n\n{asked.strip()}\n\n## {answer}\n\n{said}"
    return without(text, private)


def without(text: str, private: Iterable[str]) -> str:
    """The text with these words masked, in whatever capitals; single characters are left."""
    names = sorted({name.strip() for name in private if len(name.strip()) > 1}, key=len)[::-1]
    if not names:
        return text
    return re.sub("|".join(map(re.escape, names)), MASK, text, flags=re.IGNORECASE)
