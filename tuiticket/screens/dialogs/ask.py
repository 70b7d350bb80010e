"""Asking for a line of words, such as the reason of a transfer."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from tuiticket.i18n import _
from tuiticket.screens.dialogs.dialog import Dialog, words
from tuiticket.widgets.text_line import TextLine


class Ask(Dialog[str]):
    """One line to fill in. Gives the words (never empty where they are `needed`), or None.

    What is `typed` already is written `anew` by the first letter, or else written on.
    """

    def __init__(
        self,
        heading: str,
        question: str,
        *,
        verb: str,
        typed: str = "",
        needed: bool = True,
        anew: bool = True,
    ) -> None:
        super().__init__()
        self.heading, self.question, self.typed = heading, question, typed
        self.needed, self._anew = needed, anew
        self.foot = _("enter: {verb} · esc leaves").format(verb=verb)

    def parts(self) -> Iterable[Widget]:
        """The question and the line."""
        yield words(self.question)
        yield TextLine(self.typed, select_on_focus=self._anew)

    def on_mount(self) -> None:
        """Write at once."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        if event.value.strip() or not self.needed:
            self.dismiss(event.value.strip())
