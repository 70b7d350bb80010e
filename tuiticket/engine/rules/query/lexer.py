"""Cuts a query into words, quoted words, filters, brackets and signs, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from tuiticket.engine.errors import N_
from tuiticket.engine.rules.query import faults
from tuiticket.engine.rules.query.fields import FIELD_NAMES
from tuiticket.engine.rules.query.operators import SIGNS
from tuiticket.engine.rules.query.tree import Span

LONGEST = 2_000
"""Characters of a query."""

# What a Chinese input method gives for our signs. One character each, so that places stay right.
_HALF_WIDTH = str.maketrans("：（）＞＜＝！～，－＊＂\u3000", ':()><=!~,-*"\u0020')
# A name and a colon, though not of a web address; or the colon forgotten before an operator.
_FILTER = re.compile(r"([^\W\d][\w-]*)(?::(?!//)|(?=[<>=≥≤≠]|!=))")
_MINUS = re.compile(r"-(?=[^\s)])")
_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"(?!")|“([^”]*)”')
_QUOTED_OR_NOT = re.compile(r'(?P<quoted>"[^"]*(?:""[^"]*)*"(?!")|“[^”]*”)|[^"“]+|.')
_SIGN = re.compile(rf"[{SIGNS}]+")
_BARE_VALUE = re.compile(r'[^\s,()"“]+')
_BARE = re.compile(r'[^\s()"“]+')
_SPACE = re.compile(r"\s+")


class Mark(Enum):
    """What a token is."""

    OPEN = "("
    CLOSE = ")"
    MINUS = "-"
    OR = "OR"
    AND = "AND"
    NOT = "NOT"
    WORD = "word"
    PHRASE = "phrase"
    FILTER = "filter"
    END = "end"


_KEYWORDS = {mark.value: mark for mark in (Mark.OR, Mark.AND, Mark.NOT)}
_BRACKETS = {"(": Mark.OPEN, ")": Mark.CLOSE}


@dataclass(frozen=True, slots=True)
class Part:
    """One of the alternatives behind a filter's colon, with the operator before it as written."""

    operator: str
    text: str
    quoted: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: the text of words, the field's name of filters."""

    mark: Mark
    text: str
    span: Span
    parts: tuple[Part, ...] = ()


def half_width(text: str) -> str:
    """Return the text with full-width signs outside of quotes as ASCII ones, at the same places.

    Lone surrogates, as an undecodable argument of the command line brings them, become `?`.
    """
    text = text.encode("utf-8", "replace").decode()
    return _QUOTED_OR_NOT.sub(lambda m: m["quoted"] or m[0].translate(_HALF_WIDTH), text)


def tokens(text: str) -> Iterator[Token]:
    """Yield the pieces of a query whose signs are `half_width`, at last END; raises BadInput."""
    place = _past(_SPACE, text, 0).end
    while place < len(text):
        token = _token(text, place)
        yield token
        place = _past(_SPACE, text, token.span.end).end
    yield Token(Mark.END, "", Span(place, place))


def _token(text: str, place: int) -> Token:
    char = text[place]
    if char in _BRACKETS:
        return Token(_BRACKETS[char], char, Span(place, place + 1))
    if char in '"“':
        words, end = _quoted(text, place)
        return Token(Mark.PHRASE, words, Span(place, end))
    if _MINUS.match(text, place):
        return Token(Mark.MINUS, char, Span(place, place + 1))
    named = _FILTER.match(text, place)
    if named and (named[0].endswith(":") or named[1].lower() in FIELD_NAMES):
        return _filter(text, named)
    span = _past(_BARE, text, place)
    word = text[span.start : span.end]
    return Token(_KEYWORDS.get(word, Mark.WORD), word, span)


def _filter(text: str, named: re.Match[str]) -> Token:
    known = FIELD_NAMES.get(named[1].lower())
    if known is None:
        raise faults.unknown_field(named[1], Span(*named.span(1)))
    parts, place = [], named.end()
    while True:
        start, end = _past(_SIGN, text, place)
        sign, quoted = text[start:end], text[end : end + 1] in {'"', "“"}
        if quoted:
            words, end = _quoted(text, end)
        else:
            begin, end = _past(_BARE_VALUE, text, end)
            words = text[begin:end]
        parts.append(Part(sign, words, quoted, Span(start, end)))
        if text[end : end + 1] != ",":
            return Token(Mark.FILTER, known, Span(named.start(), end), tuple(parts))
        place = end + 1


def _quoted(text: str, place: int) -> tuple[str, int]:
    """Return the words between the quotes that open here, and the place behind them."""
    match = _QUOTED.match(text, place)
    if match is None:
        title = N_("The quote (at {column}) is never closed.")
        mend = N_("Close it with another quote, or leave it out.")
        raise faults.fault(title, mend, text[place + 1 :], Span(place, len(text)))
    words = match[2] if match[1] is None else match[1].replace('""', '"')
    return words, match.end()


def _past(characters: re.Pattern[str], text: str, place: int) -> Span:
    """Return how far such characters reach from here; an empty span where there is none."""
    match = characters.match(text, place)
    return Span(*match.span()) if match else Span(place, place)
