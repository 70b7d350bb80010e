"""Doing the same to one ticket or to many: one act, one undo, and once more by one key.

An act on many tickets leaves out those it does not fit, and says how many and why; what is asked of
a single ticket and cannot be done is told as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from textual.screen import ScreenResultType

from tuiticket.engine.commands.command import Command
from tuiticket.engine.desk import Outcome
from tuiticket.engine.errors import N_, DeskError, Refused
from tuiticket.i18n import _, colon, ngettext, run_on
from tuiticket.screens.desk_screen import DeskScreen
from tuiticket.screens.dialogs.confirm import Confirm
from tuiticket.screens.dialogs.dialog import Dialog
from tuiticket.screens.on_ticket import Act, Doing, OnTicket
from tuiticket.wording import capital, filled, tickets

__all__ = ["MANY", "OnTicket", "OnTickets", "about", "which"]

T = TypeVar("T")

MANY = 10
"""Tickets an act may hit without asking first."""

REASONS_TOLD = 2
"""Reasons for leaving tickets out that are told; the rest is only counted."""


class OnTickets(DeskScreen[ScreenResultType]):
    """A screen on which there is a current ticket, or several marked ones."""

    def current(self) -> OnTicket | None:
        """The ticket the keys are about; None where there is none."""
        raise NotImplementedError

    def targets(self) -> Sequence[OnTicket]:
        """All tickets an act is for: those marked, else the current one."""
        current = self.current()
        return [current] if current else []

    def action_ticket_repeat(self) -> None:
        """Do once more what was done last, to the tickets that are current or marked now."""
        act = self.host.last_act
        if act is None:
            self.host.complain(Refused(N_("Nothing has been done yet that could be repeated.")))
        else:
            self._do(act, self.targets())

    def each(
        self,
        said: str,
        command: Doing,
        targets: Sequence[OnTicket] | None = None,
        *,
        action: str = "",
    ) -> None:
        """Do the same to each ticket, as one act; many are asked about first.

        Once done, `said` tells of it; `action` is the id of what was asked for.
        """
        targets = self.targets() if targets is None else targets
        if targets:
            self.host.last_act = Act(said, command, action)
            self._do(self.host.last_act, targets)

    def _do(self, act: Act, targets: Sequence[OnTicket]) -> None:
        commands = [act.command(one) for one in targets]
        if len(targets) > MANY:
            question = _("This changes {tickets} at once.").format(tickets=which(targets))
            verb = _(self.host.keys[act.action].label) if act.action else _("change them")
            self.ask(
                Confirm(about(capital(verb), targets), question, verb=verb),
                lambda _yes: self._carry_out(act.said, commands, targets),
            )
        elif targets:
            self._carry_out(act.said, commands, targets)

    def _carry_out(
        self, said: str, commands: Sequence[Command], targets: Sequence[OnTicket]
    ) -> None:
        def tell(outcome: Outcome) -> str:
            count = len(commands) - len(outcome.left_out)
            done = tickets(count) if outcome.left_out else which(targets)
            return " · ".join([f"{said} · {done}", *left_out(outcome.left_out)])

        self.act(*commands, said=tell, fitting=len(commands) > 1)

    def ask(self, dialog: Dialog[T], then: Callable[[T], None]) -> None:
        """Ask, and go on with the answer if there is one."""
        self.app.push_screen(dialog, lambda answer: None if answer is None else then(answer))


def which(targets: Sequence[OnTicket]) -> str:
    """One ticket by its number, or how many."""
    return f"#{targets[0].id}" if len(targets) == 1 else tickets(len(targets))


def about(heading: str, targets: Sequence[OnTicket]) -> str:
    """What a dialog is about."""
    return f"{heading} · {which(targets)}"


def left_out(errors: Sequence[DeskError]) -> list[str]:
    """How many tickets were left out, and why, in a few words; nothing where none was."""
    if not errors:
        return []
    count = len(errors)
    heading = ngettext("{count} left out", "{count} left out", count).format(count=count)
    reasons = list(dict.fromkeys(error.title for error in errors))
    first = [next(error for error in errors if error.title == title) for title in reasons]
    words = [filled(error.title, error.values) for error in first[:REASONS_TOLD]]
    more = ["…"] if len(first) > REASONS_TOLD else []
    return [colon(heading, run_on([*words, *more]))]
