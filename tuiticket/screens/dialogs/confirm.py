"""Asking once more before what cannot be undone, or hits many tickets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from tuiticket.i18n import _
from tuiticket.screens.dialogs.dialog import Dialog, words


class Confirm(Dialog[bool]):
    """A question answered with `y` or by leaving; `verb` names what `y` does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "do_it", show=False),
        Binding("n,q", "leave", show=False),
    ]

    def __init__(self, heading: str, question: str, *, verb: str) -> None:
        super().__init__()
        self.heading, self.question = heading, question
        self.foot = _("y: {verb} · esc cancels").format(verb=verb)

    def parts(self) -> Iterable[Widget]:
        """The question."""
        yield words(self.question)

    def action_do_it(self) -> None:
        """Yes."""
        self.dismiss(True)
