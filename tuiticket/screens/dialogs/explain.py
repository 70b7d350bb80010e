"""Why these clocks, why this owner: what the desk decided by itself, with its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from tuiticket import suggestion_words
from tuiticket.cells import drawable
from tuiticket.clock_words import named, owner, reasons
from tuiticket.duplicate_words import in_both, looks_like
from tuiticket.engine.model.clock import Clock, Policy
from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.model.event import Event
from tuiticket.engine.model.suggestion import Suggestion
from tuiticket.engine.rules.explaining import Life
from tuiticket.engine.rules.shop_hours import Calendars
from tuiticket.forecast_words import expected
from tuiticket.hint_words import hinted
from tuiticket.i18n import _, colon, listed
from tuiticket.judgement_words import judged
from tuiticket.screens.dialogs.dialog import Dialog
from tuiticket.screens.ticket_view import TicketView, look_at
from tuiticket.wave_words import called, query, size
from tuiticket.widgets.clock_card import promise, stand
from tuiticket.widgets.lines import Lines
from tuiticket.widgets.page import BLANK, Line, Piece, aside, line
from tuiticket.widgets.wrapping import wrap
from tuiticket.wording import label, when

INDENT = 2
"""Cells that reasons are set in below what they explain."""


class Explain(Dialog[None]):
    """The clocks of a ticket, its owner, how it was read, how content its customer will be.

    Each with its reasons, and what may help with it.

    Of each clock: by which promise it counts, what it counted, and when it rested.
    """

    DEFAULT_CSS = """
    Explain > Vertical { width: 90%; max-width: 100; }
    Explain Lines.-tall { max-height: 80vh; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,enter,E", "leave", show=False),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
        Binding("space", "page", show=False),
    ]

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.heading = _("Why · #{number}").format(number=number)
        self.foot = _("j k: scroll · esc leaves")
        self.view: TicketView | None = None
        self._lives: dict[int, Life] = {}

    def parts(self) -> Iterable[Widget]:
        """The page of reasons."""
        yield Lines(self._page, classes="-tall")

    @property
    def page(self) -> Lines:
        """The page of reasons."""
        return self.query_one(Lines)

    def desk_ready(self) -> None:
        """Read the ticket."""
        self.page.can_focus = True
        self.page.focus()
        self._read(opens=True)

    def desk_changed(self, events: Sequence[Event]) -> None:
        """Read it again when something happened to it."""
        if any(event.ticket_id == self.number for event in events):
            self._read()

    def second_passed(self, now: datetime) -> None:
        """Let the countdowns move on, and what was counted with them."""
        self.page.renew()

    def action_scroll(self, direction: int) -> None:
        """Scroll by a few lines."""
        self.page.scroll_relative(y=3 * direction, animate=False)

    def action_page(self) -> None:
        """Scroll by a page."""
        self.page.scroll_page_down(animate=False)

    def _read(self, *, opens: bool = False) -> None:
        self.read(
            lambda reading: look_at(reading, self.number), self._show, group="why", opens=opens
        )

    def _show(self, view: TicketView) -> None:
        self.view, dossier = view, view.dossier
        self._lives = {clock.id: Life.of(clock, dossier.events) for clock in dossier.clocks}
        self.page.renew()

    def _page(self, width: int) -> Iterator[Line]:
        if self.view is None:
            yield line(Piece(_("reading …"), "quiet"))
            return
        dossier, now = self.view.dossier, self.now()
        clocks = sorted(dossier.clocks, key=lambda clock: not clock.alive)
        if not clocks:
            yield line(Piece(_("nothing promised"), "quiet"))
        calendars = Calendars(dossier.calendars)
        for clock in clocks:
            yield self._standing(clock, now, calendars, width)
            for text in self._why(clock, dossier, now):
                yield from _below(text, width, "quiet")
            yield BLANK
        yield from _promised(dossier, width)
        yield line(Piece(_("Owner"), "title"))
        for text in owner(dossier, self.view.names):
            yield from _below(text, width)
        yield from _part(_("Reading"), [*judged(dossier), *hinted(dossier)], width)
        yield from _part(_("Satisfaction"), expected(dossier, now), width)
        yield from _part(_("Wave"), _wave(dossier), width)
        yield from _alike(dossier, now, width)
        if self.view.suggested:
            yield BLANK
            yield line(Piece(_("Suggested"), "title"))
            for suggestion in self.view.suggested:
                yield from _suggested(suggestion, width)

    def _why(self, clock: Clock, dossier: Dossier, now: datetime) -> Iterator[str]:
        life = self._lives[clock.id]
        return reasons(dossier, clock, life, now, lambda at: when(at, now, self.zone))

    def _standing(self, clock: Clock, now: datetime, calendars: Calendars, width: int) -> Line:
        due = clock.due_at if clock.alive else None
        at = " · " + _("due {at}").format(at=when(due, now, self.zone)) if due else ""
        look = "strong" if clock.alive else ""
        left = (Piece(named(clock), look), Piece(at, "quiet"))
        return aside(left, stand(clock, now, calendars), width)


def _below(text: str, width: int, look: str = "") -> Iterator[Line]:
    """A text under its heading, each of its rows set in; blanks it begins with set it in more."""
    blanks = " " * (INDENT + len(text) - len(text.lstrip()))
    for row in wrap(text.lstrip(), max(2, width - len(blanks))):
        yield line(Piece(blanks + row, look))


def _part(heading: str, texts: Iterable[str], width: int) -> Iterator[Line]:
    """A part of the page under its heading; nothing where it has no words."""
    if lines := list(texts):
        yield BLANK
        yield line(Piece(heading, "title"))
        for text in lines:
            yield from _below(text, width)


def _wave(dossier: Dossier) -> Iterator[str]:
    """The sudden wave it belongs to, and how its other tickets are seen."""
    if dossier.wave is not None:
        yield colon(called(dossier.wave), size(dossier.wave))
        yield _("All its tickets by the filter: {filter}").format(filter=query(dossier.wave))


def _alike(dossier: Dossier, now: datetime, width: int) -> Iterator[Line]:
    """Which tickets seem to tell the same, and by which words."""
    if dossier.doubles:
        yield BLANK
        yield line(Piece(_("Duplicate?"), "title"))
    for double in dossier.doubles:
        words = in_both(double.found.words.splitlines())
        for text in (
            looks_like(double, now),
            _("the rare words in both: {words}").format(words=words),
        ):
            yield from _below(text, width)


def _suggested(suggestion: Suggestion, width: int) -> Iterator[Line]:
    """What is suggested, and why."""
    article, number = suggestion.article, suggestion.ticket
    name = f"KB-{article.id}" if article else f"#{number}"
    title = f"{name} {drawable(suggestion.title)}"
    yield from (line(row) for row in wrap(title, width))
    for text in suggestion_words.reasons(suggestion):
        yield from _below(text, width, "quiet")


def _promised(dossier: Dossier, width: int) -> Iterator[Line]:
    """The policies its living clocks follow, with the steps each takes."""
    followed = {clock.policy_id for clock in dossier.clocks if clock.alive}
    for policy in dossier.policies:
        if policy.id in followed:
            yield from _policy(policy, width)
            yield BLANK


def _policy(policy: Policy, width: int) -> Iterator[Line]:
    yield from (line(row) for row in wrap(promise(policy), width))
    for step in policy.steps:
        actions = listed(label(action) for action in step.actions)
        percent = _("{percent:>4} %").format(percent=step.percent) + "  "
        for number, row in enumerate(wrap(actions, max(2, width - len(percent)))):
            yield line(Piece((" " * len(percent) if number else percent) + row, "quiet"))
