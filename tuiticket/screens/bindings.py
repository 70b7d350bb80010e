"""From the registry of actions to Textual's bindings."""

from __future__ import annotations

from textual.binding import Binding

from tuiticket.keymap import DEFAULTS, Context, KeyMap

NO_KEY = "unbound-{id}"
"""Stands for no key: nothing sends it, while an empty text would leave the default."""


def bindings(*contexts: Context) -> list[Binding]:
    """The default bindings of these contexts, for a screen's or app's BINDINGS.

    An action `ticket.take` is carried out by the method `action_ticket_take`.
    """
    return [
        Binding(",".join(action.keys), action.method, show=False, id=action.id)
        for action in DEFAULTS
        if action.context in contexts
    ]


def passed_on(*ids: str) -> list[Binding]:
    """Bindings of the app for a dialog, which Textual keeps from everything below it."""
    return [
        Binding(",".join(action.keys), f"app.{action.method}", show=False, id=action.id)
        for action in DEFAULTS
        if action.id in ids
    ]


def changed_keys(keys: KeyMap) -> dict[str, str]:
    """What differs from the defaults, for `App.set_keymap`."""
    usual = {action.id: action.keys for action in DEFAULTS}
    return {
        action.id: ",".join(action.keys) or NO_KEY.format(id=action.id)
        for action in keys
        if action.keys != usual[action.id]
    }
