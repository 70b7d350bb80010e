"""Rows of a form: a caption in the language of the moment, beside it the field."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from tuiticket.i18n import _
from tuiticket.widgets.text_line import TextLine


class Caption(Widget):
    """A short text that follows the language; `text` is marked for translation."""

    DEFAULT_CSS = """
    Caption { width: 16; height: 1; color: $quiet; }
    """

    def __init__(self, text: str, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self.text = text

    def render(self) -> Content:
        """The text."""
        return Content(_(self.text))


class Row(Horizontal):
    """A `caption`, marked for translation, and its field."""

    DEFAULT_CSS = """
    Row {
        height: auto;
        padding: 0 1;
        & Input { width: 1fr; height: 1; border: none; padding: 0 1; background: $surface; }
        & Input:focus { background: $panel; }
    }
    """

    def __init__(self, caption: str, field: Widget) -> None:
        super().__init__()
        self.caption, self._field = caption, field

    def compose(self) -> ComposeResult:
        """Caption, field."""
        yield Caption(self.caption)
        yield self._field


class TextField(TextLine):
    """A line to fill in; `enter` goes on to the next field."""

    def __init__(self) -> None:
        super().__init__(select_on_focus=False)

    async def action_submit(self) -> None:
        """Go on."""
        self.screen.focus_next()
