"""Opening a ticket by hand, for a customer who asked by whatever way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.widget import Widget

from tuiticket.engine.commands.opening import OpenTicket
from tuiticket.engine.errors import N_
from tuiticket.engine.rules.language import guess_language
from tuiticket.i18n import _
from tuiticket.screens.contact_form import ContactForm
from tuiticket.widgets.editor import Editor
from tuiticket.widgets.form import Row
from tuiticket.widgets.lines import Lines
from tuiticket.widgets.page import Line, Piece, line


class NewTicketScreen(ContactForm):
    """A ticket with its first message; it is routed like any other."""

    CSS = """
    NewTicketScreen Editor { height: 6; background: $surface; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.body = Editor()

    def rows(self) -> Iterable[Widget]:
        """Who and what first, then where it belongs."""
        yield Row(N_("phone or e-mail"), self.contact)
        yield Lines(self.who, classes="-known")
        yield Row(N_("their name"), self.customer_name)
        yield Row(N_("subject"), self.subject)
        yield Row(N_("message"), self.body)
        yield Lines(self.looks_like, classes="-alike")
        yield Row(N_("kind"), self.kind)
        yield Row(N_("category"), self.category)
        yield Row(N_("priority"), self.priority)
        yield Row(N_("came by"), self.channel)
        yield Row(N_("order"), self.order_number)

    def heading(self, width: int) -> Iterator[Line]:
        """What this is."""
        yield line(Piece(_("New ticket"), "title"))

    def told(self) -> str:
        """The message as it was typed so far."""
        return self.body.text

    def command(self) -> OpenTicket:
        """The ticket as it was filled in."""
        category = self.category.value
        return OpenTicket(
            contact=self.contact.value,
            customer_name=self.customer_name.value,
            subject=self.subject.value,
            body=self.body.text,
            kind=self.kind.value,
            category=category.key if category else None,
            priority=self.priority.value,
            channel=self.chosen_channel,
            order_number=self.order_number.value.strip() or None,
            language=guess_language(f"{self.subject.value} {self.body.text}"),
        )

    def said(self, number: int) -> str:
        """That it is open."""
        return _("Opened · #{number}").format(number=number)
