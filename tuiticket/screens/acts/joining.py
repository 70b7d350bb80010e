"""One matter on two tickets, or two matters on one: merging and splitting."""

from __future__ import annotations

from collections.abc import Sequence

from textual.screen import ScreenResultType

from tuiticket.cells import drawable
from tuiticket.engine.commands.merging import Merge, Split, all_they_said
from tuiticket.engine.desk import Outcome
from tuiticket.engine.model.message import Direction, Message
from tuiticket.engine.model.queue import QueueLine
from tuiticket.engine.ports import Reading
from tuiticket.engine.work import unknown_ticket
from tuiticket.i18n import _
from tuiticket.screens.acts.on_tickets import OnTickets, about
from tuiticket.screens.dialogs.ask import Ask
from tuiticket.screens.dialogs.confirm import Confirm
from tuiticket.screens.dialogs.pick import Option, Pick
from tuiticket.screens.dialogs.pick_ticket import PickTicket
from tuiticket.screens.on_ticket import OnTicket
from tuiticket.wording import when

GLIMPSE = 60
"""Characters of a message by which it is known in a list."""

SHOWN = 5
"""Tickets that are named one by one before they are merged."""


class JoiningActs(OnTickets[ScreenResultType]):
    """Keys that put tickets together and take them apart."""

    def message_in_focus(self) -> int | None:
        """Hook: the id of the message the keys are about; None where no single one is."""
        return None

    def merged_into(self, number: int) -> None:
        """Hook: the current ticket went up in that one."""

    def action_ticket_merge(self) -> None:
        """Choose the ticket it goes up in."""
        targets = self.targets()

        def offer(near: Sequence[QueueLine]) -> None:
            self.ask(PickTicket(about(_("Merge into"), targets), near), ask)

        def ask(into: int) -> None:
            self.read(
                lambda reading: _line(reading, into),
                lambda line: self._make_sure(targets, line),
                group="merge",
                opens=True,
            )

        if targets:
            chosen, first = {one.id for one in targets}, targets[0].id
            self.read(
                lambda reading: [one for one in _others(reading, first) if one.id not in chosen],
                offer,
                group="options",
                opens=True,
            )

    def _make_sure(self, targets: Sequence[OnTicket], into: QueueLine) -> None:
        """Show what goes into what, and merge if that is right."""
        parts = [one for one in targets if one.id != into.id] or list(targets)
        commands = [Merge(ticket=one.id, into=into.id, version=one.version) for one in parts]
        lines = [_known_by(one) for one in parts[:SHOWN]]
        if len(parts) > SHOWN:
            lines.append(f"… {len(parts) - SHOWN}")
        question = "\n".join(
            [
                *lines,
                _("→ {ticket}").format(ticket=_known_by(into)),
                "",
                _("All that was said goes there; what is left is closed."),
            ]
        )
        said = _("Merged") + f" · #{into.id}"
        self.ask(
            Confirm(about(_("Merge"), parts), question, verb=_("merge")),
            lambda _yes: self.act(
                *commands, said=said, then=lambda _outcome: self.merged_into(into.id)
            ),
        )

    def action_ticket_split(self) -> None:
        """Choose the message that becomes a ticket, and its subject."""
        current = self.current()

        def offer(theirs: Sequence[Message]) -> None:
            assert current is not None
            by_id = {said.id: said for said in theirs}
            focus = self.message_in_focus()
            if len(theirs) < 2:
                self.host.complain(all_they_said(current.id))
            elif focus in by_id:
                self._entitle(current, by_id[focus])
            else:
                options = [self._option(said, now=said is theirs[-1]) for said in theirs]
                pick = Pick(about(_("Split off which message?"), [current]), options)
                self.ask(pick, lambda id_: self._entitle(current, by_id[id_]))

        if current:
            number = current.id
            self.read(
                lambda reading: reading.find(Message, ticket_id=number, direction=Direction.IN),
                offer,
                group="options",
                opens=True,
            )

    def _option(self, said: Message, *, now: bool) -> Option[int]:
        at = when(said.at, self.now(), self.zone)
        return Option(said.id, _glimpse(said), at, now=now)

    def _entitle(self, one: OnTicket, said: Message) -> None:
        """Ask for the subject of the new ticket, then open it."""
        ask = Ask(
            about(_("Split off"), [one]),
            _("What is the new ticket about?"),
            verb=_("split off"),
            typed=_glimpse(said),
        )
        self.ask(
            ask,
            lambda subject: self.act(
                Split(ticket=one.id, message=said.id, subject=subject), said=_split_off
            ),
        )


def _split_off(outcome: Outcome) -> str:
    new, old = outcome.tickets[0], outcome.tickets[-1]
    return _("Split off #{number} as #{new}").format(number=old, new=new)


def _line(reading: Reading, number: int) -> QueueLine:
    """A ticket by its number; raises Unknown."""
    found = reading.lines([number])
    if not found:
        raise unknown_ticket(number)
    return found[0]


def _others(reading: Reading, number: int) -> Sequence[QueueLine]:
    """The open tickets of the same customer."""
    dossier = reading.dossier(number)
    return dossier.others if dossier else ()


def _known_by(one: OnTicket) -> str:
    return f"#{one.id} {drawable(one.subject)}"


def _glimpse(said: Message) -> str:
    """The beginning of a message, on one line."""
    return " ".join(drawable(said.body[: GLIMPSE * 4]).split())[:GLIMPSE]
