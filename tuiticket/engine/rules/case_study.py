"""A solved ticket told as a worked case, without what would name its customer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

MASK = "…"
"""What stands in place of a name, an address, a number."""

SHORTEST = 3
"""Letters of a part of a name that is masked by itself; shorter ones are, after a title."""

_TITLES = r"(?i:mr|mrs|ms|miss|mx|dr|prof)\.?\s+"
_HAN_TITLES = "(?:先生|女士|小姐|太太|老师|同学)"
_HAN_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_LETTERS = re.compile(r"[^\W\d_]+")

_HEADINGS = {"zh": ("问题", "解决办法"), "en": ("Question", "Answer")}


def case_text(
    asked: str, answers: Iterable[str], name: str, private: Iterable[str], language: str
) -> str:
    """The text of an article: what was asked and what was answered, under two headings.

    `name` is the customer's, `private` are other words that would tell who it is.
    """
    question, answer = _HEADINGS.get(language, _HEADINGS["en"])
    said = "\n\n".join(text.strip() for text in answers if text.strip())
    text = f"## {question}\n\n{asked.strip()}\n\n## {answer}\n\n{said}"
    return without(text, name, private)


def without(text: str, name: str, private: Iterable[str]) -> str:
    """The text with a person's name, in whole and in part, and these words masked.

    Words and the whole name are found in whatever capitals, longer ones first; single characters
    are left. A part of the name is found as one writes a name: “May” but not “may”.
    """
    words = sorted({word.strip() for word in (name, *private) if len(word.strip()) > 1}, key=len)
    patterns = [f"(?i:{re.escape(word)})" for word in reversed(words)] + list(_parts(name))
    return re.sub("|".join(patterns), MASK, text) if patterns else text


def _parts(name: str) -> Iterator[str]:
    """Yield patterns of what a person is called by, other than by the whole name."""
    for part in _LETTERS.findall(name):
        if _HAN_NAME.fullmatch(part):
            surname, given = part[0], part[1:]
            yield surname + _HAN_TITLES
            if len(given) > 1:
                yield given
        elif not _HAN_NAME.search(part):
            written = "|".join(map(re.escape, {part.capitalize(), part.upper(), part}))
            yield rf"\b{_TITLES}(?:{written})\b"
            if len(part) >= SHORTEST:
                yield rf"\b(?:{written})\b"
