"""Who follows a ticket, and what it has to do with others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual.screen import ScreenResultType

from tuiticket.engine.commands.linking import Link, Unlink
from tuiticket.engine.commands.watching import Unwatch, Watch
from tuiticket.engine.model.link import LinkKind
from tuiticket.engine.model.queue import QueueLine
from tuiticket.engine.model.watching import Watcher
from tuiticket.engine.ports import Reading
from tuiticket.i18n import _
from tuiticket.screens.acts.on_tickets import OnTickets, about
from tuiticket.screens.dialogs.pick import Option, Pick
from tuiticket.screens.dialogs.pick_ticket import PickTicket
from tuiticket.screens.telling import tell_someone
from tuiticket.wording import label


class FollowingActs(OnTickets[ScreenResultType]):
    """Keys that watch tickets and tie them together."""

    def action_ticket_watch(self) -> None:
        """Hear of all that is done to it; no more, where all are watched."""
        targets = self.targets()
        numbers, me = [one.id for one in targets], self.me.id

        def toggle(watched: Sequence[Watcher]) -> None:
            if len(watched) == len(targets):
                said = _("Watched no more")
                self.each(said, lambda one: Unwatch(ticket=one.id), targets, action="ticket.watch")
            else:
                said = _("Watched")
                self.each(said, lambda one: Watch(ticket=one.id), targets, action="ticket.watch")

        if targets:
            self.read(
                lambda reading: reading.find(Watcher, ticket_id=numbers, agent_id=me),
                toggle,
                group="options",
                opens=True,
            )

    def action_ticket_tell(self) -> None:
        """Write to a colleague about it."""
        if current := self.current():
            tell_someone(self, current.id)

    def action_ticket_link(self) -> None:
        """Choose a ticket it has to do with, or one to be untied from."""
        current = self.current()

        def offer(found: tuple[Sequence[QueueLine], Sequence[QueueLine]]) -> None:
            assert current is not None
            linked, near = found
            numbers = {line.id for line in linked}

            def tie(other: int) -> None:
                if other in numbers:
                    said = _("Untied from #{number}").format(number=other)
                    self.each(
                        said,
                        lambda one: Unlink(ticket=one.id, other=other),
                        [current],
                        action="ticket.link",
                    )
                else:
                    self._tie(other)

            dialog = PickTicket(about(_("Tie to, or untie from"), [current]), [*linked, *near])
            dialog.options = [
                replace(option, now=option.value in numbers) for option in dialog.options
            ]
            self.ask(dialog, tie)

        if current:
            number = current.id
            self.read(
                lambda reading: _linked_and_near(reading, number),
                offer,
                group="options",
                opens=True,
            )

    def _tie(self, other: int) -> None:
        current = self.current()
        if current is None:
            return
        options = [Option(kind, label(kind)) for kind in LinkKind]

        def tie(kind: LinkKind) -> None:
            said = _("Tied to #{number}").format(number=other)
            self.each(
                said,
                lambda one: Link(ticket=one.id, other=other, kind=kind),
                [current],
                action="ticket.link",
            )

        question = _("What has #{number} to do with #{other}?")
        self.ask(Pick(question.format(number=current.id, other=other), options), tie)


def _linked_and_near(
    reading: Reading, number: int
) -> tuple[Sequence[QueueLine], Sequence[QueueLine]]:
    """The tickets that one is tied to, and its customer's other open ones."""
    dossier = reading.dossier(number)
    if dossier is None:
        return (), ()
    tied = [link.line for link in dossier.linked]
    numbers = {line.id for line in tied}
    return tied, [line for line in dossier.others if line.id not in numbers]
