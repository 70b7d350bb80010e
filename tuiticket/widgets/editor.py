"""Where answers and notes are written."""

from __future__ import annotations

from textual import events
from textual.widgets import TextArea

from tuiticket.engine.rules.safetext import clean


class Editor(TextArea):
    """Plain text, broken softly; `tab` leaves it, what is pasted into it is made harmless."""

    DEFAULT_CSS = """
    Editor { background: $background; padding: 0 1; border: none; }
    Editor:focus { border: none; }
    Editor .text-area--cursor-line { background: $background; }
    """

    def __init__(self) -> None:
        super().__init__(soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
        self.cursor_blink = False

    def on_paste(self, event: events.Paste) -> None:
        """Take control characters out before they are inserted."""
        event.text = clean(event.text)

    def begin(self, text: str) -> None:
        """Start with this text, the cursor behind it."""
        self.load_text(text)
        self.move_cursor(self.document.end)

    def put(self, text: str) -> None:
        """Insert text at the cursor, as paragraphs of its own."""
        row, column = self.cursor_location
        before = self.get_text_range((row, 0), (row, column))
        lead = "\n\n" if before.strip() else ""
        self.insert(f"{lead}{clean(text).strip()}\n")
