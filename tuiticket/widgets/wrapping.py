"""Breaking plain text into lines of a terminal: by words, and between Chinese characters.

Widths are cells, so a Chinese character counts two. Closing punctuation never begins a line and
opening brackets never end one, as far as the width allows. Every character of the text is kept but
the blanks at which a line was broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, chop_cells

TAB = 4
"""Columns a tab reaches to."""

_OPENING = "([{（［｛「『【《〈〔“‘"
_CLOSING = ")]}!,.:;?%）］｝」』】》〉〕、。，．：；？！％…—～·”’"
# Kana, ideographs and their punctuation, Hangul, full-width forms, emoji.
_WIDE = (
    "\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60"
)
_WIDE += "\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003ffff"
# What must stay on one line, with the blanks after it: a wide character or a word, each with the
# brackets and marks around it.
_UNIT = re.compile(
    rf"[{re.escape(_OPENING)}]*(?:[{_WIDE}]|[^\s{_WIDE}]+)[{re.escape(_CLOSING)}]*\s*|\s+"
)

_CLAUSE_END = re.compile(r"[,;:.](?=\s|$)|\s(?=\()|[，；：。、（]")


def wrap(text: str, width: int) -> list[str]:
    """The lines of `text`, each at most `width` cells wide (2 or more), without trailing blanks."""
    return [line for paragraph in text.split("\n") for line in wrapped(paragraph, width)]


def wrapped(paragraph: str, width: int) -> Iterator[str]:
    """The lines of one paragraph; one empty line if it is empty."""
    paragraph = paragraph.rstrip().expandtabs(TAB)
    begin = 0
    for end in breaks(paragraph, width):
        yield paragraph[begin:end].rstrip()
        begin = end
    yield paragraph[begin:]


def clauses(text: str, width: int) -> str:
    """The first clauses of a sentence, as many as fit whole; "" where not even one does."""
    fitting = ""
    for end in _CLAUSE_END.finditer(text):
        beginning = text[: end.start()]
        if cell_len(beginning) > width:
            break
        fitting = beginning
    return text if cell_len(text) <= width else fitting


def breaks(paragraph: str, width: int, *, hanging: bool = True) -> Iterator[int]:
    """Where in a paragraph, without tabs, each line but the first begins.

    `hanging` blanks at the end of a line may stand beyond the width; others belong to their word.
    """
    if len(paragraph) * 2 <= width or cell_len(paragraph) <= width:
        return
    used = 0
    for match in _UNIT.finditer(paragraph):
        unit = match[0].rstrip() if hanging else match[0]
        size = cell_len(unit)
        if used and used + size > width:
            yield match.start()
            used = 0
        if size > width:
            begin = match.start()
            *full, rest = chop_cells(unit, width)
            for part in full:
                begin += len(part)
                yield begin
            size = cell_len(rest)
        used += size + match.end() - match.start() - len(unit)
