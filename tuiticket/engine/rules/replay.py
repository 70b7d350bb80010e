"""Rebuilding what the desk knew at any moment, from the log alone.

Private words (message bodies, raw mail) come back as their SHA-256, for the log holds no more;
derived fields are not in it at all. Everything else must equal the store, or the store was changed
behind the desk's back.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tuiticket.engine.model.event import Event, How

Facts = dict[tuple[str, int], dict[str, Any]]
"""The recorded fields of every value there is, by model class and id."""


def replay(events: Iterable[Event], facts: Facts | None = None) -> Facts:
    """What stands after these events, in order; begins with `facts` if given, else with nothing."""
    known: Facts = {} if facts is None else {key: dict(value) for key, value in facts.items()}
    for event in events:
        for change in event.changes:
            key = (change.entity, change.id)
            if change.how is How.REMOVED:
                known.pop(key, None)
                continue
            fields = known.setdefault(key, {})
            for name, (_before, after) in change.fields.items():
                if after is None:
                    fields.pop(name, None)
                else:
                    fields[name] = after
    return known


def facts_of(value: dict[str, Any]) -> dict[str, Any]:
    """The record of a stored value as `replay` tells it: without what is unset."""
    return {name: now for name, now in value.items() if now is not None}
