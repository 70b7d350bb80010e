"""What can be done to tickets, in the queue as well as with one open: keys become commands.

Acts that only move a ticket on in its life name the version that was looked at, so that nobody
solves what a customer has just written on; assigning and describing need no such care.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from textual.screen import ScreenResultType

from tuiticket.engine.commands.assignment import Assign, Release, Take, Transfer
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.fields import Describe
from tuiticket.engine.commands.life import Move, Reopen
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.people import DraftKind
from tuiticket.engine.model.ticket import Kind, Priority, State
from tuiticket.i18n import _
from tuiticket.screens.compose import ComposeScreen
from tuiticket.screens.desk_screen import DeskScreen
from tuiticket.screens.dialogs.ask import Ask
from tuiticket.screens.dialogs.confirm import Confirm
from tuiticket.screens.dialogs.dialog import Dialog
from tuiticket.screens.dialogs.explain import Explain
from tuiticket.screens.dialogs.pick import Option, Pick
from tuiticket.screens.knowledge import KnowledgeScreen
from tuiticket.screens.log import LogScreen
from tuiticket.screens.options import (
    NOBODY,
    agents,
    kinds_and_categories,
    priorities,
    states,
    teams,
)
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


class TicketActs(DeskScreen[ScreenResultType]):
    """A screen on which there is a current ticket, or several marked ones."""

    def current(self) -> OnTicket | None:
        """The ticket the keys are about; None where there is none."""
        raise NotImplementedError

    def targets(self) -> Sequence[OnTicket]:
        """All tickets an act is for: those marked, else the current one."""
        current = self.current()
        return [current] if current else []

    def action_ticket_take(self) -> None:
        """Make it mine."""
        self._each(_("Taken"), lambda one: Take(ticket=one.id))

    def action_ticket_solve(self) -> None:
        """Say that it is solved."""
        self._move(State.SOLVED, _("Solved"))

    def action_ticket_wait(self) -> None:
        """Wait for the customer."""
        self._move(State.WAITING_CUSTOMER, _("Waiting for the customer"))

    def action_ticket_reopen(self) -> None:
        """Bring it back to work."""
        self._each(_("Reopened"), lambda one: Reopen(ticket=one.id, version=one.version))

    def action_ticket_state(self) -> None:
        """Choose the state it goes to."""
        targets = self.targets()
        if targets:
            pick = Pick(_about(_("State"), targets), states(one.state for one in targets))
            self._ask(pick, lambda state: self._move(state, _("State changed"), targets))

    def action_ticket_priority(self) -> None:
        """Choose its priority."""
        targets = self.targets()
        if targets:
            pick = Pick(_about(_("Priority"), targets), priorities(targets[0].priority))
            self._ask(
                pick,
                lambda priority: self._each(
                    _("Priority set"),
                    lambda one: Describe(ticket=one.id, priority=priority),
                    targets,
                ),
            )

    def action_ticket_kind(self) -> None:
        """Choose its kind or its category."""
        targets = self.targets()

        def file(under: Kind | Category) -> None:
            self._each(_("Filed"), _filing(under), targets)

        def offer(options: Sequence[Option[Kind | Category]]) -> None:
            pick = Pick[Kind | Category](_about(_("Kind and category"), targets), options)
            self._ask(pick, file)

        if targets:
            kind = targets[0].kind
            self.read(
                lambda reading: kinds_and_categories(reading, kind),
                offer,
                group="options",
                opens=True,
            )

    def action_ticket_assign(self) -> None:
        """Choose whose it becomes, or put it back into its team's queue."""
        targets = self.targets()

        def offer(options: Sequence[Option[str]]) -> None:
            pick = Pick(_about(_("Assign to"), targets), options)
            self._ask(pick, lambda login: self._each(_("Assigned"), _handing(login), targets))

        if targets:
            number = targets[0].id
            self.read(
                lambda reading: agents(reading, self.me, number), offer, group="options", opens=True
            )

    def action_ticket_transfer(self) -> None:
        """Choose the team it goes to, and say why."""
        targets = self.targets()

        def why(team: str) -> None:
            ask = Ask(
                _about(_("Transfer"), targets),
                _("Why? The other team reads this first."),
                verb=_("transfer"),
            )
            self._ask(
                ask,
                lambda reason: self._each(
                    _("Transferred"),
                    lambda one: Transfer(ticket=one.id, team=team, reason=reason),
                    targets,
                ),
            )

        def offer(options: Sequence[Option[str]]) -> None:
            self._ask(Pick(_about(_("Transfer to"), targets), options), why)

        if targets:
            self.read(teams, offer, group="options", opens=True)

    def action_ticket_reply(self) -> None:
        """Write to the customer."""
        self._write(DraftKind.REPLY)

    def action_ticket_note(self) -> None:
        """Write to colleagues only."""
        self._write(DraftKind.NOTE)

    def action_ticket_articles(self) -> None:
        """Look for an answer that is known already, and begin a reply with it."""
        current = self.current()

        def answer(article: Article | None) -> None:
            if article is not None:
                self._write(DraftKind.REPLY, article)

        if current:
            self.app.push_screen(KnowledgeScreen(current.subject), answer)

    def action_ticket_log(self) -> None:
        """Show every step of it."""
        if current := self.current():
            self.app.push_screen(LogScreen(current.id))

    def action_ticket_explain(self) -> None:
        """Say why its clocks and its owner are what they are."""
        if current := self.current():
            self.app.push_screen(Explain(current.id))

    def action_ticket_copy(self) -> None:
        """Copy its number to the clipboard of the terminal."""
        if current := self.current():
            self.app.copy_to_clipboard(f"#{current.id}")
            self.notify(
                _("#{number} sent to the clipboard, if your terminal allows it (OSC 52)").format(
                    number=current.id
                ),
                markup=False,
            )

    def _write(self, kind: DraftKind, article: Article | None = None) -> None:
        if current := self.current():
            self.app.push_screen(ComposeScreen(current.id, kind, article))

    def _move(self, to: State, said: str, targets: Sequence[OnTicket] | None = None) -> None:
        self._each(said, lambda one: Move(ticket=one.id, to=to, version=one.version), targets)

    def _each(
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
            self._ask(
                Confirm(said, question, verb=_("change them")),
                lambda _yes: self.act(*commands, said=told),
            )
        elif targets:
            self.act(*commands, said=told)

    def _ask(self, dialog: Dialog[T], then: Callable[[T], None]) -> None:
        """Ask, and go on with the answer if there is one."""
        self.app.push_screen(dialog, lambda answer: None if answer is None else then(answer))


def _about(heading: str, targets: Sequence[OnTicket]) -> str:
    """What a dialog is about: one ticket by its number, or how many."""
    which = f"#{targets[0].id}" if len(targets) == 1 else tickets(len(targets))
    return f"{heading} · {which}"


def _filing(value: Kind | Category) -> Callable[[OnTicket], Command]:
    """How a ticket is filed under a kind, or under a category."""
    if isinstance(value, Kind):
        return lambda one: Describe(ticket=one.id, kind=value)
    return lambda one: Describe(ticket=one.id, category=value.key)


def _handing(login: str) -> Callable[[OnTicket], Command]:
    """How a ticket is given to a colleague, or back to its team."""
    if login == NOBODY:
        return lambda one: Release(ticket=one.id)
    return lambda one: Assign(ticket=one.id, login=login)
