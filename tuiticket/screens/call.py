"""Recording a call while it goes on: who, what about, what was said, answered or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from textual.widget import Widget

from tuiticket.engine.commands.opening import LogCall
from tuiticket.engine.errors import N_
from tuiticket.engine.model.ticket import LIVE, Channel
from tuiticket.engine.rules.language import guess_language
from tuiticket.i18n import _
from tuiticket.screens.contact_form import ContactForm
from tuiticket.widgets.form import Row, TextField
from tuiticket.widgets.lines import Lines
from tuiticket.widgets.page import Line, Piece, aside
from tuiticket.wording import countdown


class CallScreen(ContactForm):
    """A call, visit or chat; with an answer it is solved at once, without it goes to a team.

    Its length is measured from the moment the screen opens.
    """

    channels = tuple(channel for channel in Channel if channel in LIVE)

    def __init__(self) -> None:
        super().__init__()
        self.said_by_customer, self.answer = TextField(), TextField()
        self._began: datetime | None = None

    def rows(self) -> Iterable[Widget]:
        """In the order of a conversation."""
        yield Row(N_("phone or e-mail"), self.contact)
        yield Lines(self.who, classes="-known")
        yield Row(N_("their name"), self.customer_name)
        yield Row(N_("about"), self.subject)
        yield Row(N_("said"), self.said_by_customer)
        yield Lines(self.looks_like, classes="-alike")
        yield Row(N_("answered"), self.answer)
        yield Row(N_("kind"), self.kind)
        yield Row(N_("category"), self.category)
        yield Row(N_("priority"), self.priority)
        yield Row(N_("came by"), self.channel)
        yield Row(N_("order"), self.order_number)

    def desk_ready(self) -> None:
        """The clock runs from now on."""
        super().desk_ready()
        self._began = self.now()

    def second_passed(self, now: datetime) -> None:
        """Let the clock move on."""
        self.query(Lines).first().renew()

    def heading(self, width: int) -> Iterator[Line]:
        """What this is, and for how long one talks."""
        title = Piece(_("Log a call"), "title")
        hint = Piece("  " + _("left without an answer, it goes to a team"), "quiet")
        yield aside((title, hint), Piece(countdown(self._seconds())), width)

    def told(self) -> str:
        """What was noted of their words so far."""
        return self.said_by_customer.value

    def may_be_told(self) -> bool:
        """A call that was answered is no matter any more."""
        return not self.answer.value.strip()

    def command(self) -> LogCall:
        """The contact as it was filled in."""
        category = self.category.value
        words = f"{self.subject.value} {self.said_by_customer.value}"
        return LogCall(
            contact=self.contact.value,
            customer_name=self.customer_name.value,
            subject=self.subject.value,
            body=self.said_by_customer.value,
            answer=self.answer.value,
            kind=self.kind.value,
            category=category.key if category else None,
            priority=self.priority.value,
            channel=self.chosen_channel,
            order_number=self.order_number.value.strip() or None,
            seconds=self._seconds(),
            language=guess_language(words),
        )

    def said(self, number: int) -> str:
        """That it is on record."""
        if self.answer.value.strip():
            return _("Recorded and solved · #{number}").format(number=number)
        return _("Recorded · #{number}").format(number=number)

    def _seconds(self) -> int:
        return int((self.now() - self._began).total_seconds()) if self._began else 0
