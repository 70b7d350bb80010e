"""A plan in words: what becomes of each entry, field by field, as the file would write it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tuiticket.engine.declared.plan import Plan
from tuiticket.engine.declared.section import POSITION, Alteration, How
from tuiticket.engine.declared.sections import BY_NAME
from tuiticket.engine.declared.shapes import Number, Shape
from tuiticket.i18n import _
from tuiticket.setup_file.writing import in_toml

SIGNS = {How.ADDED: "+", How.CHANGED: "~", How.REMOVED: "-", How.RETIRED: "-"}

_PLACE = Number(1, 1_000_000)

Changes = dict[str, tuple[Any, Any]]
"""Fields by name: what each is and becomes, as it is written; None for nothing."""


def heading(one: Alteration) -> str:
    """What becomes of which entry: "+ teams.support: added"."""
    return f"{SIGNS[one.how]} {name_of(one.section, one.key)}: {becomes(one.how)}"


def becomes(how: How) -> str:
    """What becomes of an entry, in a word."""
    said = {
        How.ADDED: _("added"),
        How.CHANGED: _("changed"),
        How.REMOVED: _("removed"),
        How.RETIRED: _("retired"),
    }
    return said[how]


def name_of(section: str, key: str) -> str:
    """An entry by its section and key."""
    return f"{section}.{key}" if key else section


def changes(one: Alteration) -> Changes:
    """What each field is and becomes, as the file writes it; those without a value are left out."""
    known = shapes(one.section)

    def written(facts: Any, name: str) -> Any:
        value = facts.get(name)
        return None if value in (None, (), {}, "") else known[name].write(value)

    if not one.new:
        return {}
    both = {name: (written(one.old, name), written(one.new, name)) for name in one.new}
    return {name: change for name, change in both.items() if change[0] != change[1]}


def shapes(section: str) -> dict[str, Shape]:
    """The shapes of the fields of a section by name, its place in the order among them."""
    return {field.name: field.shape for field in BY_NAME[section].fields} | {POSITION: _PLACE}


def lines(plan: Plan) -> Iterator[str]:
    """The whole plan, a line for each entry and below it one for each field."""
    for one in plan.alterations:
        yield heading(one)
        for name, (before, after) in changes(one).items():
            for place, (was, now) in _parts(name, before, after):
                yield f"    {place}: {_changed(was, now)}"
    for left in plan.unlisted:
        yield f"  {name_of(left.section, left.key)}: " + (
            _("not listed, but still needed: it stays")
            if left.held
            else _("not listed: it stays as it is")
        )


def _parts(name: str, before: Any, after: Any) -> Iterator[tuple[str, tuple[Any, Any]]]:
    """A table by those of its keys that change, anything else as one."""
    if not isinstance(before or {}, dict) or not isinstance(after or {}, dict):
        yield name, (before, after)
        return
    was, now = before or {}, after or {}
    for key in dict.fromkeys([*was, *now]):
        if was.get(key) != now.get(key):
            yield f"{name}.{key}", (was.get(key), now.get(key))


def _changed(before: Any, after: Any) -> str:
    """A list by what is new in it and what is gone, anything else by what it was and becomes."""
    if isinstance(before, list) and isinstance(after, list | None):
        gone = [f"−{in_toml(item)}" for item in before if item not in (after or [])]
        new = [f"+{in_toml(item)}" for item in after or [] if item not in before]
        if gone or new:
            return " ".join([*gone, *new])
    shown = "–" if before is None else in_toml(before), "–" if after is None else in_toml(after)
    return shown[1] if before is None else " → ".join(shown)
