"""Results handed in, and what is thought of them; what a customer meant or thought afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from textual.screen import ScreenResultType

from tuiticket.engine.commands.coming_back import Unrelated
from tuiticket.engine.commands.rating import RATED_IN, not_solved
from tuiticket.engine.commands.review import Review, Submit
from tuiticket.engine.commands.triage import Triage
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.rating import Rating
from tuiticket.engine.model.ticket import ACTIVE, State, Ticket
from tuiticket.i18n import _
from tuiticket.screens.acts.on_tickets import OnTickets, about
from tuiticket.screens.dialogs.ask import Ask
from tuiticket.screens.dialogs.pick import Option, Pick
from tuiticket.screens.dialogs.rate import RateDialog
from tuiticket.screens.dialogs.result import Result, ResultDialog
from tuiticket.screens.on_ticket import Doing, OnTicket


class Judgement(Enum):
    """What can be said of a result in review, or of words after a solution."""

    ACCEPT = "accept"
    REJECT = "reject"
    REBOUND = "rebound"
    THANKS = "thanks"
    UNRELATED = "unrelated"


class JudgingActs(OnTickets[ScreenResultType]):
    """Keys that hand in and judge."""

    def action_ticket_submit(self) -> None:
        """Write down the result and hand it in."""
        current = self.current()

        def hand_in(result: Result) -> None:
            assert current is not None
            self.act(
                Submit(
                    ticket=current.id,
                    result=result.text,
                    interim=result.interim,
                    version=current.version,
                ),
                said=_("Handed in") + f" · #{current.id}",
            )

        if current:
            self.ask(ResultDialog(about(_("Result"), [current])), hand_in)

    def action_ticket_judge(self) -> None:
        """Say what is thought of it."""
        targets = self.targets()
        if not targets:
            return
        number = targets[0].id

        def offer(found: Sequence[Ticket]) -> None:
            options = [option for one in found for option in _judgements(one)]
            if options:
                pick = Pick(about(_("Judge"), targets), options)
                self.ask(pick, lambda judgement: self._judge(judgement, targets))
            else:
                self.host.complain(_nothing_to_judge(number))

        self.read(
            lambda reading: reading.find(Ticket, id=number), offer, group="options", opens=True
        )

    def action_ticket_rate(self) -> None:
        """Take down what its customer thought."""
        current = self.current()

        def offer(found: Sequence[Rating]) -> None:
            assert current is not None
            before = found[0] if found else None
            dialog = RateDialog(current.id, about(_("Rating"), [current]), before)
            said = f"{_('Rating kept')} · #{current.id}"
            self.ask(dialog, lambda rate: self.act(rate, said=said))

        if current and current.state not in RATED_IN:
            self.host.complain(not_solved(current.id))
        elif current:
            number = current.id
            self.read(
                lambda reading: reading.find(Rating, ticket_id=number),
                offer,
                group="options",
                opens=True,
            )

    def _judge(self, judgement: Judgement, targets: Sequence[OnTicket]) -> None:
        def say(said: str, doing: Doing) -> None:
            self.each(said, doing, targets, action="ticket.judge")

        match judgement:
            case Judgement.ACCEPT:
                say(
                    _("Accepted"),
                    lambda one: Review(ticket=one.id, accept=True, version=one.version),
                )
            case Judgement.REJECT:
                ask = Ask(
                    about(_("Send back"), targets), _("What is missing?"), verb=_("send back")
                )
                self.ask(ask, lambda reason: say(_("Sent back"), _rejecting(reason)))
            case Judgement.UNRELATED:
                say(
                    _("Another matter"),
                    lambda one: Unrelated(ticket=one.id, version=one.version),
                )
            case _:
                rebound = judgement is Judgement.REBOUND
                say(
                    _("Reopened") if rebound else _("Just thanks"),
                    lambda one: Triage(ticket=one.id, rebound=rebound, version=one.version),
                )


def _judgements(one: Ticket) -> list[Option[Judgement]]:
    """What can be said of a ticket now."""
    if one.state is State.REVIEW:
        return [
            Option(Judgement.ACCEPT, _("accept the result"), words="accept yes"),
            Option(Judgement.REJECT, _("send it back"), words="reject no"),
        ]
    if one.state not in ACTIVE and one.unanswered_since is not None:
        return [
            Option(Judgement.REBOUND, _("rebound: the matter is back"), words="rebound"),
            Option(Judgement.THANKS, _("just thanks"), words="thanks"),
        ]
    if one.rebound_of is not None:
        label = _("no rebound of #{number}: another matter").format(number=one.rebound_of)
        return [Option(Judgement.UNRELATED, label, words="unrelated")]
    return []


def _nothing_to_judge(number: int) -> Refused:
    return Refused(
        N_("Nothing on ticket {number} waits to be judged."),
        N_("A result in review does, and what a customer wrote after the solution."),
        number=number,
    )


def _rejecting(reason: str) -> Doing:
    return lambda one: Review(ticket=one.id, accept=False, reason=reason, version=one.version)
