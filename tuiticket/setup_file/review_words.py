"""A plan in words for who reads it once more: sections, fields and values as people call them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tuiticket.engine.declared.composed import Many, Table
from tuiticket.engine.declared.plan import Plan
from tuiticket.engine.declared.section import Alteration
from tuiticket.engine.declared.shapes import Shape
from tuiticket.i18n import _, colon
from tuiticket.setup_file.field_text import by_heading, of_hours
from tuiticket.setup_file.field_words import SECTION_WORDS, caption, in_words
from tuiticket.setup_file.words import SIGNS, becomes, changes, shapes
from tuiticket.wording import language_name


def reviewed(plan: Plan) -> Iterator[str]:
    """The whole plan, a line for each entry and below it one for each field."""
    for one in plan.alterations:
        name = " ".join([_(SECTION_WORDS[one.section]), one.key]).rstrip()
        yield f"{SIGNS[one.how]} {colon(name, becomes(one.how))}"
        yield from (f"    {line}" for line in _fields(one))


def _fields(one: Alteration) -> Iterator[str]:
    known = shapes(one.section)
    for name, (before, after) in changes(one).items():
        called, shape = _(caption(name)), known[name]
        if isinstance(shape, Table) and not of_hours(shape):
            was, now = before or {}, after or {}
            for key in dict.fromkeys([*was, *now]):
                if was.get(key) != now.get(key):
                    part = language_name(key) if by_heading(shape) else in_words(shape.key, key)
                    place = f"{called} · {part}"
                    yield colon(place, _changed(shape.value, was.get(key), now.get(key)))
        else:
            yield colon(called, _changed(shape, before, after))


def _changed(shape: Shape, before: Any, after: Any) -> str:
    """A list by what is gone from it and what is new, anything else by what it was and becomes."""
    if isinstance(shape, Many) and before and after:
        gone = [f"−{_word(shape, [item])}" for item in before if item not in after]
        new = [f"+{_word(shape, [item])}" for item in after if item not in before]
        if gone or new:
            return "  ".join([*gone, *new])
    is_new = before in (None, "", [], {})
    return _word(shape, after) if is_new else f"{_word(shape, before)} → {_word(shape, after)}"


def _word(shape: Shape, written: Any) -> str:
    """A value on one line; a dash for nothing."""
    return " · ".join(filter(None, in_words(shape, written).splitlines())) or "–"
