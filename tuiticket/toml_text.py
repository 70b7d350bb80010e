"""TOML that people write: its values, and the line on which each of them stands.

`tomllib` forgets where the values stood. Once a text is known to be TOML, its words are walked
again, and only when somebody asks for a line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tuiticket.engine.errors import N_, BadInput

LARGEST = 1_000_000
"""Bytes of a text; far more than any shop has to say."""

Way = tuple[str | int, ...]
"""The keys, and places in lists from 0, that lead to a value."""

_PLACE = re.compile(r" *\(at (?:line (\d+), column \d+|end of document)\)")
_LONG_KEY = re.compile(r"(?:\.[ \t]*+[\w-]++[ \t]*+){100}", re.ASCII)
"""More parts than any key has; `tomllib` would take them one in the other."""


@dataclass
class TomlText:
    """A text that is TOML, and what it says."""

    text: str
    content: dict[str, Any]

    def line(self, way: Way) -> int:
        """The number of the line on which a value stands, or the nearest table or list around."""
        while way and way not in self._lines:
            way = way[:-1]
        return self._lines.get(way, 1)

    @cached_property
    def _lines(self) -> dict[Way, int]:
        return _Walk(self.text).lines


def read_toml(raw: bytes, name: str) -> TomlText:
    """What a file of that name holds; raises BadInput naming file and line where it is no TOML."""
    if len(raw) > LARGEST:
        raise BadInput(
            N_("{file} is too large."), N_("At most {limit} bytes."), file=name, limit=LARGEST
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(
            N_("{file}, line {line}: {reason}."),
            file=name,
            line=raw.count(b"\n", 0, error.start) + 1,
            reason=N_("this is not UTF-8"),
        ) from None
    try:
        if deep := _LONG_KEY.search(text):
            raise RecursionError(deep.start())
        return TomlText(text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        raise BadInput(
            N_("{file}, line {line}: {reason}."),
            file=name,
            line=place[1] if place and place[1] else text.count("\n") + 1,
            reason=_PLACE.sub("", str(error)).strip(),
        ) from None
    except RecursionError:
        raise BadInput(N_("{file} is nested too deeply."), file=name) from None


_TOKEN = r"""
    (?P<blank> [ \t]+ | \#[^\n]* )
  | (?P<line> \r?\n )
  | (?P<quoted> \"{3}(?:\\.|[^\\])*?\"{3,5} | '{3}.*?'{3,5} | "(?:\\.|[^"\\])*" | '[^']*' )
  | (?P<mark> [\[\]{}=,.] )
  | (?P<bare> [^\s\[\]{}=,."'\#]+ )
"""
"""The words of TOML; compiled only where a line is asked for."""


class _Walk:
    """Goes through the words of a text known to be TOML, and notes the line of each value."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Way, int] = {}
        self._lists: dict[tuple[str, ...], int] = {}
        self._words = self._split(text)
        self._kind, self._word, self._line = next(self._words)
        table: Way = ()
        while self._kind:
            if self._kind == "line":
                self._next()
            elif self._word == "[":
                table = self._heading()
            else:
                self._assignment(table)

    def _split(self, text: str) -> Iterator[tuple[str, str, int]]:
        line = 1
        for found in re.finditer(_TOKEN, text, re.VERBOSE | re.DOTALL):
            kind = found.lastgroup or ""
            if kind != "blank":
                yield kind, found[0], line
            line += found[0].count("\n")
        yield "", "", line

    def _next(self) -> None:
        self._kind, self._word, self._line = next(self._words)

    def _heading(self) -> Way:
        line = self._line
        self._next()
        listed = self._word == "["
        if listed:
            self._next()
        keys = self._keys("]")
        if listed:
            self._lists[keys] = self._lists.get(keys, -1) + 1
            self._next()
        way: Way = ()
        for end, key in enumerate(keys, 1):
            way = (*way, key)
            self._note(way, line)
            if keys[:end] in self._lists:
                way = (*way, self._lists[keys[:end]])
        self._note(way, line)
        return way

    def _assignment(self, table: Way) -> None:
        line = self._line
        keys = self._keys("=")
        for end in range(1, len(keys) + 1):
            self._note((*table, *keys[:end]), line)
        self._value((*table, *keys))

    def _keys(self, until: str) -> tuple[str, ...]:
        """The parts of a dotted key, read up to a mark and beyond it."""
        keys: list[str] = []
        while self._word != until or self._kind != "mark":
            if self._kind == "quoted":
                keys.append(tomllib.loads(f"key = {self._word}")["key"])
            elif self._kind == "bare":
                keys.append(self._word)
            self._next()
        self._next()
        return tuple(keys)

    def _value(self, way: Way) -> None:
        self._note(way, self._line)
        if self._word == "[":
            self._inside(way, "]", lambda place: self._value((*way, place)))
        elif self._word == "{":
            self._inside(way, "}", lambda _place: self._assignment(way))
        else:
            while self._kind not in ("line", "") and self._word not in (",", "]", "}"):
                self._next()

    def _inside(self, way: Way, closing: str, item: Callable[[int], None]) -> None:
        place = 0
        self._next()
        while self._word != closing or self._kind != "mark":
            if self._kind == "line":
                self._next()
            elif self._word == ",":
                place += 1
                self._next()
            else:
                item(place)
        self._next()

    def _note(self, way: Way, line: int) -> None:
        self.lines.setdefault(way, line)
