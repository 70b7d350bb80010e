"""One field of the set-up as a person types it into a form, and back.

Words, times and keys stand as they are, without quotes; lists by commas; hours as
`mon-fri 09:00-12:00 13:00-18:00; sat 10:00-16:00`; steps a line each, as in `step_text`; texts by
language below a line like `[en]`. What cannot be read so is handed on as it was typed: what is
wrong with it is for its shape to say.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from tuiticket.engine.declared.composed import Many, Record, Table
from tuiticket.engine.declared.hours import DayHours, Week
from tuiticket.engine.declared.sections.canned import Template
from tuiticket.engine.declared.sections.policies import STEP
from tuiticket.engine.declared.shapes import Number, Shape, Weight
from tuiticket.engine.rules.business_hours import DAYS
from tuiticket.setup_file.step_text import step_from, step_text
from tuiticket.setup_file.writing import in_toml

_HEADING = re.compile(r"^\[([^\[\]\s]{1,40})\][ \t]*$", re.MULTILINE)
_COMMA = re.compile(r"[,\uff0c\u3001]")
_PART = re.compile(r"[;\uff1b\n]")


def many_lines(shape: Shape) -> bool:
    """Whether a field needs more than one line."""
    return by_heading(shape) or _of_records(shape)


def as_typed(shape: Shape) -> str:
    """An example of how a field is typed in a form, where that is not plain; "" where it is."""
    if _of_steps(shape):
        return "80: remind-owner, tell-lead (resolution)"
    if by_heading(shape):
        return "[en]"
    if of_hours(shape):
        return "mon-fri 09:00-12:00 13:00-18:00; sat 10:00-16:00"
    if isinstance(shape, Table):
        return "a = 1, b = 2"
    return "a, b, c" if isinstance(shape, Many) else ""


def as_text(shape: Shape, written: Any) -> str:
    """A written value as it stands in a form; None is nothing."""
    if written is None:
        return ""
    if isinstance(shape, Many) and isinstance(written, list):
        if _of_records(shape):
            return "\n".join(map(step_text if _of_steps(shape) else in_toml, written))
        plain = not any(isinstance(one, str) and _COMMA.search(one) for one in written)
        return ", ".join(map(str, written)) if plain else in_toml(written)
    if isinstance(written, Mapping):
        if by_heading(shape):
            return under_headings(written)
        if of_hours(shape):
            return "; ".join(
                " ".join(["-".join(days), *spans]) for days, spans in hours_together(written)
            )
        return ", ".join(f"{key} = {_bare(value)}" for key, value in written.items())
    return _bare(written)


def from_text(shape: Shape, text: str) -> Any:
    """What was typed, as the file would write it; "" where it is nothing."""
    if by_heading(shape):
        parts = _HEADING.split(text)
        texts = zip(parts[1::2], parts[2::2], strict=True)
        return text if parts[0].strip() else {key: body.strip() for key, body in texts}
    line = text.strip()
    if of_hours(shape):
        return _hours(line)
    if _of_steps(shape):
        return _steps(line)
    if _of_records(shape):
        return _toml(f"[{','.join(filter(None, map(str.strip, line.splitlines())))}]", line)
    if isinstance(shape, Many):
        if line.startswith("["):
            return _toml(line, line)
        items = filter(None, map(str.strip, _COMMA.split(line)))
        return [_number(shape.item, item) for item in items]
    if isinstance(shape, Table):
        return _table(shape, line)
    return _number(shape, line)


def _steps(text: str) -> Any:
    """Steps line by line; one that begins with a brace is written as in the file."""
    lines = filter(None, map(str.strip, text.splitlines()))
    return [_toml(line, line) if line.startswith("{") else step_from(line) for line in lines]


def _table(shape: Table, line: str) -> Any:
    table: dict[str, Any] = {}
    for part in filter(None, map(str.strip, _COMMA.split(line))):
        key, sign, value = part.partition("=")
        if not sign:
            return line
        table[key.strip()] = _number(shape.value, value.strip())
    return table


def _number(shape: Shape, text: str) -> Any:
    """A number where one is asked for, else the text."""
    kind: type[int] | type[float] | None = {Number: int, Weight: float}.get(type(shape))
    try:
        return kind(text) if kind else text
    except ValueError:
        return text


def _toml(text: str, otherwise: str) -> Any:
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except (tomllib.TOMLDecodeError, RecursionError):
        return otherwise


def _hours(line: str) -> dict[str, Any]:
    """Hours by day; a span from mon to fri stands for each day between."""
    table: dict[str, Any] = {}
    for part in _PART.split(line):
        day, *spans = part.split() or [""]
        for each in _days(day.lower()) if day else ():
            table[each] = [span.split("-") for span in spans]
    return table


def _days(text: str) -> tuple[str, ...]:
    first, _sign, last = text.partition("-")
    if first in DAYS and last in DAYS and DAYS.index(first) < DAYS.index(last):
        return tuple(DAYS[DAYS.index(first) : DAYS.index(last) + 1])
    return (text,)


def under_headings(texts: Mapping[str, str]) -> str:
    """Texts one below the other, each under what it is called by, in brackets."""
    return "\n\n".join(f"[{key}]\n{text}" for key, text in texts.items())


def hours_together(written: Mapping[str, Any]) -> Iterator[tuple[list[str], list[str]]]:
    """The first and last of days that follow each other, or one day, and the hours of each."""
    runs: list[list[str]] = []
    for day in written:
        last = runs[-1][-1] if runs else ""
        follows = {day, last} <= set(DAYS) and DAYS.index(day) == DAYS.index(last) + 1
        if follows and written[day] == written[last]:
            runs[-1].append(day)
        else:
            runs.append([day])
    for run in runs:
        spans = ["-".join(map(str, span)) for span in written[run[0]]]
        yield list(dict.fromkeys([run[0], run[-1]])), spans


def _bare(value: Any) -> str:
    return value if isinstance(value, str) else in_toml(value)


def by_heading(shape: Shape) -> bool:
    """Whether it is texts, each under a heading."""
    return isinstance(shape, Table) and isinstance(shape.value, Template)


def of_hours(shape: Shape) -> bool:
    """Whether it is hours by day."""
    return isinstance(shape, Week) or (
        isinstance(shape, Table) and isinstance(shape.value, DayHours)
    )


def _of_steps(shape: Shape) -> bool:
    return isinstance(shape, Many) and shape.item is STEP


def _of_records(shape: Shape) -> bool:
    return isinstance(shape, Many) and isinstance(shape.item, Record)
