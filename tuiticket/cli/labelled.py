"""Labelled text from a file: CSV with the columns text and category."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from tuiticket.engine.errors import N_, BadInput

COLUMNS = ("text", "category")
LONGEST_CELL = 1 << 20
"""Characters of a cell; more is no text somebody labelled."""


def labelled(name: str) -> list[tuple[str, str]]:
    """The texts of a file with their categories; - reads standard input.

    Raises BadInput naming the line for anything that is no labelled text.
    """
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    found = list(_rows(name, _decoded(name, data)))
    if not found:
        raise BadInput(N_("{file} holds no labelled text."), _MEND, file=name)
    return found


_MEND = N_("Give it a first line “text,category” and a text in every line below.")


def _decoded(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _wrong(name, data.count(b"\n", 0, error.start) + 1, N_("it is not UTF-8")) from None


def _rows(name: str, text: str) -> Iterator[tuple[str, str]]:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        heading = [cell.strip().casefold() for cell in next(reader, [])]
        if missing := [column for column in COLUMNS if column not in heading]:
            raise _wrong(name, 1, N_("the column “{column}” is missing"), column=missing[0])
        places = [heading.index(column) for column in COLUMNS]
        line = reader.line_num + 1
        for cells in reader:
            if cells:
                yield _row(name, line, cells, len(heading), places)
            line = reader.line_num + 1
    except csv.Error as error:
        raise _wrong(name, line, N_("it is no CSV ({fault})"), fault=str(error)) from None


def _row(name: str, line: int, cells: list[str], width: int, places: list[int]) -> tuple[str, str]:
    if len(cells) != width:
        raise _wrong(
            name, line, N_("it has {found} cells, not {wanted}"), found=len(cells), wanted=width
        )
    text, category = (cells[place].strip() for place in places)
    for column, cell in zip(COLUMNS, (text, category), strict=True):
        if not cell:
            raise _wrong(name, line, N_("the {column} is empty"), column=column)
    return text, category


def _wrong(name: str, line: int, reason: str, **values: object) -> BadInput:
    from tuiticket.i18n import _

    return BadInput(
        N_("{file}, line {line}: {fault}."),
        _MEND,
        file=name,
        line=line,
        fault=_(reason).format(**values),
    )
