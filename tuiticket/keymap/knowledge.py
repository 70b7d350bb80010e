"""Looking things up in the knowledge base."""

from __future__ import annotations

from tuiticket.keymap.action import Action

ACTIONS: tuple[Action, ...] = ()
