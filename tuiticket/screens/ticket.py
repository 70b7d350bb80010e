"""One ticket: what was said and done on the left, what is to be known beside it on the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.geometry import Region

from tuiticket.cells import drawable
from tuiticket.engine.commands.assignment import Accept
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.commands.watching import SeeTicket
from tuiticket.engine.errors import DeskError
from tuiticket.engine.model.event import Event
from tuiticket.engine.model.people import DraftKind
from tuiticket.engine.model.presence import Doing, Present
from tuiticket.engine.model.suggestion import Suggestion
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.rules.safetext import clean
from tuiticket.i18n import _, ngettext
from tuiticket.keymap import Context
from tuiticket.screens.acts.files import FileActs
from tuiticket.screens.acts.stepping import SteppingActs
from tuiticket.screens.attendance import At
from tuiticket.screens.bindings import bindings
from tuiticket.screens.compose import ComposeScreen
from tuiticket.screens.dialogs.fields import Fields
from tuiticket.screens.dialogs.pick_order import PickOrder
from tuiticket.screens.hints import hints
from tuiticket.screens.ticket_acts import TicketActs
from tuiticket.screens.ticket_view import TicketView, look_at
from tuiticket.screens.widths import NARROW_OR_WIDE
from tuiticket.widgets.choice_list import Choice, ChoiceList
from tuiticket.widgets.clock_card import ClockCard
from tuiticket.widgets.hint_line import Hint, HintLine
from tuiticket.widgets.lines import Lines
from tuiticket.widgets.page import Page, Piece, line
from tuiticket.widgets.side_card import SideCard
from tuiticket.widgets.step_list import StepList
from tuiticket.widgets.ticket_heading import TicketHeading
from tuiticket.widgets.timeline import STEP, Timeline
from tuiticket.widgets.timeline_entries import Said
from tuiticket.widgets.timeline_parts import File

_SOLVED = Piece("✓", "quiet")

_ON_THE_SIDE = frozenset({"ticket.insert", "ticket.step", "ticket.fields"})

CLIPBOARD = 74_994
"""Bytes copied at once: with the base64 around them what terminals take by OSC 52."""


class TicketScreen(TicketActs[None], FileActs[None], SteppingActs[None]):
    """An open ticket. `beside` are the tickets of the list it was opened from, in their order."""

    CSS = """
    TicketScreen {
        & > Container { layout: horizontal; height: 1fr; }
        & Timeline { width: 1fr; padding: 0 0 0 1; }
        & VerticalScroll {
            width: 38; padding: 0 0 0 1; border-left: solid $rule;
            scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        }
        & VerticalScroll Page { height: auto; scrollbar-gutter: auto; margin: 0 0 1 0; }
        & VerticalScroll Lines { margin: 0; }
        & VerticalScroll ChoiceList { max-height: 6; }
        & VerticalScroll StepList.-none { display: none; }
        &.-without-side VerticalScroll { display: none; }

        /* A wide character laid over the edge between two panes is lost. */
        &.-wide Toast { max-width: 34; }

        &.-narrow VerticalScroll { display: none; }
        &.-narrow.-with-side VerticalScroll { display: block; width: 1fr; border-left: none; }
        &.-narrow.-with-side Timeline { display: none; }
    }
    """
    HORIZONTAL_BREAKPOINTS = NARROW_OR_WIDE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Context.TICKET, Context.ON_TICKET)]

    def __init__(self, number: int, beside: Sequence[int] = ()) -> None:
        super().__init__()
        self.number = number
        self.beside = beside
        self.view: TicketView | None = None
        self._read_to = -1

    def compose(self) -> ComposeResult:
        """Heading, story, side, hints."""
        yield TicketHeading()
        with Container():
            yield Timeline(pointed=True)
            with VerticalScroll():
                yield ClockCard()
                yield Lines(lambda _width: [line(Piece(_("Suggested"), "title"))])
                yield ChoiceList[Suggestion](_("no article fits"))
                yield StepList()
                yield SideCard()
        yield HintLine(self._hints)

    def _hints(self) -> Sequence[Hint]:
        """What is in doubt comes first; what acts on the side is left out while that is hidden."""
        keys = self.host.keys
        without = _ON_THE_SIDE if self._side_hidden else frozenset()
        first = ["ticket.duplicate"] if self.view and self.view.dossier.doubles else []
        return hints(keys, Context.ON_TICKET, Context.TICKET, first=first, without=without)

    def desk_ready(self) -> None:
        """Read the ticket."""
        self.query_one(Timeline).focus()
        self._open(self.number)

    def desk_changed(self, events: Sequence[Event]) -> None:
        """Show what anybody does on this ticket; only one's own words move the page."""
        here = [event for event in events if event.ticket_id == self.number]
        if here or any(_changes_steps(event) for event in events):
            mine = self.mine(here)
            opening = self.current() is None
            self.read(
                lambda reading: look_at(reading, self.number),
                self._begin if opening or any(map(_speaks, mine)) else self._show,
                group="ticket",
                opens=opening or bool(mine),
            )

    def second_passed(self, now: datetime) -> None:
        """Let the clocks move on."""
        if self.view is not None:
            self.query_one(TicketHeading).second_passed(now)
            self.query_one(ClockCard).second_passed(now)

    def language_changed(self) -> None:
        """Say everything again."""
        self.query_one(ChoiceList).empty = _("no article fits")
        if self.view is not None:
            self._show(self.view)
        super().language_changed()

    def step_back(self) -> bool:
        """On a narrow terminal, back from the side to the story."""
        if not (self.has_class("-narrow") and self.has_class("-with-side")):
            return False
        self.action_ticket_side()
        return True

    def current(self) -> Ticket | None:
        """The ticket that is open; None while it is being read."""
        ticket = self.view.dossier.ticket if self.view else None
        return ticket if ticket and ticket.id == self.number else None

    def merged_into(self, number: int) -> None:
        """Go on with the ticket that took this one up."""
        self._open(number)

    def message_in_focus(self) -> int | None:
        """The message under the cursor."""
        entry = self.query_one(Timeline).current
        return entry.message.id if isinstance(entry, Said) else None

    def at_ticket(self) -> At | None:
        """At the ticket that is open."""
        return At(self.number, Doing.LOOKING)

    def others_there(self, others: Sequence[Present]) -> None:
        """Show who else is at it."""
        self.query_one(TicketHeading).others_there(others)

    def _open(self, number: int) -> None:
        self.number = self.host.last_open = number
        self.others_there(())
        self.host.attend()
        self.read(
            lambda reading: look_at(reading, number),
            self._begin,
            group="ticket",
            otherwise=self._not_there,
            opens=True,
        )

    def _begin(self, view: TicketView) -> None:
        self._show(view)
        self.query_one(Timeline).to_newest()
        self.query_one(VerticalScroll).scroll_to(y=0, animate=False, immediate=True)

    def _not_there(self, error: DeskError) -> None:
        self.host.complain(error)
        if self.view is None:
            self.dismiss(None)

    def _have_read(self, view: TicketView) -> None:
        """What stands there is not unread any more, and its owner looks at it."""
        ticket = view.dossier.ticket
        last = max((message.id for message in view.dossier.messages), default=0)
        waiting = ticket.owner_id == self.me.id and ticket.active and ticket.accepted_at is None
        if self.is_current and (last != self._read_to or waiting):
            self._read_to = last
            see = SeeTicket(ticket=ticket.id), Accept(ticket=ticket.id)
            self.act(*see, said="", aside=not waiting)

    def _show(self, view: TicketView) -> None:
        self.view = view
        self._have_read(view)
        now = self.now()
        self.query_one(TicketHeading).show(view.dossier, now)
        self.query_one(Timeline).show(view.story, view.names, now, self.zone)
        self.query_one(ClockCard).show(view.dossier, now)
        self.query_one(SideCard).show(view.dossier, now, self.zone)
        steps = self.query_one(StepList)
        steps.set_class(not view.procedures, "-none")
        steps.show(view.procedures)
        suggestions = self.query_one(ChoiceList)
        suggestions.disabled = not view.suggested
        suggestions.show(_choice(each) for each in view.suggested)
        self.query_one(HintLine).refresh()

    @on(ChoiceList.Chosen)
    def action_ticket_insert(self) -> None:
        """Begin a reply with the chosen article, or open the chosen ticket."""
        chosen = self.query_one(ChoiceList).value
        if chosen is None:
            return
        if chosen.article is None:
            self._open(chosen.ticket)
        else:
            self.app.push_screen(ComposeScreen(self.number, DraftKind.REPLY, chosen.article))

    def action_ticket_fields(self) -> None:
        """Edit what describes the ticket."""
        if self.view is not None:
            self.app.push_screen(Fields(self.view.dossier))

    def action_ticket_side(self) -> None:
        """Show or hide what stands beside the story."""
        shown = self.query_one(VerticalScroll).display and not self._side_hidden
        self.set_class(not shown, "-with-side")
        self.set_class(shown, "-without-side")
        (self.query_one(Timeline) if shown else self.query_one(VerticalScroll)).focus()
        self.query_one(HintLine).refresh()

    @property
    def _side_hidden(self) -> bool:
        narrow = self.has_class("-narrow") and not self.has_class("-with-side")
        return narrow or self.has_class("-without-side")

    def action_ticket_order(self) -> None:
        """See the orders of the customer, and say which one the ticket is about."""
        if self.view is None:
            return
        ticket = self.view.dossier.ticket

        def about(number: str | None) -> None:
            if number is not None and number != ticket.order_number:
                said = _("#{ticket} is about order {number}").format(
                    ticket=ticket.id, number=number
                )
                self.act(Describe(ticket=ticket.id, order_number=number), said=said)

        self.app.push_screen(PickOrder(self.view.dossier, self.now(), self.zone), about)

    def action_ticket_unfold(self) -> None:
        """Unfold the entry under the cursor, or fold it."""
        self.query_one(Timeline).toggle()

    def action_ticket_unfold_all(self) -> None:
        """Show quotes, long texts and all steps, or fold them."""
        self.query_one(Timeline).toggle_all()

    def action_ticket_copy_text(self) -> None:
        """Copy what the entry under the cursor says to the clipboard of the terminal."""
        words = clean(self.query_one(Timeline).words)
        words = words.encode()[:CLIPBOARD].decode(errors="ignore")
        if words:
            count = len(words)
            self.app.copy_to_clipboard(words)
            self.notify(
                ngettext(
                    "{n:,} character sent to the clipboard, if your terminal allows it (OSC 52)",
                    "{n:,} characters sent to the clipboard, if your terminal allows it (OSC 52)",
                    count,
                ).format(n=count),
                markup=False,
            )

    def action_ticket_save_files(self) -> None:
        """Save the files of the entry under the cursor."""
        entry = self.query_one(Timeline).current
        self.save_files(entry.files if isinstance(entry, Said) else ())

    @on(Page.Clicked)
    def _file(self, message: Page.Clicked) -> None:
        """A file was clicked."""
        if self.view is not None and isinstance(message.target, File):
            files = self.view.dossier.attachments
            self.save_files(tuple(file for file in files if file.id == message.target.id))

    def action_ticket_down(self) -> None:
        """On; among suggestions, to the next one."""
        self._step(1)

    def action_ticket_up(self) -> None:
        """Back; among suggestions, to the one before."""
        self._step(-1)

    def _step(self, direction: int) -> None:
        if isinstance(self.focused, ChoiceList | StepList):
            self.focused.move(direction)
        elif side := self._side_with_keys:
            side.scroll_relative(y=STEP * direction, animate=False, immediate=True)
        else:
            self.query_one(Timeline).step(direction)

    @on(StepList.Moved)
    def _follow_step(self) -> None:
        """Keep the step under the cursor in sight."""
        steps = self.query_one(StepList)
        top, height = steps.lines_of_cursor()
        there = Region(0, steps.virtual_region.y + top, 1, height)
        self.query_one(VerticalScroll).scroll_to_region(there, animate=False)

    @property
    def _side_with_keys(self) -> VerticalScroll | None:
        """The side, when it has the keys."""
        side = self.query_one(VerticalScroll)
        return side if self.focused is side else None

    def action_ticket_page_down(self) -> None:
        """A page on."""
        self._page(1)

    def action_ticket_page_up(self) -> None:
        """A page back."""
        self._page(-1)

    def _page(self, pages: int) -> None:
        if side := self._side_with_keys:
            side.scroll_relative(y=pages * (side.size.height - 1), animate=False, immediate=True)
        else:
            self.query_one(Timeline).page(pages)

    def action_ticket_top(self) -> None:
        """To the beginning."""
        if side := self._side_with_keys:
            side.scroll_home(animate=False, immediate=True)
        else:
            self.query_one(Timeline).to_first()

    def action_ticket_bottom(self) -> None:
        """To the newest."""
        if side := self._side_with_keys:
            side.scroll_end(animate=False, immediate=True)
        else:
            self.query_one(Timeline).to_last()

    def action_ticket_next(self) -> None:
        """Open the next ticket of the list."""
        self._neighbour(1)

    def action_ticket_previous(self) -> None:
        """Open the ticket before in the list."""
        self._neighbour(-1)

    def _neighbour(self, step: int) -> None:
        try:
            to = self.beside.index(self.number) + step
        except ValueError:
            to = -1
        if 0 <= to < len(self.beside):
            self._open(self.beside[to])
        else:
            self.notify(_("There is no further ticket in the list."), markup=False)

    @on(Page.Clicked)
    def _other(self, message: Page.Clicked) -> None:
        """Another ticket of the customer was clicked."""
        if isinstance(message.page, SideCard) and isinstance(message.target, int):
            self._open(message.target)


def _choice(suggestion: Suggestion) -> Choice[Suggestion]:
    article = suggestion.article
    title = Piece(drawable(suggestion.title))
    if article is None:
        return Choice(suggestion, (Piece(f"#{suggestion.ticket} ", "quiet"), title), _SOLVED)
    uses = Piece(f"{article.uses}×", "quiet")
    return Choice(suggestion, (Piece(f"KB-{article.id} ", "quiet"), title), uses)


def _changes_steps(event: Event) -> bool:
    """Whether it may change which steps are to be taken on any ticket."""
    return event.kind in ("procedure.attached", "procedure.detached", "article.changed")


def _speaks(event: Event) -> bool:
    return event.kind in ("message.sent", "note.added")
