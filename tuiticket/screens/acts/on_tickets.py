"""A screen on which there are tickets to act on, and how an act hits one or many of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from textual.screen import ScreenResultType

from tuiticket.engine.commands.command import Command
from tuiticket.engine.model.ticket import Kind, Priority, State
from tuiticket.i18n import _
from tuiticket.screens.desk_screen import DeskScreen
from tuiticket.screens.dialogs.confirm import Confirm
from tuiticket.screens.dialogs.dialog import Dialog
from tuiticket.wording import tickets

T = TypeVar("T")

MANY = 10
"""Tickets an act may hit without asking first."""


class OnTicket(Protocol):
    """A ticket as far as acting on it goes: a line of the queue or the ticket itself."""

    @property
    def id(self) -> int:
        """Its number."""

    @property
    def version(self) -> int:
        """Its version as it was seen."""

    @property
    def subject(self) -> str:
        """What it is about."""

    @property
    def state(self) -> State:
        """Its state as it was seen."""

    @property
    def kind(self) -> Kind:
        """Its kind as it was seen."""

    @property
    def priority(self) -> Priority:
        """Its priority as it was seen."""

    @property
    def unanswered_since(self) -> datetime | None:
        """Since when its customer waits, as it was seen."""


class OnTickets(DeskScreen[ScreenResultType]):
    """A screen on which there is a current ticket, or several marked ones."""

    def current(self) -> OnTicket | None:
        """The ticket the keys are about; None where there is none."""
        raise NotImplementedError

    def targets(self) -> Sequence[OnTicket]:
        """All tickets an act is for: those marked, else the current one."""
        current = self.current()
        return [current] if current else []

    def each(
        self,
        said: str,
        command: Callable[[OnTicket], Command],
        targets: Sequence[OnTicket] | None = None,
    ) -> None:
        """Do the same to each ticket, as one act; many are asked about first."""
        targets = self.targets() if targets is None else targets
        commands = [command(one) for one in targets]
        which = f"#{targets[0].id}" if len(targets) == 1 else tickets(len(targets))
        told = f"{said} · {which}"
        if len(targets) > MANY:
            question = _("This changes {tickets} at once.").format(tickets=which)
            self.ask(
                Confirm(said, question, verb=_("change them")),
                lambda _yes: self.act(*commands, said=told),
            )
        elif targets:
            self.act(*commands, said=told)

    def ask(self, dialog: Dialog[T], then: Callable[[T], None]) -> None:
        """Ask, and go on with the answer if there is one."""
        self.app.push_screen(dialog, lambda answer: None if answer is None else then(answer))


def about(heading: str, targets: Sequence[OnTicket]) -> str:
    """What a dialog is about: one ticket by its number, or how many."""
    which = f"#{targets[0].id}" if len(targets) == 1 else tickets(len(targets))
    return f"{heading} · {which}"
