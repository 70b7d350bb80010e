"""Recording what a customer said on a ticket that is there: a second call, a visit, a chat."""

from __future__ import annotations

from dataclasses import dataclass

from tuiticket.engine.model.ticket import Channel
from tuiticket.i18n import _
from tuiticket.screens.dialogs.note_down import NoteDown
from tuiticket.widgets.choice_row import ChoiceRow
from tuiticket.wording import label


@dataclass(frozen=True, slots=True)
class Said:
    """The customer's words, and how they came."""

    text: str
    channel: Channel


class ReceivedDialog(NoteDown[Said]):
    """What they said, and below it how that came."""

    def __init__(self, heading: str) -> None:
        self.channel = ChoiceRow[Channel](list(Channel), label, at=Channel.PHONE)
        super().__init__(heading, self.channel)
        self.question = _("What did the customer say? They wait for us then.")
        self.foot = _("ctrl+s: record · tab: came by · esc leaves")
        self.warning = _("esc again throws it away · ctrl+s: record")

    def answer(self, text: str) -> Said:
        """The words, and how they came."""
        return Said(text, self.channel.value)
