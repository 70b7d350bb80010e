"""A question answered in a few lines, with one choice below them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ScreenResultType
from textual.widget import Widget

from tuiticket.screens.dialogs.dialog import Dialog, words
from tuiticket.widgets.choice_row import ChoiceRow
from tuiticket.widgets.editor import Editor


class NoteDown(Dialog[ScreenResultType]):
    """A few lines to write; leaving asks once more where something was written.

    `warning` is what the foot says then.
    """

    DEFAULT_CSS = """
    NoteDown {
        & > Vertical { width: 76; }
        & Editor { height: 8; margin: 1 0; }
        & ChoiceRow { margin: 0 0 1 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "give", show=False)]

    question = ""
    warning = ""

    def __init__(self, heading: str, choice: ChoiceRow[Any]) -> None:
        super().__init__()
        self.heading = heading
        self.editor = Editor()
        self._choice = choice
        self._warned = False

    def answer(self, text: str) -> ScreenResultType:
        """What is given: the words, with what was chosen."""
        raise NotImplementedError

    def parts(self) -> Iterable[Widget]:
        """The question, the words, and the choice."""
        yield words(self.question)
        yield self.editor
        yield self._choice

    def on_mount(self) -> None:
        """Write at once."""
        self.editor.focus()

    def action_give(self) -> None:
        """Give the answer, if there are words."""
        if self.editor.text.strip():
            self.dismiss(self.answer(self.editor.text))
        else:
            self.editor.focus()

    def action_leave(self) -> None:
        """Leave; the second time, also with something written."""
        if self._warned or not self.editor.text.strip():
            super().action_leave()
            return
        self._warned = True
        self.retitle(self.warning)
