"""Writing an answer or a note."""

from __future__ import annotations

from tuiticket.keymap.action import Action

ACTIONS: tuple[Action, ...] = ()
