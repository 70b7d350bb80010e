"""The keys a screen reminds of, from the registry."""

from __future__ import annotations

from collections.abc import Container, Iterable

from tuiticket.i18n import _
from tuiticket.keymap import Action, Context, KeyMap
from tuiticket.widgets.hint_line import Hint

TYPING = frozenset({Context.COMPOSE, Context.ARTICLE, Context.FORM})
"""Contexts in which letters are text."""


def hints(
    keys: KeyMap,
    *contexts: Context,
    typing: bool = False,
    first: Iterable[str] = (),
    without: Container[str] = (),
) -> list[Hint]:
    """What is most needed in these contexts, in their order, and after it what is everywhere.

    Where one types, only keys that write nothing. Actions `first` stand before all others, those
    `without` are left out.
    """
    urgent = [keys[action] for action in first]
    wanted = [
        action
        for context in dict.fromkeys((*contexts, Context.EVERYWHERE))
        for action in keys.of(context)
        if action.hint and action.id not in without
    ]
    typing = typing or not TYPING.isdisjoint(contexts)
    shown = (
        Hint(_key(one, typing), _(one.label), stays=one.id == "help") for one in (*urgent, *wanted)
    )
    return [hint for hint in shown if hint.key]


def _key(action: Action, typing: bool) -> str:
    return next((key for key in action.keys if len(key) > 1 or not typing), "")
