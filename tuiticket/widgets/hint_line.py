"""The line at the foot of a screen: the keys one needs most, each with its word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget


class Hint(NamedTuple):
    """A key and what it does."""

    key: str
    label: str


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
        parts: list[Content] = []
        left = self.size.width
        for key, label in self._ask():
            left -= cell_len(key) + cell_len(label) + 3
            if left < -2:
                break
            parts.append(Content.assemble((key, "$primary"), " ", label))
        return Content("  ").join(parts)
