"""What recording a call and opening a ticket by hand share: who, what about, filed where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Input

from tuiticket.cells import drawable
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.duplicates import KeepApart
from tuiticket.engine.commands.merging import Merge
from tuiticket.engine.desk import Desk, Outcome
from tuiticket.engine.errors import BadInput, DeskError
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.customer import Contact, Customer
from tuiticket.engine.model.duplicate import Telling
from tuiticket.engine.model.ticket import Channel, Kind, Priority, Ticket
from tuiticket.engine.ports import Reading
from tuiticket.event_words import name_of
from tuiticket.i18n import _
from tuiticket.keymap import Context
from tuiticket.screens.alike import Alike, Way, alike, warning, ways
from tuiticket.screens.bindings import bindings
from tuiticket.screens.desk_screen import DeskScreen
from tuiticket.screens.dialogs.confirm import Confirm
from tuiticket.screens.dialogs.pick import Pick, pick_for
from tuiticket.screens.hints import hints
from tuiticket.widgets.choice_row import ChoiceRow
from tuiticket.widgets.editor import Editor
from tuiticket.widgets.form import TextField
from tuiticket.widgets.hint_line import Hint, HintLine
from tuiticket.widgets.lines import Lines
from tuiticket.widgets.page import Line, Piece, aside, line
from tuiticket.wording import label, tickets


@dataclass(frozen=True, slots=True)
class Known:
    """What a contact tells: the way they come by it (None: it is none), whose, what is open."""

    channel: Channel | None = None
    customer: Customer | None = None
    open_tickets: tuple[Ticket, ...] = ()


def who_is(desk: Desk, reading: Reading, contact: str) -> Known:
    """Whom a contact belongs to."""
    try:
        address = desk.recognise(contact)
    except BadInput:
        return Known()
    found = reading.find(Contact, kind=address.kind, value=address.value)
    if not found:
        return Known(address.channel)
    customer = reading.find(Customer, id=found[0].customer_id)[0]
    theirs = reading.find(Ticket, customer_id=customer.id)
    return Known(address.channel, customer, tuple(ticket for ticket in theirs if ticket.active))


class ContactForm(DeskScreen[None]):
    """A form about one contact; `ctrl+s` records it, leaving it asks if something was typed."""

    DEFAULT_CSS = """
    ContactForm {
        & VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
        & .-known { padding: 0 1 1 18; }
        & .-alike { padding: 0 1 0 18; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Context.FORM)]

    channels: ClassVar[Sequence[Channel]] = tuple(Channel)

    def __init__(self) -> None:
        super().__init__()
        self.contact, self.customer_name = TextField(), TextField()
        self.subject, self.order_number = TextField(), TextField()
        self.kind = ChoiceRow[Kind](list(Kind), label, Kind.ENQUIRY)
        priorities = list(reversed(Priority))
        self.priority = ChoiceRow[Priority](priorities, label, Priority.NORMAL)
        self.channel = ChoiceRow[Channel](self.channels, label, self.channels[0])
        self.category = ChoiceRow[Category | None]([None], _category, None)
        self.known = Known()
        self.alike: Sequence[Alike] = ()
        self._channel_chosen = False

    def compose(self) -> ComposeResult:
        """Heading, rows, hints."""
        yield Lines(self.heading, classes="-heading")
        with VerticalScroll(can_focus=False):
            yield from self.rows()
        yield HintLine(self._hints)

    def _hints(self) -> Sequence[Hint]:
        moving = Hint("tab", _("next field")), Hint("esc", _("leave"))
        return [*moving, *hints(self.host.keys, Context.FORM)]

    def rows(self) -> Iterable[Widget]:
        """The rows of the form."""
        raise NotImplementedError

    def heading(self, width: int) -> Iterator[Line]:
        """The line above the form."""
        raise NotImplementedError

    def told(self) -> str:
        """What the customer said so far."""
        raise NotImplementedError

    def may_be_told(self) -> bool:
        """Whether somebody may be told of the matter already; not where it is done with."""
        return True

    def command(self) -> Command:
        """What was filled in, as the intent that records it."""
        raise NotImplementedError

    def said(self, number: int) -> str:
        """What is told once it is recorded as that ticket."""
        raise NotImplementedError

    def desk_ready(self) -> None:
        """Begin with who it is; meanwhile fetch the categories."""
        self.contact.focus()
        self.read(
            lambda reading: sorted(reading.all(Category), key=lambda category: category.key),
            lambda found: self.category.offer([None, *found]),
            group="categories",
            opens=True,
        )

    def step_back(self) -> bool:
        """What was typed is not thrown away without asking."""
        if not any(field.value.strip() for field in self.query(Input)):
            return False
        question = _("What you typed is not recorded yet.")
        dialog = Confirm(_("Leave the form"), question, verb=_("throw it away"))
        self.app.push_screen(dialog, self._leave)
        return True

    def _leave(self, sure: bool | None) -> None:
        if sure:
            self.dismiss(None)

    def action_form_record(self) -> None:
        """Record it; where it seems to be told already, ask what becomes of it."""
        if not self.alike or not self.may_be_told():
            self._record(self._recorded)
            return
        pick = Pick(_("This seems to be told already"), ways(self.alike))
        self.app.push_screen(pick, lambda way: None if way is None else self._go(*way))

    def _record(self, then: Callable[[Outcome], None]) -> None:
        self.act(self.command(), said="", then=then, otherwise=self._refused)

    def _go(self, way: Way, number: int) -> None:
        """Put it under a ticket that is open, look at that one, or open one all the same."""
        found = [each.ticket.id for each in self.alike]

        def put_under(outcome: Outcome) -> None:
            merge = Merge(ticket=outcome.tickets[0], into=number)
            self.act(merge, said=f"{_('Merged')} · #{number}")
            self.dismiss(None)

        def keep_apart(outcome: Outcome) -> None:
            apart = [KeepApart(ticket=outcome.tickets[0], other=other) for other in found]
            self.act(*apart, said="", fitting=True, otherwise=lambda _error: None)
            self._recorded(outcome)

        match way:
            case Way.MERGE:
                self._record(put_under)
            case Way.LOOK:
                self.host.open_ticket(number)
            case Way.APART:
                self._record(keep_apart)

    def who(self, width: int) -> Iterator[Line]:
        """Whose contact was typed, and what they have open."""
        customer, theirs = self.known.customer, self.known.open_tickets
        if customer is not None:
            tags = "".join(f" ·{tag}" for tag in customer.tags)
            name = (Piece(drawable(customer.name) + tags, "strong"),)
            yield aside(name, Piece(tickets(len(theirs)) if theirs else "", "quiet"), width)
            for ticket in theirs[:3]:
                number = Piece(f"#{ticket.id} ", "quiet")
                state = Piece(label(ticket.state), "quiet")
                yield aside((number, Piece(drawable(ticket.subject))), state, width)
        elif self.known.channel is not None:
            yield line(Piece(_("not known yet"), "quiet"))
        elif self.contact.value.strip():
            yield line(Piece(_("no number, address or chat id yet"), "quiet"))

    def looks_like(self, width: int) -> Iterator[Line]:
        """Which open tickets seem to tell the same."""
        return warning(self.alike, self.now(), width) if self.alike else iter(())

    @on(Input.Changed)
    def _look(self, event: Input.Changed) -> None:
        if event.input is self.contact:
            text, desk = event.value, self.desk
            self.read(lambda reading: who_is(desk, reading, text), self._found, group="known")
        else:
            self._compare()

    @on(Editor.Changed)
    def _compare(self) -> None:
        """Look whether what was typed so far is told already."""
        customer, now = self.known.customer, self.now()
        told = Telling(
            text=f"{self.subject.value}\n{self.told()}",
            customer_id=customer.id if customer else None,
            name=customer.name if customer else self.customer_name.value.strip(),
            order_number=self.order_number.value.strip() or None,
        )
        self.read(lambda reading: alike(reading, told, now), self._warn, group="alike")

    def _warn(self, found: Sequence[Alike]) -> None:
        if found or self.alike:
            self.alike = found
            self.query_one(".-alike", Lines).renew()

    def _found(self, known: Known) -> None:
        self.known = known
        # Whose name is on record is not asked for it.
        self.customer_name.disabled = known.customer is not None
        came_by = known.channel
        if came_by is not None and came_by in self.channels and not self._channel_chosen:
            self.channel.value = came_by
        self.query_one(".-known", Lines).renew()
        self._compare()

    @property
    def chosen_channel(self) -> Channel | None:
        """The channel the person said; None where it follows from the contact."""
        return self.channel.value if self._channel_chosen else None

    @on(ChoiceRow.Chosen)
    def _chose(self, message: ChoiceRow.Chosen) -> None:
        self._channel_chosen = self._channel_chosen or message.row is self.channel

    @on(ChoiceRow.Asked)
    def _list(self, message: ChoiceRow.Asked) -> None:
        pick_for(message.row)

    def _recorded(self, outcome: Outcome) -> None:
        self.notify(self.said(outcome.tickets[0]), markup=False)
        self.dismiss(None)

    def _refused(self, error: DeskError) -> None:
        """Tell what is wrong, and go where it is."""
        self.host.complain(error)
        if "contact" in error.values:
            self.contact.focus()
        elif error.values.get("field") == "subject":
            self.subject.focus()


def _category(category: Category | None) -> str:
    return name_of(category) if category else "–"
