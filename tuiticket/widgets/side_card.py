"""What is to be known beside a ticket: its fields, its customer, the order, their other matters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from rich.cells import cell_len

from tuiticket import forecast_words, hint_words
from tuiticket.duplicate_words import why
from tuiticket.engine.model.dossier import Dossier
from tuiticket.event_words import name_of
from tuiticket.i18n import _
from tuiticket.judgement_words import in_short
from tuiticket.queue_columns import state_in_short, steady
from tuiticket.wave_words import called, query
from tuiticket.widgets.order_card import order_lines, total
from tuiticket.widgets.page import BLANK, Line, Page, Piece, aside, line
from tuiticket.widgets.wrapping import wrap
from tuiticket.wording import age, label, when

OTHERS = 5
"""Other open tickets of the customer that are listed, and other orders."""


class SideCard(Page):
    """Customer, order, other tickets and fields, one below the other."""

    can_focus = False

    def __init__(self, classes: str | None = None) -> None:
        super().__init__(classes)
        self._dossier: Dossier | None = None
        self._now: datetime | None = None
        self._zone = ZoneInfo("UTC")

    def show(self, dossier: Dossier, now: datetime, zone: ZoneInfo) -> None:
        """Show what belongs to this ticket."""
        self._dossier, self._now, self._zone = dossier, now, zone
        self.renew()

    def compose_lines(self, width: int) -> Iterator[Line]:
        """The cards, a blank line between each."""
        if self._dossier is None or self._now is None:
            return
        yield from self._doubles(self._dossier, width)
        yield from self._customer(self._dossier, width)
        if self._dossier.others:
            yield BLANK
            yield from self._others(self._dossier, width)
        if self._dossier.linked:
            yield BLANK
            yield from _tied(self._dossier, width)
        yield BLANK
        yield from self._order(self._dossier, width)
        yield from _more_orders(self._dossier, width)
        yield BLANK
        yield from self._fields(self._dossier, width)

    def _doubles(self, dossier: Dossier, width: int) -> Iterator[Line]:
        """The tickets that seem to tell the same, each with the reasons."""
        if not dossier.doubles or self._now is None:
            return
        yield line(Piece(_("Duplicate?"), "soon"))
        for each in dossier.doubles:
            left = (Piece(f"#{each.line.id} ", "quiet"), Piece(each.line.subject))
            stands = Piece(f"{label(each.line.state)} {age(each.line.created_at, self._now)}")
            yield aside(left, stands._replace(look="quiet"), width, target=each.line.id)
            yield from _rows(why(each), width, "quiet")
        yield BLANK

    def _customer(self, dossier: Dossier, width: int) -> Iterator[Line]:
        customer = dossier.customer
        yield _title(_("Customer"))
        tags = "".join(f" ·{tag}" for tag in customer.tags)
        yield from _rows(customer.name + tags, width, "strong")
        for contact in dossier.contacts:
            yield aside((Piece(contact.value),), Piece(label(contact.kind), "quiet"), width)
        if customer.note:
            yield from _rows(customer.note, width, "quiet")

    def _order(self, dossier: Dossier, width: int) -> Iterator[Line]:
        order, number = dossier.order, dossier.ticket.order_number
        if order is None:
            yield _title(_("Order"))
            text = _("{number} is not known here").format(number=number) if number else _("none")
            yield from _rows(text, width, "quiet")
            return
        yield from order_lines(order, self._now or order.placed_at, self._zone, width)

    def _fields(self, dossier: Dossier, width: int) -> Iterator[Line]:
        ticket = dossier.ticket
        yield _title(_("Ticket"))
        fields = {
            _("kind"): label(ticket.kind),
            _("category"): name_of(dossier.category) if dossier.category else "–",
            _("priority"): label(ticket.priority),
            _("severity"): label(ticket.severity),
            _("state"): label(ticket.state),
            _("team"): name_of(dossier.team) if dossier.team else "–",
            _("owner"): dossier.owner.name if dossier.owner else "–",
            _("came by"): label(ticket.channel),
            _("opened"): when(ticket.created_at, self._now or ticket.created_at, self._zone),
        }
        fields |= in_short(dossier)
        fields |= hint_words.in_short(dossier)
        fields |= forecast_words.in_short(dossier, self._now or ticket.created_at)
        if dossier.wave is not None:
            fields[_("wave")] = f"{query(dossier.wave)} {called(dossier.wave)}"
        if ticket.tags:
            fields[_("tags")] = " ".join(ticket.tags)
        names = max(cell_len(name) for name in fields) + 1
        for name, value in fields.items():
            first, *rest = wrap(value, max(2, width - names))
            yield line(Piece(name + " " * (names - cell_len(name)), "quiet"), first)
            yield from (line(" " * names + row) for row in rest)

    def _others(self, dossier: Dossier, width: int) -> Iterator[Line]:
        yield _title(_("Also open"))
        for other in dossier.others[:OTHERS]:
            left = (Piece(f"#{other.id} ", "quiet"), Piece(other.subject))
            yield aside(left, Piece(state_in_short(other.state), "quiet"), width, target=other.id)


def _title(text: str) -> Line:
    return line(Piece(text, "title"))


def _rows(text: str, width: int, look: str = "") -> Iterable[Line]:
    return (line(Piece(row, look)) for row in wrap(text, width))


def _more_orders(dossier: Dossier, width: int) -> Iterator[Line]:
    """The customer's other orders, a line each."""
    others = [order for order in dossier.orders if order != dossier.order]
    if others:
        yield BLANK
        yield _title(_("Also ordered"))
    for order in others[:OTHERS]:
        left = (Piece(f"{order.number} ", "quiet"), Piece(label(order.state)))
        yield aside(left, Piece(total(order), "quiet"), width)


def _tied(dossier: Dossier, width: int) -> Iterator[Line]:
    """The tickets it is tied to, and how."""
    yield _title(_("Tied to"))
    for linked in dossier.linked:
        left = (Piece(f"#{linked.line.id} ", "quiet"), Piece(steady(linked.line.subject)))
        yield aside(left, Piece(label(linked.kind), "quiet"), width, target=linked.line.id)
