"""The line at the foot of a screen: the keys one needs most, each with its word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

GAP = 2
"""Cells between two hints."""


class Hint(NamedTuple):
    """A key and what it does; one that `stays` is shown however little room there is."""

    key: str
    label: str
    stays: bool = False

    @property
    def width(self) -> int:
        """Cells it takes, with the gap after it."""
        return cell_len(self.key) + 1 + cell_len(self.label) + GAP


class HintLine(Widget):
    """Hints, as many as fit; `ask` gives them in the language of the moment."""

    DEFAULT_CSS = """
    HintLine { height: 1; dock: bottom; background: $surface; color: $quiet; padding: 0 1; }
    """

    def __init__(self, ask: Callable[[], Sequence[Hint]]) -> None:
        super().__init__()
        self._ask = ask

    def render(self) -> Content:
        """The hints that fit, none of them cut."""
        shown = fitting(self._ask(), self.size.width)
        parts = [Content.assemble((hint.key, "$primary"), " ", hint.label) for hint in shown]
        return Content(" " * GAP).join(parts)


def fitting(hints: Sequence[Hint], width: int) -> list[Hint]:
    """The first of the hints that fit, and those that stay."""
    room = width + GAP - sum(hint.width for hint in hints if hint.stays)
    shown = []
    for hint in hints:
        if not hint.stays:
            room -= hint.width
        if hint.stays or room >= 0:
            shown.append(hint)
    return shown
