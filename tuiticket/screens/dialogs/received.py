"""Recording what a customer said on a ticket that is there: a second call, a visit, a chat."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from tuiticket.engine.model.ticket import Channel
from tuiticket.i18n import _
from tuiticket.screens.dialogs.dialog import Dialog, words
from tuiticket.widgets.choice_row import ChoiceRow
from tuiticket.widgets.editor import Editor
from tuiticket.wording import label


@dataclass(frozen=True, slots=True)
class Said:
    """The customer's words, and how they came."""

    text: str
    channel: Channel


class ReceivedDialog(Dialog[Said]):
    """A few lines to write; leaving asks once more where something was written."""

    DEFAULT_CSS = """
    ReceivedDialog {
        & > Vertical { width: 76; }
        & Editor { height: 8; margin: 1 0; }
        & ChoiceRow { margin: 0 0 1 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "record", show=False)]

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.heading = heading
        self.foot = _("ctrl+s: record · tab: came by · esc leaves")
        self.editor = Editor()
        self.channel = ChoiceRow[Channel](list(Channel), label, at=Channel.PHONE)
        self._warned = False

    def parts(self) -> Iterable[Widget]:
        """The question, the words, and how they came."""
        yield words(_("What did the customer say? They wait for us then."))
        yield self.editor
        yield self.channel

    def on_mount(self) -> None:
        """Write at once."""
        self.editor.focus()

    def action_record(self) -> None:
        """Give the words, if there are any."""
        if self.editor.text.strip():
            self.dismiss(Said(self.editor.text, self.channel.value))
        else:
            self.editor.focus()

    def action_leave(self) -> None:
        """Leave; the second time, also with something written."""
        if self._warned or not self.editor.text.strip():
            super().action_leave()
            return
        self._warned = True
        self.retitle(_("esc again throws it away · ctrl+s: record"))
