"""The two lines above an open ticket: what it is about, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from rich.cells import cell_len

from tuiticket.cells import drawable
from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.model.presence import Present
from tuiticket.engine.model.ticket import Priority, State
from tuiticket.engine.rules.shop_hours import Calendars
from tuiticket.engine.rules.urgency import tightest
from tuiticket.event_words import name_of
from tuiticket.i18n import _
from tuiticket.widgets.clock_card import stand
from tuiticket.widgets.page import NOTHING, Line, Page, Piece, aside, line
from tuiticket.widgets.present import presence
from tuiticket.wording import label, tickets

_LOOKS = {
    State.NEW: "title",
    State.OPEN: "title",
    State.WAITING_CUSTOMER: "waiting",
    State.WAITING_THIRD: "waiting",
    State.REVIEW: "soon",
    State.SOLVED: "mine",
}
_SIGNS = {Priority.URGENT: " ▲▲", Priority.HIGH: " ▲", Priority.LOW: " ▽"}


class TicketHeading(Page):
    """Number, subject and state; below, the fields and the clock that is due first."""

    DEFAULT_CSS = """
    TicketHeading {
        height: 2; background: $surface; padding: 0 1; overflow-y: hidden; scrollbar-gutter: auto;
    }
    """
    can_focus = False

    def __init__(self) -> None:
        super().__init__()
        self._dossier: Dossier | None = None
        self._now: datetime | None = None
        self._others: Sequence[Present] = ()

    def others_there(self, others: Sequence[Present]) -> None:
        """Show who else is at the ticket."""
        if others != self._others:
            self._others = others
            self.renew()

    def show(self, dossier: Dossier | None, now: datetime) -> None:
        """Head this ticket; None while it is being read."""
        self._dossier, self._now = dossier, now
        self.renew()

    def second_passed(self, now: datetime) -> None:
        """Let the clock move on."""
        self._now = now
        self.renew()

    def compose_lines(self, width: int) -> Iterator[Line]:
        """The two lines."""
        if self._dossier is None or self._now is None:
            yield line(Piece(_("reading …"), "quiet"))
            return
        ticket = self._dossier.ticket
        number, subject = (
            Piece(f"#{ticket.id} ", "title"),
            Piece(drawable(ticket.subject), "strong"),
        )
        state = Piece(label(ticket.state), _LOOKS.get(ticket.state, "quiet"))
        yield aside((number, subject), state, width)
        here = [*presence(self._others, self._dossier.agents), *_warnings(self._dossier)]
        clock = _clock(self._dossier, self._now)
        taken = sum(cell_len(piece.text) for piece in (*here, clock)) + 1
        facts = _as_many(list(_facts(self._dossier)), width - taken)
        yield aside((*here, Piece(facts, "quiet")), clock, width)


def _warnings(dossier: Dossier) -> Iterator[Piece]:
    """That it may be told already, and that it is one of a sudden many."""
    if dossier.doubles:
        like = dossier.doubles[0]
        asked = _("duplicate of #{number}?") if like.ours else _("told again by #{number}?")
        yield Piece(asked.format(number=like.line.id) + "  ", "soon")
    if dossier.wave is not None and dossier.wave.over_at is None:
        told = _("wave of {count}").format(count=tickets(dossier.wave.tickets))
        yield Piece(told + "  ", "late")


def _as_many(facts: Sequence[str], room: int) -> str:
    """The first facts that fit whole; the first of all however little room there is."""
    shown = facts[0]
    for fact in facts[1:]:
        longer = f"{shown} · {fact}"
        if cell_len(longer) > room:
            break
        shown = longer
    return shown


def _clock(dossier: Dossier, now: datetime) -> Piece:
    """The running clock that is due first; else one that rests."""
    resting = (clock for clock in dossier.clocks if clock.alive)
    clock = tightest(dossier.clocks) or next(resting, None)
    return stand(clock, now, Calendars(dossier.calendars)) if clock else NOTHING


def _facts(dossier: Dossier) -> Iterator[str]:
    ticket = dossier.ticket
    yield label(ticket.kind)
    if dossier.category is not None:
        yield name_of(dossier.category)
    yield label(ticket.priority) + _SIGNS.get(ticket.priority, "")
    yield name_of(dossier.team) if dossier.team else _("no team")
    yield dossier.owner.name if dossier.owner else _("no owner")
    yield dossier.customer.name
    yield from ticket.tags
