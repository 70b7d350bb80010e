"""Handing in what was found out or done, as the last word or on the way."""

from __future__ import annotations

from dataclasses import dataclass

from tuiticket.i18n import _
from tuiticket.screens.dialogs.note_down import NoteDown
from tuiticket.widgets.choice_row import ChoiceRow


@dataclass(frozen=True, slots=True)
class Result:
    """The words, and whether the work goes on."""

    text: str
    interim: bool


class ResultDialog(NoteDown[Result]):
    """What was found out or done, and below it how final that is."""

    def __init__(self, heading: str) -> None:
        self.interim = ChoiceRow[bool]([False, True], _how_far, at=False)
        super().__init__(heading, self.interim)
        self.question = _("What was found out or done? Colleagues read it, the customer does not.")
        self.foot = _("ctrl+s: hand in · tab: final or interim · esc leaves")
        self.warning = _("esc again throws it away · ctrl+s: hand in")

    def answer(self, text: str) -> Result:
        """The words, and whether the work goes on."""
        return Result(text, self.interim.value)


def _how_far(interim: bool) -> str:
    if interim:
        return _("interim: without review, the work goes on")
    return _("final: goes to review")
