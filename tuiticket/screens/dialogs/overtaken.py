"""Someone else changed what one writes on: what they did, before anything goes over it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from tuiticket.screens.dialogs.dialog import Dialog


class Overtaken(Dialog[bool]):
    """A page of what others did. Gives True to go through with one's own, None to write on."""

    DEFAULT_CSS = """
    Overtaken > Vertical { width: 90%; max-width: 100; height: auto; max-height: 80%; }
    Overtaken Page { height: auto; max-height: 16; margin: 1 0 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "go_through", show=False),
        Binding("e,q", "leave", show=False),
    ]

    def action_go_through(self) -> None:
        """Go through with it all the same."""
        self.dismiss(True)
