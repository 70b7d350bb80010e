"""Handing in what was found out or done, as the last word or on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from tuiticket.i18n import _
from tuiticket.screens.dialogs.dialog import Dialog, words
from tuiticket.widgets.choice_row import ChoiceRow
from tuiticket.widgets.editor import Editor


@dataclass(frozen=True, slots=True)
class Result:
    """The words, and whether the work goes on."""

    text: str
    interim: bool


class ResultDialog(Dialog[Result]):
    """A few lines to write; leaving asks once more where something was written."""

    DEFAULT_CSS = """
    ResultDialog {
        & > Vertical { width: 76; }
        & Editor { height: 8; margin: 1 0; }
        & ChoiceRow { margin: 0 0 1 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "hand_in", show=False)]

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.heading = heading
        self.foot = _("ctrl+s: hand in · tab: final or interim · esc leaves")
        self.editor = Editor()
        self.interim = ChoiceRow[bool]([False, True], _how_far, at=False)
        self._warned = False

    def parts(self) -> Iterable[Widget]:
        """The question, the words, and how final they are."""
        yield words(_("What was found out or done? Colleagues read it, the customer does not."))
        yield self.editor
        yield self.interim

    def on_mount(self) -> None:
        """Write at once."""
        self.editor.focus()

    def action_hand_in(self) -> None:
        """Give the result, if there are words."""
        if self.editor.text.strip():
            self.dismiss(Result(self.editor.text, self.interim.value))
        else:
            self.editor.focus()

    def action_leave(self) -> None:
        """Leave; the second time, also with something written."""
        if self._warned or not self.editor.text.strip():
            super().action_leave()
            return
        self._warned = True
        self.retitle(_("esc again throws it away · ctrl+s: hand in"))


def _how_far(interim: bool) -> str:
    if interim:
        return _("interim: without review, the work goes on")
    return _("final: goes to review")
