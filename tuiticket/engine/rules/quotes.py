"""Where a customer's own words end and the quoted mail begins.

Only the marks that mail programs are known to leave are believed: attribution lines with a date,
blocks of repeated headers, banners such as QQ Mail's 原始邮件, and our own reply line. What looks
like a quote without such a mark is the customer's own. Nothing is thrown away: each line of the
text is in one of the two parts, and where no word would be left to show, nothing is cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tuiticket.engine.rules.quote_marks import (
    ADDRESS,
    ANY_ATTRIBUTION,
    ATTRIBUTION,
    BANNER,
    FORWARD,
    MAX_LINE,
    RULE,
    TIME,
    YEAR,
    header,
    is_reply_line,
)

HEADER_WINDOW = 12
"""Lines in which the headers of a quoted mail must stand together."""
MAX_WRAPS = 3
"""Lines over which an attribution may be broken."""


class Cut(NamedTuple):
    """A text in two parts: what the customer wrote, and what their mail program added."""

    visible: str
    quoted: str


def cut_quote(text: str, *, marked: bool = False) -> Cut:
    r"""Part `text` (cleaned, lines ending in \n) at its first quote that leaves words to show.

    `marked` says that lines beginning with ">" are known to be quoted, as in a text made from HTML
    whose quotes were marked.
    """
    lines = text.split("\n")
    for start, end in _quotes(lines, marked=marked):
        while start and _is_rule(lines[start - 1]):
            start -= 1
        visible = lines[:start] + lines[end:]
        if any(line.strip() for line in visible):
            return Cut(_joined(visible), _joined(lines[start:end]))
    return Cut(text, "")


def _quotes(lines: list[str], *, marked: bool) -> Iterator[tuple[int, int]]:
    """Spans of lines that a known mark calls quoted, earliest first.

    A forwarded mail was sent to be read: from its banner on, nothing is a quote. What a banner
    announces is no second mark.
    """
    announced = False
    for number, line in enumerate(lines):
        if not line.strip() or len(line) > MAX_LINE:
            continue
        if FORWARD.fullmatch(line.strip()):
            return
        below_banner, announced = announced, _is_banner(lines, number)
        if below_banner:
            continue
        if announced or is_reply_line(line) or _is_header_block(lines, number):
            yield number, len(lines)
            continue
        below = number if marked and _is_quoted(line) else _below_attribution(lines, number)
        if below is not None:
            end = _end_of_quote(lines, below)
            if end is None:
                return
            yield number, end


def _is_banner(lines: list[str], number: int) -> bool:
    """Tell a banner by its words, a short one also by what it announces: headers or a quote."""
    banner = lines[number].strip()
    if not BANNER.fullmatch(banner):
        return False
    below = _next_filled(lines, number + 1)
    return below < len(lines) and (
        len(banner.strip("-—–─_=*~ ")) > len("original")
        or header(lines[below]) is not None
        or _is_quoted(lines[below])
        or _below_attribution(lines, below) is not None
    )


def _is_header_block(lines: list[str], number: int) -> bool:
    """Tell the headers of a quoted mail: sender, sending time, and a subject or addresses.

    Names of sender and receiver alone are what a customer writes about a parcel.
    """
    first = header(lines[number])
    if first is None or first[0] != "from":
        return False
    found: dict[str, str] = {}
    strangers = 0
    for line in lines[number : number + HEADER_WINDOW]:
        if known := header(line):
            found.setdefault(*known)
        elif line.strip():
            strangers += 1
            if strangers > 2:
                break
    addressed = "@" in first[1] and "to" in found
    return bool(re.search(r"\d", found.get("sent", ""))) and ("subject" in found or addressed)


def _below_attribution(lines: list[str], number: int) -> int | None:
    """Return the line below the attribution that starts at `number`, None if there is none."""
    inside = _is_quoted(lines[number])
    if inside and number and _is_quoted(lines[number - 1]):
        return None
    words: list[str] = []
    for below in range(number + 1, min(number + MAX_WRAPS, len(lines)) + 1):
        word = lines[below - 1].removeprefix(">" if inside else "").strip()
        if not word:
            return None
        words.append(word)
        if word[-1] in ":：-" and _is_attribution(" ".join(words), lines, below):
            # A customer's line above an attribution is no part of it; the sender's name is.
            complete_without = _is_attribution(" ".join(words[1:]), lines, below)
            return None if complete_without and not ADDRESS.search(words[0]) else below
    return None


def _is_attribution(said: str, lines: list[str], below: int) -> bool:
    """Believe "On … wrote:" above a quoted line, or with a date and an address or nothing below."""
    if len(said) > MAX_LINE or not re.search(r"\d", said):
        return False
    below = _next_filled(lines, below)
    quoted_below = below < len(lines) and _is_quoted(lines[below])
    time, year = TIME.search(said), YEAR.search(said)
    if ATTRIBUTION.fullmatch(said):
        signed = bool((time or year) and ADDRESS.search(said))
        return quoted_below or signed or (below == len(lines) and time is not None)
    return bool(ANY_ATTRIBUTION.fullmatch(said) and year and (time or quoted_below))


def _end_of_quote(lines: list[str], below: int) -> int | None:
    """Return the line after the quote beginning at `below`, None if answers stand in between."""
    start = _next_filled(lines, below)
    if start == len(lines) or not _is_quoted(lines[start]):
        return len(lines)
    end = start
    while end < len(lines) and _is_quoted(lines[end]):
        end = _next_filled(lines, end + 1)
    return None if any(_is_quoted(line) for line in lines[end:]) else end


def _next_filled(lines: list[str], number: int) -> int:
    """Return the first line from `number` on that is not blank, or the number of lines."""
    while number < len(lines) and not lines[number].strip():
        number += 1
    return number


def _is_rule(line: str) -> bool:
    return not line.strip() or RULE.fullmatch(line) is not None


def _is_quoted(line: str) -> bool:
    return line.startswith(">")


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip("\n")
