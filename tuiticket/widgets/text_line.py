"""One line to type in, wherever the console asks for a few words."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset
from textual.widgets import Input

from tuiticket.engine.rules.safetext import clean

LONGEST = 10_000
"""Characters taken of what is pasted; no subject, name or filter is as long."""


class TextLine(Input):
    """A line of text. Its cursor stands still, for a blinking one never lets a slow line rest.

    What is pasted comes in as one harmless line, and only the person sends it off.
    """

    def __init__(
        self, value: str = "", *, placeholder: str = "", select_on_focus: bool = True
    ) -> None:
        super().__init__(
            value or None, placeholder=placeholder, select_on_focus=select_on_focus, compact=True
        )
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Whatever is put in, it stays one harmless line."""
        return in_one_line(value)

    @property
    def cursor_screen_offset(self) -> Offset:
        """The cell of the screen where the next character goes, for input methods to open there."""
        region = self.content_region
        before = cell_len(self.value[: self.cursor_position])
        return Offset(region.x + before - self.scroll_offset.x, region.y)

    def on_paste(self, event: events.Paste) -> None:
        """Make one line of it before it is inserted."""
        event.text = in_one_line(event.text)

    def action_paste(self) -> None:
        """Insert what was copied in the console."""
        self.replace(in_one_line(self.app.clipboard), *self.selection)


def in_one_line(text: str) -> str:
    """Pasted text as it can stand in a line: harmless, its lines joined by blanks, not endless."""
    lines = clean(text[:LONGEST]).replace("\t", " ").split("\n")
    return " ".join(lines).strip() if len(lines) > 1 else lines[0]
