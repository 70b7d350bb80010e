"""One registry of actions; bindings, hints, help, palette and the table of keys come from it."""

from __future__ import annotations

from tuiticket.keymap.action import TITLES, TOGETHER, Action, Context
from tuiticket.keymap.registry import DEFAULTS, KeyMap, shown

__all__ = ["DEFAULTS", "TITLES", "TOGETHER", "Action", "Context", "KeyMap", "shown"]
