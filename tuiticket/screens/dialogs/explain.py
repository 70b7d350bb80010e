"""Why these clocks, why this owner: what the desk decided by itself, with its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from tuiticket.engine.errors import N_
from tuiticket.engine.model.clock import Policy, StepAction
from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.rules.shop_hours import Calendars
from tuiticket.event_words import Names, actor, considered, sentence
from tuiticket.i18n import _
from tuiticket.screens.dialogs.dialog import Dialog
from tuiticket.screens.ticket_view import TicketView, look_at
from tuiticket.widgets.clock_card import newest_clocks, promise, stand
from tuiticket.widgets.lines import Lines
from tuiticket.widgets.page import BLANK, Line, Piece, aside, line
from tuiticket.widgets.wrapping import wrap
from tuiticket.wording import label, when

_ACTIONS: dict[StepAction, str] = {
    StepAction.REMIND_OWNER: N_("remind the owner"),
    StepAction.TELL_LEAD: N_("tell the team lead"),
    StepAction.RAISE_PRIORITY: N_("raise the priority"),
    StepAction.BACK_TO_QUEUE: N_("put it back into the team’s queue"),
    StepAction.HAND_TO_SISTER_TEAM: N_("hand over to the team that helps out"),
    StepAction.CLOSE: N_("close the ticket"),
}

_HANDED = frozenset({"ticket.assigned", "ticket.taken", "ticket.released", "ticket.transferred"})
"""Events after which a ticket may have another owner."""


class Explain(Dialog[None]):
    """The promises of a ticket with their steps, and how it came to its owner."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,enter,E", "leave", show=False)]

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.heading = _("Why · #{number}").format(number=number)
        self.foot = _("esc leaves")
        self.view: TicketView | None = None

    def parts(self) -> Iterable[Widget]:
        """The page of reasons."""
        yield Lines(self._reasons, classes="-tall")

    def desk_ready(self) -> None:
        """Read the ticket."""
        self.query_one(Lines).can_focus = True
        self.query_one(Lines).focus()
        self.read(lambda reading: look_at(reading, self.number), self._show, group="why")

    def _show(self, view: TicketView) -> None:
        self.view = view
        self.query_one(Lines).renew()

    def _reasons(self, width: int) -> Iterator[Line]:
        if self.view is None:
            yield line(Piece(_("reading …"), "quiet"))
            return
        yield from self._clocks(self.view.dossier, width)
        yield BLANK
        yield line(Piece(_("Owner"), "title"))
        yield from _owner(self.view.dossier, self.view.names, width)

    def _clocks(self, dossier: Dossier, width: int) -> Iterator[Line]:
        yield line(Piece(_("Clocks"), "title"))
        clocks, calendars = newest_clocks(dossier.clocks), Calendars(dossier.calendars)
        for clock in clocks:
            due = clock.due_at
            at = " · " + when(due, self.now(), self.zone) if due else ""
            stands = stand(clock, self.now(), calendars)
            yield aside((Piece(label(clock.kind)), Piece(at, "quiet")), stands, width)
        followed = {clock.policy_id for clock in clocks}
        for policy in dossier.policies:
            if policy.id in followed:
                yield from _policy(policy, width)


def _policy(policy: Policy, width: int) -> Iterator[Line]:
    yield from (line(row) for row in wrap(promise(policy), width))
    for step in policy.steps:
        actions = ", ".join(_(_ACTIONS[action]) for action in step.actions)
        for row in wrap(f"{step.percent:>4} %  {actions}", width):
            yield line(Piece(row, "quiet"))


def _owner(dossier: Dossier, names: Names, width: int) -> Iterator[Line]:
    handed = [event for event in dossier.events if event.kind in _HANDED]
    if not handed:
        text = _("Nobody owns it, and nobody was looked for.")
        yield from (line(row) for row in wrap(text, width))
        return
    last = handed[-1]
    yield from (line(row) for row in wrap(f"{actor(last, names)} {sentence(last, names)}", width))
    for one in considered(last, names):
        yield from (line(Piece(row, "quiet")) for row in wrap(f"  {one}", width))
