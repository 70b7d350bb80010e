"""The orders of a ticket's customer: what is in each, and which of them the ticket is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from tuiticket.cells import drawable
from tuiticket.engine.model.dossier import Dossier
from tuiticket.i18n import _
from tuiticket.screens.dialogs.pick import Option, Pick
from tuiticket.widgets.choice_list import ChoiceList
from tuiticket.widgets.lines import Lines
from tuiticket.widgets.order_card import order_lines, total
from tuiticket.widgets.page import Line
from tuiticket.wording import label


class PickOrder(Pick[str]):
    """The orders, the ticket's first, below them all of the one under the cursor.

    Gives the number of the one picked.
    """

    DEFAULT_CSS = """
    PickOrder Lines { height: auto; max-height: 14; border-top: solid $rule; overflow-y: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+down", "scroll(3)", show=False, priority=True),
        Binding("ctrl+up", "scroll(-3)", show=False, priority=True),
    ]

    def __init__(self, dossier: Dossier, now: datetime, zone: ZoneInfo) -> None:
        about = dossier.order
        orders = [*([about] if about else []), *(o for o in dossier.orders if o != about)]
        options = [
            Option(
                one.number,
                f"{drawable(one.number)}  {label(one.state)}",
                total(one),
                words=" ".join(item.name for item in one.lines),
                now=one == about,
            )
            for one in orders
        ]
        heading = _("Orders of {customer}").format(customer=dossier.customer.name)
        super().__init__(heading, options)
        self._orders = {one.number: one for one in orders}
        self._missing = "" if about else dossier.ticket.order_number or ""
        self._now, self._zone = now, zone

    def parts(self) -> Iterable[Widget]:
        """The list, and what the cursor stands on."""
        yield from super().parts()
        about = Lines(self._about)
        about.display = bool(self.options)
        yield about

    def may_be_done(self) -> str:
        """The keys at the foot."""
        return _("enter: the ticket is about it · esc leaves") if self.options else _("esc leaves")

    def nothing(self) -> str:
        """Where no order of the customer is known."""
        if self._missing and not self._orders:
            return _("{number} is not known here").format(number=drawable(self._missing))
        return super().nothing() if self._orders else _("No order of this customer is known here.")

    def action_scroll(self, by: int) -> None:
        """Read on in the order below."""
        self.query_one(Lines).scroll_relative(y=by, animate=False)

    @on(ChoiceList.Moved)
    def _moved(self) -> None:
        lines = self.query_one(Lines)
        lines.renew()
        lines.scroll_home(animate=False)

    def _about(self, width: int) -> Iterator[Line]:
        order = self._orders.get(self.list.value or "")
        if order is not None:
            yield from order_lines(order, self._now, self._zone, width)
