"""A list of tickets one can look through: views, a filter, an order, a preview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from tuiticket.engine.errors import BadInput, DeskError
from tuiticket.engine.model.event import Event
from tuiticket.engine.rules.query import Query, Sort, SortKey, complete, parse
from tuiticket.engine.rules.views import (
    ALL,
    ORDERS,
    Order,
    View,
    depends_on_time,
    narrowed,
    order_of,
)
from tuiticket.i18n import _
from tuiticket.keymap import Context
from tuiticket.queue_columns import Reader
from tuiticket.screens import queue_words
from tuiticket.screens.bindings import bindings
from tuiticket.screens.dialogs.pick import Option, Pick
from tuiticket.screens.hints import hints
from tuiticket.screens.list_views import ListViews
from tuiticket.screens.queue_reading import Found, Names, Place, find, first_view, names, row_of
from tuiticket.widgets.column_titles import ColumnTitles
from tuiticket.widgets.hint_line import HintLine
from tuiticket.widgets.prompt_line import PromptLine
from tuiticket.widgets.status_bar import StatusBar
from tuiticket.widgets.ticket_table import TicketTable
from tuiticket.widgets.view_tabs import ViewTabs
from tuiticket.wording import told

MINUTE = 60
"""Seconds after which a list whose query depends on the time is read again by itself."""

LONG = 20_000
"""Tickets from which on what changed is shown before the whole list is read again."""


_NAMING = ("agent.", "calendar.", "category.", "desk.undone", "desk.redone", "team.", "view.")
"""Events after which names, working hours or views may be others."""


class TicketList(ListViews):
    """All tickets of a view that a filter lets through, with a cursor on one of them."""

    CONTEXTS: ClassVar[Sequence[Context]] = (Context.LIST,)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Context.LIST)]

    def __init__(self, query: str = "") -> None:
        """Begin with a filter; raises BadInput for one that says nothing that is known."""
        super().__init__()
        self._order = 0
        self._filter = query.strip()
        self._wanted = parse(query)
        self._names = Names()
        self._age = 0
        self._reading = self._anew = self._behind = self._awaited = False

    def compose(self) -> ComposeResult:
        """Views and status, filter, titles, tickets, preview, hints."""
        with Horizontal(classes="head"):
            yield ViewTabs(self.view_tabs())
            yield StatusBar()
        prompt = PromptLine()
        yield prompt
        yield prompt.help
        yield from self.list_and_preview()
        yield HintLine(lambda: hints(self.host.keys, *self.CONTEXTS))

    def body(self) -> Sequence[Widget]:
        """Titles and tickets."""
        return ColumnTitles(), TicketTable()

    def on_mount(self) -> None:
        """Paint the empty list while the desk is being opened."""
        self.table.say(*queue_words.opening())
        self.prompt.end(self._filter)
        self.table.focus()

    @property
    def prompt(self) -> PromptLine:
        """The filter."""
        return self.query_one(PromptLine)

    # Reading

    def desk_ready(self) -> None:
        """Choose the view to begin with, learn who there is, then show tickets."""
        me, now = self.session.me, self.now()

        def begin(found: tuple[View, Names]) -> None:
            self.view, self._names = found
            self.learn_views(self._names.saved)
            self.show_tabs()
            self.second_passed(self.now())
            self._load(anew=True)
            self.count_views()

        self.read(lambda r: (first_view(r, me, now), names(r)), begin, group="list", opens=True)

    def desk_changed(self, events: Sequence[Event]) -> None:
        """Read the view again; the cursor stays on its ticket, or goes to the next one left."""
        touched = {event.ticket_id for event in events if event.ticket_id is not None}
        if len(self.table.numbers) > LONG:
            seen = tuple(touched.intersection(self.table.in_sight()))
            self.read_lines(seen, group="touched")
        me = self.session.me
        self._refresh(mine=any(me is not None and event.actor == me.login for event in events))
        self.count_views()
        if self.table.number in touched:
            self.read_preview()
        if any(event.kind.startswith(_NAMING) for event in events):
            self.read_names()

    def second_passed(self, now: datetime) -> None:
        """Move the clocks on."""
        me, status = self.session.me, self.query_one(StatusBar)
        status.who, status.there = (me.login, me.available) if me else ("", True)
        status.time = f"{now.astimezone(self.zone):%H:%M}"
        self.preview.second_passed(now)
        self.table.tell_time(Reader(now, status.who, self._names.teams(), self._names.calendars))
        self._age += 1
        if self._age >= MINUTE and depends_on_time(self.asked):
            self._refresh()

    def language_changed(self) -> None:
        """Say everything anew."""
        super().language_changed()
        self.query_one(StatusBar).fit()
        self.table.language_changed()
        self.show_tabs()
        self.second_passed(self.now())
        self._load()
        self.read_preview()

    def read_names(self) -> None:
        """Learn anew who there is and which views are kept."""
        self.read(names, self._learn_names, group="names")

    def _learn_names(self, found: Names) -> None:
        self._names = found
        self.table.refresh()
        self.learn_views(found.saved)

    @property
    def asked(self) -> Query:
        """Of the view, what the filter lets through, in the order chosen."""
        return narrowed(self.view, self._wanted, ORDERS[self._order])

    def _refresh(self, *, mine: bool = False) -> None:
        """Read the list again, once what is being read is shown: long lists take their time.

        After an act of `mine` at once: the next key is about the ticket it leads to.
        """
        self._awaited |= mine
        if self._reading and (self._anew or not mine):
            self._behind = True
        else:
            self._load()

    def _load(self, *, anew: bool = False) -> None:
        opens, self._awaited = anew or self._awaited, False
        self._age, self._reading, self._anew, self._behind = 0, True, anew, False
        me, now, query = self.session.me, self.now(), self.asked
        place = self._place()
        if anew:
            place = Place(height=place.height, marked=place.marked)
        self.read(
            lambda reading: find(reading, query, me, now, place),
            lambda found: self._show(found, anew=anew),
            group="list",
            otherwise=self._failed,
            opens=opens,
        )

    def _place(self) -> Place:
        table = self.table
        return Place.on(table.numbers, table.cursor, max(table.size.height, 1), table.marked)

    def _show(self, found: Found, *, anew: bool) -> None:
        view, keys = self.view, self.host.keys
        if found.numbers:
            # The cursor may have moved on while the list was being read.
            row = found.row if anew else row_of(found.numbers, self._place())
            self.table.show(found.numbers, found.lines, row, anew=anew, gone=found.gone)
        elif self._filter:
            self.table.say(*queue_words.nothing_through(view, self._filter, keys))
        else:
            at_work = self.session.me is not None
            self.table.say(*queue_words.nothing_in(view, keys, at_work=at_work))
        self.arrange_preview()
        self._sum_up()
        self._caught_up()

    @on(TicketTable.Remarked)
    def _sum_up(self) -> None:
        """Say how many tickets there are, and how many of them are marked."""
        table = self.table
        words = queue_words.summary(len(table.numbers), order_of(self.asked), len(table.marked))
        self.prompt.inform(words, empty=_("filter"))

    def _caught_up(self) -> None:
        self._reading = False
        if self._behind:
            self._load()

    def _failed(self, error: DeskError) -> None:
        self.table.say(*queue_words.failed(told(error), self.host.keys))
        self._caught_up()

    @on(TicketTable.Wanted)
    def _read_lines(self, event: TicketTable.Wanted) -> None:
        self.read_lines(event.numbers, group="lines", opens=self.table.line is None)

    def read_lines(self, numbers: Sequence[int], *, group: str, opens: bool = False) -> None:
        """Learn the lines of some tickets, as they are now."""
        me = self.session.me
        self.read(
            lambda reading: reading.lines(numbers, me), self.table.supply, group=group, opens=opens
        )

    # The filter

    @on(PromptLine.Typing)
    def _help_typing(self, event: PromptLine.Typing) -> None:
        known = {**self._names.values(), "tag": self.table.tags()}
        self.prompt.offer(complete(event.text, event.cursor, known))

    @on(PromptLine.Applied)
    def _apply(self, event: PromptLine.Applied) -> None:
        try:
            self._wanted = parse(event.text)
        except BadInput as error:
            start = error.values.get("start", 0)
            self.prompt.blame(told(error), start if isinstance(start, int) else 0)
        else:
            self._filter = event.text.strip()
            self._stop_typing()
            self._load(anew=True)

    @on(PromptLine.Left)
    def _stop_typing(self) -> None:
        self.prompt.end(self._filter)
        self.query_one(ColumnTitles).display = True
        self.table.focus()

    def step_back(self) -> bool:
        """Take the filter away."""
        if not self._filter:
            return False
        self.take_filter_away()
        self._load()
        return True

    def take_filter_away(self) -> None:
        """Filter nothing, in the view's own order."""
        self._filter, self._wanted, self._order = "", Query(), 0
        self.prompt.end("")

    def look_for(self, text: str) -> None:
        """Show all tickets that a filter lets through; raises BadInput as for a new list."""
        self._filter, self._wanted = text.strip(), parse(text)
        self._stop_typing()
        self.show_view(ALL)

    def action_list_filter(self) -> None:
        """Type what to show."""
        self.query_one(ColumnTitles).display = False
        self.prompt.begin()

    # Views and orders

    def view_changed(self) -> None:
        """Show the view from its beginning."""
        self._load(anew=True)

    def action_list_sort(self) -> None:
        """Choose the order the list is read in."""
        sort = self.asked.sort
        options = [Option(order, _(order.label), now=order.sort == sort) for order in ORDERS]
        self.app.push_screen(Pick(_("In which order?"), options), self._sort)

    def _sort(self, order: Order | None) -> None:
        if order is not None:
            self._order = ORDERS.index(order)
            self._wanted = replace(self._wanted, sort=())
            self._load(anew=True)

    def action_list_refresh(self) -> None:
        """Read the list anew."""
        self._refresh()
        self.count_views()

    def action_list_breach(self) -> None:
        """To the ticket that is due first."""
        me, now = self.session.me, self.now()
        first = replace(self.asked, sort=(Sort(SortKey.DUE),))

        def go(numbers: Sequence[int]) -> None:
            if numbers and numbers[0] in self.table.numbers:
                self.table.go(self.table.numbers.index(numbers[0]))

        self.read(lambda reading: reading.queue(first, me, now)[:1], go, group="breach", opens=True)
