"""Writing answers: JSON lines for scripts, plain lines and tables for people.

Whatever a customer wrote is stripped of what could control the reader's terminal.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import typer
from rich.cells import cell_len

from tuiticket.cells import fit
from tuiticket.engine.rules.safetext import clean

PIPED_WIDTH = 120
"""Columns of a table that no terminal limits."""


def say_json(value: Any) -> None:
    """Write one JSON object on one line; in escapes where its text could control a terminal."""
    line = json.dumps(value, ensure_ascii=False)
    typer.echo(line if clean(line) == line else json.dumps(value))


def say(*lines: str) -> None:
    """Write lines for a person."""
    typer.echo("\n".join(clean(line) for line in lines))


def on_terminal() -> bool:
    """Whether a person sees standard output as it is written."""
    return sys.stdout.isatty()


def width() -> int:
    """The columns there are to write in: COLUMNS, else the terminal's, else `PIPED_WIDTH`."""
    return shutil.get_terminal_size((PIPED_WIDTH, 24)).columns


def styled(text: str, **style: Any) -> str:
    """Text of ours or of a customer, cleaned, then styled where the reader wants colours."""
    plain = clean(text)
    return plain if os.environ.get("NO_COLOR") else typer.style(plain, **style)


def say_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write rows under their headings, each column as wide as its widest cell.

    The last column is cut where the line would not fit.
    """
    texts = [[clean(cell) for cell in row] for row in [headings, *rows]]
    widths = [max(cell_len(row[column]) for row in texts) for column in range(len(headings))]
    room = width() - sum(widths[:-1]) - 2 * (len(widths) - 1)
    widths[-1] = min(widths[-1], max(room, 10))
    for number, row in enumerate(texts):
        line = "  ".join(fit(text, size) for text, size in zip(row, widths, strict=True)).rstrip()
        typer.echo(styled(line, dim=True) if number == 0 else line)
