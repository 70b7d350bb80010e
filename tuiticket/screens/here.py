"""What can be done on the screen in front, and by which part of it."""

from __future__ import annotations

from typing import Any, NamedTuple

from textual.app import App
from textual.dom import DOMNode

from tuiticket.keymap import Action, KeyMap


class Doable(NamedTuple):
    """An action, and the screen or app that carries it out."""

    action: Action
    node: DOMNode

    async def carry_out(self, app: App[Any]) -> None:
        """Do it, as its key would."""
        await app.run_action(self.action.method, self.node)


def doable(app: App[Any], keys: KeyMap) -> list[Doable]:
    """Every action whose key would work now, and those without a key, in the order of the help."""
    nodes = {active.binding.id: active.node for active in app.active_bindings.values()}
    return [Doable(action, nodes[action.id]) for action in keys if action.id in nodes]
