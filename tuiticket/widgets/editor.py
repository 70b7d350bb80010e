"""Where answers and notes are written."""

from __future__ import annotations

from textual import events
from textual.document._document import Location
from textual.document._document_navigator import DocumentNavigator
from textual.document._wrapped_document import WrappedDocument
from textual.expand_tabs import get_tab_widths
from textual.widgets import TextArea

from tuiticket.engine.rules.safetext import clean
from tuiticket.widgets.wrapping import breaks

LONG = 50_000
"""Characters from which lines are broken by blanks alone, which needs less work at each key."""


class Editor(TextArea):
    """Plain text, broken softly; `tab` leaves it, what is pasted into it is made harmless."""

    DEFAULT_CSS = """
    Editor { background: $background; padding: 0 1; border: none; scrollbar-size-vertical: 1; }
    Editor:focus { border: none; }
    Editor .text-area--cursor-line { background: transparent; }
    """

    def __init__(self) -> None:
        super().__init__(soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
        self.cursor_blink = False
        self._break_by_words()

    def load_text(self, text: str) -> None:
        """Replace everything, the history too."""
        super().load_text(text)
        self._break_by_words()

    def on_paste(self, event: events.Paste) -> None:
        """Take control characters out before they are inserted."""
        event.text = clean(event.text)
        event.stop()

    def begin(self, text: str) -> None:
        """Start with this text, the cursor behind it."""
        self.load_text(text)
        self.move_cursor(self.document.end)

    def rewrite(self, text: str) -> None:
        """Write this in place of everything, the cursor behind it; ctrl+z takes it back."""
        self.replace(text, self.document.start, self.document.end)
        self.move_cursor(self.document.end)

    def put(self, text: str) -> None:
        """Insert text at the cursor, as paragraphs of its own."""
        row, column = self.cursor_location
        before = self.get_text_range((row, 0), (row, column))
        lead = "\n\n" if before.strip() else ""
        self.insert(f"{lead}{clean(text).strip()}\n")

    def _break_by_words(self) -> None:
        self.wrapped_document = ByWords(self.document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self.wrapped_document.wrap(self.wrap_width, self.indent_width)


class ByWords(WrappedDocument):
    """A document broken between Chinese characters too, which Textual takes for one long word."""

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Break every line anew."""
        lines = self.document.lines
        if not width or sum(map(len, lines)) > LONG or any("\t" in line for line in lines):
            super().wrap(width, tab_width)
            return
        self._width, self._tab_width = width, tab_width or self._tab_width
        self._wrap_offsets = [list(breaks(line, width, hanging=False)) for line in lines]
        self._tab_width_cache = [[size for _, size in get_tab_widths(line, 4)] for line in lines]
        self._offset_to_line_info = [
            (number, section)
            for number, offsets in enumerate(self._wrap_offsets)
            for section in range(len(offsets) + 1)
        ]
        self._line_index_to_offsets = [[] for _ in lines]
        for y, (number, _section) in enumerate(self._offset_to_line_info):
            self._line_index_to_offsets[number].append(y)

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Break again what an edit touched; that is everything, an answer being short."""
        self.wrap(self._width)
