"""All about one customer: how to reach them, their tickets, their orders, their tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from tuiticket.cells import drawable
from tuiticket.engine.commands.customers import TagCustomer
from tuiticket.engine.customer_file import CustomerFile, customer_file
from tuiticket.engine.model.event import Event
from tuiticket.engine.model.order import Order
from tuiticket.engine.model.queue import QueueLine
from tuiticket.engine.model.ticket import ACTIVE, Ticket
from tuiticket.engine.ports import Reading
from tuiticket.engine.work import unknown_ticket
from tuiticket.i18n import _, listed
from tuiticket.keymap import Context
from tuiticket.screens.bindings import bindings
from tuiticket.screens.desk_screen import DeskScreen
from tuiticket.screens.dialogs.pick import Option
from tuiticket.screens.dialogs.pick_tag import PickTag
from tuiticket.screens.hints import hints
from tuiticket.screens.options import customer_tags
from tuiticket.widgets.choice_list import Choice, ChoiceList
from tuiticket.widgets.hint_line import HintLine
from tuiticket.widgets.lines import Lines
from tuiticket.widgets.order_card import total
from tuiticket.widgets.page import Line, Piece, aside, line
from tuiticket.widgets.wrapping import wrap
from tuiticket.wording import label, language_name, tickets, when

MOST_ORDERS = 5
"""Orders that are listed below the tickets."""

FAR = 1_000_000


class CustomerScreen(DeskScreen[None]):
    """The customer of a ticket, with all their tickets, the newest first."""

    DEFAULT_CSS = """
    CustomerScreen {
        & > ChoiceList { padding: 0 0 0 1; }
        & > .reached { padding: 0 1 1 1; }
        & > .orders { padding: 0 1; border-top: solid $rule; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Context.CUSTOMER)]

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.known: CustomerFile | None = None

    def compose(self) -> ComposeResult:
        """Heading, contacts, tickets, orders, hints."""
        yield Lines(self._heading, classes="-heading")
        yield Lines(self._reached, classes="reached")
        yield ChoiceList[int]()
        yield Lines(self._orders, classes="orders")
        yield HintLine(lambda: hints(self.host.keys, Context.CUSTOMER))

    @property
    def tickets(self) -> ChoiceList[int]:
        """Their tickets by number."""
        return self.query_one(ChoiceList)

    def desk_ready(self) -> None:
        """Read all about them, the cursor on the ticket one came from."""
        self.tickets.focus()
        self._load(at=self.number, opens=True)

    def desk_changed(self, events: Sequence[Event]) -> None:
        """Read it again when something happened to them or their tickets."""
        known = self.known
        theirs = {line.id for line in known.tickets} if known else set()
        if any(_concerns(event, theirs) for event in events):
            self._load(opens=bool(self.mine(events)))

    def language_changed(self) -> None:
        """Say everything again."""
        if self.known is not None:
            self._show(self.known, None)
        super().language_changed()

    def _load(self, at: int | None = None, *, opens: bool) -> None:
        number, me = self.number, self.me

        def ask(reading: Reading) -> CustomerFile:
            found = reading.find(Ticket, id=number)
            if not found:
                raise unknown_ticket(number)
            return customer_file(reading, found[0].customer_id, me)

        self.read(ask, lambda known: self._show(known, at), group="customer", opens=opens)

    def _show(self, known: CustomerFile, at: int | None) -> None:
        self.known = known
        self.tickets.show((self._choice(one) for one in known.tickets), at=at)
        for lines in self.query(Lines):
            lines.renew()

    def _choice(self, one: QueueLine) -> Choice[int]:
        opened = when(one.created_at, self.now(), self.zone)
        look = "" if one.state in ACTIVE else "quiet"
        left = (Piece(f"#{one.id} ", "quiet"), Piece(drawable(one.subject), look))
        return Choice(one.id, left, Piece(f"{label(one.state)} · {opened}", "quiet"))

    def _heading(self, width: int) -> Iterator[Line]:
        if self.known is None:
            yield line(Piece(_("reading …"), "quiet"))
            return
        customer = self.known.customer
        tags = "".join(f" ·{drawable(tag)}" for tag in customer.tags)
        name = (Piece(drawable(customer.name), "title"), Piece(tags, "mine"))
        yield aside(name, Piece(tickets(self.known.count), "quiet"), width)

    def _reached(self, width: int) -> Iterator[Line]:
        if self.known is None:
            return
        customer = self.known.customer
        contacts = [f"{label(one.kind)} {one.value}" for one in self.known.contacts]
        since = _("customer since {when}").format(
            when=when(customer.created_at, self.now(), self.zone)
        )
        facts = [*contacts, since, language_name(customer.language)]
        for row in wrap(drawable(" · ".join(facts)), width):
            yield line(row)
        for row in wrap(drawable(customer.note), width) if customer.note else ():
            yield line(Piece(row, "quiet"))

    def _orders(self, width: int) -> Iterator[Line]:
        orders = self.known.orders if self.known else ()
        yield line(Piece(_("Orders"), "title"))
        if not orders:
            yield line(Piece(_("No orders are known."), "quiet"))
        for order in orders[:MOST_ORDERS]:
            yield self._order(order, width)
        if len(orders) > MOST_ORDERS:
            yield line(Piece(f"… {len(orders) - MOST_ORDERS}", "quiet"))

    def _order(self, order: Order, width: int) -> Line:
        items = listed(item.name for item in order.lines)
        placed = when(order.placed_at, self.now(), self.zone)
        left = (Piece(drawable(order.number) + " "), Piece(drawable(items), "quiet"))
        return aside(
            left, Piece(f"{label(order.state)} · {total(order)} · {placed}", "quiet"), width
        )

    @on(ChoiceList.Chosen)
    def action_customer_open(self) -> None:
        """Open the ticket under the cursor."""
        if self.known is not None and self.tickets.value is not None:
            beside = [one.id for one in self.known.tickets]
            self.host.open_ticket(self.tickets.value, beside)

    def action_customer_tags(self) -> None:
        """Give the customer a tag, or take one away."""
        known, me, now = self.known, self.me, self.now()
        if known is None:
            return
        customer = known.customer

        def toggle(tag: str | None) -> None:
            if tag is None:
                return
            had = tag in customer.tags
            others = tuple(one for one in customer.tags if one != tag)
            said = _("Took the tag {tag} away") if had else _("Tagged {tag}")
            tags = others if had else (*others, tag)
            self.act(TagCustomer(customer=customer.id, tags=tags), said=said.format(tag=tag))

        def offer(options: Sequence[Option[str]]) -> None:
            heading = _("Tags of {customer}").format(customer=drawable(customer.name))
            self.app.push_screen(PickTag(heading, options), toggle)

        self.read(
            lambda reading: customer_tags(reading, customer, me, now),
            offer,
            group="options",
            opens=True,
        )

    def action_customer_down(self) -> None:
        """To the next line."""
        self.tickets.move(1)

    def action_customer_up(self) -> None:
        """To the line before."""
        self.tickets.move(-1)

    def action_customer_top(self) -> None:
        """To the first line."""
        self.tickets.move(-FAR)

    def action_customer_bottom(self) -> None:
        """To the last line."""
        self.tickets.move(FAR)


def _concerns(event: Event, tickets: set[int]) -> bool:
    """Whether an event may change what is shown: a ticket of theirs, a new one, a customer."""
    return event.ticket_id in tickets or event.kind.startswith(
        ("customer.", "order.", "ticket.opened", "contact.", "desk.")
    )
