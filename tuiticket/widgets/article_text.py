"""The words of an article without the marks of Markdown, to be read or sent as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

_EMPHASIS = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")
_HEADING = re.compile(r"#{1,6}\s+")
_LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]+)[^)]*\)")
_RULE = re.compile(r"\|?[\s:|-]+\|?")


def plain(markdown: str) -> str:
    """The text as one would write it by hand; a table becomes one point for each of its rows."""
    lines: list[str] = []
    for table, block in groupby(markdown.split("\n"), key=lambda row: row.lstrip().startswith("|")):
        rows = list(block)
        lines.extend(_rows(rows) if table else map(_line, rows))
    return "\n".join(lines).strip()


def _line(text: str) -> str:
    return _words(_HEADING.sub("", text, count=1))


def _words(text: str) -> str:
    text = _LINK.sub(lambda link: f"{link[1]} ({link[2]})" if link[1] else link[2], text)
    while (fewer := _EMPHASIS.sub(r"\2", text)) != text:
        text = fewer
    return text


def _rows(block: list[str]) -> Iterator[str]:
    """A row as "- first: second, third"; the header is left out where a rule follows it."""
    begin = 2 if len(block) > 1 and _RULE.fullmatch(block[1].strip()) else 0
    for row in block[begin:]:
        first, *rest = [_words(cell.strip()) for cell in row.strip().strip("|").split("|")]
        yield f"- {first}: {', '.join(cell for cell in rest if cell)}" if rest else f"- {first}"
