"""What is worth drawing of an HTML page: words, blocks and lists, on one sheet for each quote.

Scripts, styles and hidden elements go; link targets are written out; images become `[图片 n]`; the
cells of a table's row stay on one line; what mail programs mark as a quote gets a sheet of its own.
No attribute is passed on and depth is limited, as layout engines take both on trust.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

MAX_LINKS = 5_000
"""A mail with more links is no letter."""
MAX_ELEMENTS = 200_000
"""A page with more elements is not drawn; that many take some seconds."""
MAX_DEPTH = 40
"""Blocks inside one another that are drawn as blocks; deeper ones only break the line."""
MAX_QUOTES = 5
"""Quotes inside one another that are told apart."""
MAX_TARGET = 2_000
"""Characters of a link's target that are shown."""
MAX_EMOJI = 4
"""Characters of an image's text that stand for it, if none is a letter or digit."""

IMAGE = "[图片 {number}]"
"""What stands for an image, counted from 1 through the mail; the same in every language."""
CELL = "\ufdd0"
"""Stands before each cell of a row; a noncharacter, so no customer's text holds it."""


def _words(names: str) -> frozenset[str]:
    return frozenset(names.split())


_UNSEEN = _words(
    "script style title template select datalist object applet iframe audio video svg math"
)
_PARAGRAPHS = _words("p h1 h2 h3 h4 h5 h6 figure")
_BLOCKS = _words(
    "div tr ul ol li pre blockquote table caption section article header footer main aside nav"
    " address center form fieldset dl dt dd hr details summary figcaption legend"
)
_LISTS = _words("ul ol li pre")
_SCHEMES = _words("http https ftp mailto tel sms")
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0\ufffe\uffff]")

_QUOTE_CLASSES = _words(
    "yahoo_quoted protonmail_quote ntes-mailmaster-quote alimail-quote tutanota_quote zmail_extra"
)
_QUOTE_IDS = _words("isreplycontent olk_src_body_section")
_LAST_IDS = _words("divrplyfwdmsg appendonsend mail-editor-reference-message-container")


class Sheets:
    """The target of an lxml parser.

    When it is closed, `drawn` holds the sheets in order, each as its depth of quotation (0 for the
    customer's own words) and an element tree; `too_much` tells that the page is none to be drawn.
    """

    def __init__(self) -> None:
        self.drawn: list[tuple[int, Any]] = []
        self._elements = 0
        self._links = 0
        self._images = 0
        self._unseen = 0
        self._depth = 0
        self._closers: list[Callable[[], None]] = []
        self._said: list[list[str]] = []
        self._fresh_cell = False
        self._last = False
        self._begin_sheet()

    @property
    def too_much(self) -> bool:
        """Whether the page has more links or elements than any letter."""
        return self._links > MAX_LINKS or self._elements > MAX_ELEMENTS

    # --- called by the parser ---

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element; what its end must do is remembered."""
        self._elements += 1
        if self.too_much:
            return
        self._closers.append(self._opened(tag, attributes))

    def end(self, tag: str) -> None:
        """End the innermost element."""
        if self._closers and not self.too_much:
            self._closers.pop()()

    def data(self, text: str) -> None:
        """Write words."""
        if self._unseen or self.too_much:
            return
        text = _UNFIT.sub("", text)
        if text.strip():
            self._fresh_cell = False
        if self._said:
            self._said[-1].append(text)
        # inscriptis resolves entities a second time; this leaves it nothing but what we wrote.
        self._builder.data(text.replace("&", "&amp;"))

    def close(self) -> None:
        """End the last sheet."""
        self._end_sheet()

    # --- elements ---

    def _opened(self, tag: str, attributes: Mapping[str, str]) -> Callable[[], None]:
        if self._unseen or tag in _UNSEEN or _is_hidden(attributes):
            self._unseen += 1
            return self._see_again
        if not self._last and _begins_last_quote(attributes):
            self._last = True
            self._turn(+1)
        elif _is_quote(tag, attributes):
            self._turn(+1)
            return partial(self._turn, -1)
        if tag == "a" and attributes.get("href"):
            self._links += 1
            self._said.append([])
            return partial(self._end_link, attributes["href"])
        if tag in ("td", "th"):
            self._builder.data(CELL)
            self._fresh_cell = True
        elif tag == "img":
            self._draw_image(attributes)
        elif tag == "br":
            self._break()
        elif tag in _BLOCKS or tag in _PARAGRAPHS:
            return self._begin_block(tag)
        return _nothing

    def _see_again(self) -> None:
        self._unseen -= 1

    def _begin_block(self, tag: str) -> Callable[[], None]:
        fresh, self._fresh_cell = self._fresh_cell, False
        if fresh and (tag in _PARAGRAPHS or tag in ("div", "center")):
            return _nothing  # the only block of most cells; it would break the row
        if len(self._blocks) >= MAX_DEPTH:
            self._break()
            return self._break
        name = tag if tag in _LISTS else "p" if tag in _PARAGRAPHS else "div"
        self._builder.start(name, {})
        self._blocks.append(name)
        return partial(self._end_block, len(self.drawn))

    def _end_block(self, sheet: int) -> None:
        if sheet == len(self.drawn):
            self._builder.end(self._blocks.pop())

    def _break(self) -> None:
        self._builder.start("br", {})
        self._builder.end("br")

    def _end_link(self, href: str) -> None:
        said = "".join(self._said.pop()).strip()
        if said:
            self.data(_target(href, said))

    def _draw_image(self, attributes: Mapping[str, str]) -> None:
        if {attributes.get("width", ""), attributes.get("height", "")} & {"0", "1", "0px", "1px"}:
            return  # a tracking pixel
        text = attributes.get("alt", "").strip()
        if 0 < len(text) <= MAX_EMOJI and not any(char.isalnum() or char < "\x80" for char in text):
            self.data(text)
        else:
            self._images += 1
            self.data(IMAGE.format(number=self._images))

    # --- sheets ---

    def _begin_sheet(self) -> None:
        from lxml.etree import TreeBuilder  # type: ignore[import-untyped]

        self._builder = TreeBuilder()
        self._builder.start("body", {})
        self._blocks: list[str] = []

    def _end_sheet(self) -> None:
        for name in reversed(self._blocks):
            self._builder.end(name)
        self._builder.end("body")
        self.drawn.append((min(self._depth, MAX_QUOTES), self._builder.close()))

    def _turn(self, step: int) -> None:
        """Go on with a new sheet, `step` quotes deeper."""
        self._end_sheet()
        self._depth += step
        self._begin_sheet()


def _nothing() -> None:
    """End an element that needs no ending."""


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style", "")))


def _target(href: str, said: str) -> str:
    """What to write behind a link's words: where it leads, unless they say so themselves."""
    href = "".join(href.split())
    scheme, _, rest = href.partition(":")
    if scheme.lower() not in _SCHEMES:
        return ""
    shown = rest.partition("?")[0] if scheme.lower() in ("mailto", "tel", "sms") else href
    spoken = {said.rstrip("/"), f"{scheme}://{said}".rstrip("/")}
    if not shown or shown.rstrip("/") in spoken:
        return ""
    return f" <{shown[:MAX_TARGET]}>"


def _names(attributes: Mapping[str, str], name: str) -> set[str]:
    """Words of a class or id, without the x_ that Outlook puts before those of others."""
    return {re.sub(r"^(?:x_)+", "", word) for word in attributes.get(name, "").lower().split()}


def _is_quote(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether a mail program marked this element as the mail that is answered."""
    if tag == "includetail" or _names(attributes, "id") & _QUOTE_IDS:
        return True
    classes = _names(attributes, "class")
    if tag == "blockquote":
        # Gmail gives its class also to a division, around forwarded mail and answers in between.
        cited = attributes.get("type", "").lower() == "cite" or "cite" in attributes
        return cited or "gmail_quote" in classes or bool(classes & _QUOTE_CLASSES)
    return bool(classes & _QUOTE_CLASSES)


def _begins_last_quote(attributes: Mapping[str, str]) -> bool:
    """Whether Outlook quotes from here to the end."""
    return bool(_names(attributes, "id") & _LAST_IDS)
