"""A few lines that somebody else composes: headings, notices, explanations."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tuiticket.widgets.page import Line, Page

Composed = Callable[[int], Iterable[Line]]
"""Gives lines for a width in cells."""


class Lines(Page):
    """As high as its lines; `ask` gives them for a width, in the language of the moment."""

    DEFAULT_CSS = """
    Lines { height: auto; scrollbar-gutter: auto; overflow-y: hidden; }
    Lines.-heading { background: $surface; padding: 0 1; }
    Lines.-tall { max-height: 100%; overflow-y: auto; scrollbar-gutter: stable; }
    """
    can_focus = False

    def __init__(self, ask: Composed, classes: str | None = None) -> None:
        super().__init__(classes)
        self._ask = ask

    def compose_lines(self, width: int) -> Iterable[Line]:
        """What `ask` gives."""
        return self._ask(width)
