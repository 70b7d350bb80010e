"""An HTML mail as text: what the customer sees, in lines that a terminal can show.

libxml2 (through lxml) reads whatever the world sends, inscriptis lays out blocks and lists. Between
the two stand `Sheets`, which pass on nothing but words and blocks, so that a mail can neither blow
up the layout nor hide a link's target. Both libraries are imported at the first call.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from tuiticket.adapters.sheets import CELL, Sheets
from tuiticket.engine.rules.safetext import clean

MAX_MARKUP = 20_000_000
"""Characters of HTML that are still looked at."""


class Page(NamedTuple):
    """What an HTML mail says.

    `quoted` tells that the mail program marked its quotes: those lines of `text` begin with ">".
    `readable` is False for a page too large or with too many links; its text is empty.
    """

    text: str
    quoted: bool = False
    readable: bool = True


def read(markup: str) -> Page:
    """Lay out an HTML document or fragment, however broken, as cleaned text."""
    if len(markup) > MAX_MARKUP:
        return Page("", readable=False)
    from lxml.etree import HTMLParser  # type: ignore[import-untyped]

    sheets = Sheets()
    parser = HTMLParser(target=sheets, huge_tree=True)
    parser.feed(clean(markup) or " ")
    parser.close()
    if sheets.too_much:
        return Page("", readable=False)
    lines: list[str] = []
    for depth, tree in sheets.drawn:
        lines += _quoted(_lines(tree), depth)
    text = re.sub(r"\n{3,}", "\n\n", clean("\n".join(lines)))
    return Page(text.strip("\n"), quoted=any(depth for depth, _ in sheets.drawn))


def _lines(tree: Any) -> list[str]:
    from inscriptis.css_profiles import STRICT_CSS_PROFILE  # type: ignore[import-untyped]
    from inscriptis.html_engine import Inscriptis  # type: ignore[import-untyped]
    from inscriptis.model.config import ParserConfig  # type: ignore[import-untyped]
    from inscriptis.model.html_element import HtmlElement  # type: ignore[import-untyped]

    # A body of its own, as inscriptis keeps the canvas it draws on with the profile's.
    drawn = Inscriptis(tree, ParserConfig(css={**STRICT_CSS_PROFILE, "body": HtmlElement()}))
    return [_row(line) for line in drawn.get_text().split("\n")]


def _row(line: str) -> str:
    """A line as it is, a row of a table as its filled cells."""
    if CELL not in line:
        return line.rstrip()
    return " | ".join(cell.strip() for cell in line.split(CELL) if cell.strip())


def _quoted(lines: list[str], depth: int) -> list[str]:
    if not depth:
        return lines
    text = "\n".join(lines).strip("\n")
    return [f"{'>' * depth} {line}".rstrip() for line in text.split("\n")] if text else []
