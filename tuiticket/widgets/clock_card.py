"""The promises of a ticket as clocks that run before one's eyes, and where they come from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from tuiticket.clock_words import counted_by
from tuiticket.engine.model.clock import Clock, ClockKind, ClockState, Policy
from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.rules.clocks import left
from tuiticket.engine.rules.shop_hours import Calendars
from tuiticket.i18n import _
from tuiticket.widgets.page import Line, Page, Piece, aside, line
from tuiticket.widgets.wrapping import wrap
from tuiticket.wording import countdown, duration, label, policy_name

SOON_S = 3600
"""Seconds to the due from which a clock is drawn as one that needs attention."""


class ClockCard(Page):
    """The newest clock of each kind, and the policy they follow."""

    can_focus = False

    def __init__(self, classes: str | None = None) -> None:
        super().__init__(classes)
        self._dossier: Dossier | None = None
        self._now: datetime | None = None

    def show(self, dossier: Dossier, now: datetime) -> None:
        """Show the clocks of this ticket as they stand at `now`."""
        self._dossier, self._now = dossier, now
        self.renew()

    def second_passed(self, now: datetime) -> None:
        """Let the clocks move on; what reads the same is not painted again."""
        self._now = now
        if self._dossier is not None:
            self.renew()

    def compose_lines(self, width: int) -> Iterator[Line]:
        """A heading, a line for each clock, and the promise behind them."""
        if self._dossier is None or self._now is None:
            return
        yield line(Piece(_("Clocks"), "title"))
        clocks = newest_clocks(self._dossier.clocks)
        calendars = Calendars(self._dossier.calendars)
        if not clocks:
            yield line(Piece(_("nothing promised"), "quiet"))
        for clock in clocks:
            yield aside((Piece(label(clock.kind)),), stand(clock, self._now, calendars), width)
        for text in self._reasons(clocks):
            yield from (line(Piece(row, "quiet")) for row in wrap(text, width))

    def _reasons(self, clocks: list[Clock]) -> Iterator[str]:
        assert self._dossier is not None
        if any(clock.state is ClockState.PAUSED for clock in clocks):
            yield _("paused: {state}").format(state=label(self._dossier.ticket.state))
        alive = [clock for clock in clocks if clock.alive]
        followed = {clock.policy_id for clock in alive if not clock.agreed}
        for policy in self._dossier.policies:
            if policy.id in followed:
                yield promise(policy)
        for clock in (clock for clock in alive if clock.agreed):
            time = duration(clock.target_s)
            yield _("{clock}: {time}, agreed on").format(clock=label(clock.kind), time=time)
        names = {calendar.id: calendar.key for calendar in self._dossier.calendars}
        for calendar in dict.fromkeys(clock.calendar_id for clock in alive):
            yield counted_by(names.get(calendar or 0))


def newest_clocks(clocks: tuple[Clock, ...]) -> list[Clock]:
    """The latest clock of each kind, in the order of kinds."""
    latest = {clock.kind: clock for clock in sorted(clocks, key=lambda clock: clock.id)}
    return [latest[kind] for kind in ClockKind if kind in latest]


def stand(clock: Clock, now: datetime, calendars: Calendars) -> Piece:
    """How a clock stands at `now`: what is left of its working time, or how it ended."""
    match clock.state:
        case ClockState.RUNNING if clock.due_at is not None:
            seconds = left(clock, now, calendars)
            if seconds < 0:
                return Piece(_("{time} late").format(time=countdown(seconds)), "late")
            return Piece(countdown(seconds), "soon" if seconds < SOON_S else "")
        case ClockState.PAUSED:
            rest = countdown(left(clock, now, calendars))
            return Piece(_("paused · {left} left").format(left=rest), "waiting")
        case ClockState.MET:
            return Piece(_("met in {time}").format(time=duration(clock.consumed_s)), "quiet")
        case ClockState.MISSED:
            over = duration(clock.consumed_s - clock.target_s)
            return Piece(_("missed by {time}").format(time=over), "late")
    return Piece(label(clock.state), "quiet")


def promise(policy: Policy) -> str:
    """What a policy promises, in one line."""
    parts = [
        _("answer in {time}").format(time=duration(policy.first_response_s))
        if policy.first_response_s
        else "",
        _("solve in {time}").format(time=duration(policy.resolution_s))
        if policy.resolution_s
        else "",
    ]
    promised = " · ".join(part for part in parts if part)
    return _("{policy}: {promised}").format(policy=policy_name(policy), promised=promised)
