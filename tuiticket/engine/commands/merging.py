"""One matter on two tickets, or two matters on one: merging and splitting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tuiticket.engine.commands.clockface import tell_clocks
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.handing_out import bring
from tuiticket.engine.commands.life import went_up_in
from tuiticket.engine.commands.opening import SUBJECT_LIMIT
from tuiticket.engine.errors import N_, Refused, Unknown
from tuiticket.engine.model.message import Delivery, Direction, Message
from tuiticket.engine.model.ticket import State, Ticket
from tuiticket.engine.model.turn import Turn, TurnKind
from tuiticket.engine.rules.safetext import one_line
from tuiticket.engine.work import Work

_WAITING = frozenset({State.WAITING_CUSTOMER, State.WAITING_THIRD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge(Command):
    """Put all that was said on a ticket under another one, and close it.

    Its clocks are called off; the other keeps its own, but its customer waits since the older of
    both unanswered messages.
    """

    ticket: int
    into: int
    version: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Refused for a ticket that is merged already, into itself, or into one at rest."""
        ticket, into = work.ticket(self.ticket, self.version), work.ticket(self.into)
        if ticket.id == into.id:
            raise Refused(N_("A ticket cannot be merged into itself."))
        for one in (ticket, into):
            if one.merged_into is not None:
                raise went_up_in(one)
        if not into.active:
            raise Refused(
                N_("Ticket {number} is {state}."),
                N_("Reopen it first."),
                number=into.id,
                state=into.state,
            )
        since = ticket.unanswered_since
        self._close(work, ticket)
        for said in work.tx.find(Message, ticket_id=ticket.id):
            _carry_over(work, said, into)
        into = work.change(
            into,
            last_message_at=_latest(ticket, into),
            snoozed_until=into.snoozed_until if since is None else None,
        )
        if since is not None:
            into = _waits_since(work, into, min(since, into.unanswered_since or since))
        work.record("ticket.merged-in", into.id, number=ticket.id)
        work.tell(into.owner_id, into, "merged-in")

    def _close(self, work: Work, ticket: Ticket) -> None:
        tell_clocks(work, ticket, Turn(kind=TurnKind.CALLED_OFF, at=work.now))
        work.change(
            ticket,
            state=State.CLOSED,
            closed_at=work.now,
            unanswered_since=None,
            snoozed_until=None,
            follow_up_at=None,
            follow_up_told=False,
            merged_into=self.into,
        )
        work.record("ticket.merged", ticket.id, into=self.into)


@dataclass(frozen=True, slots=True, kw_only=True)
class Split(Command):
    """Make a ticket of its own from one message of the customer, with clocks from that message."""

    ticket: int
    message: int
    subject: str = ""
    version: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Unknown for a message that is not the customer's, Refused for the only one."""
        ticket = work.ticket(self.ticket, self.version)
        theirs = work.tx.find(Message, ticket_id=ticket.id, direction=Direction.IN)
        said = next((message for message in theirs if message.id == self.message), None)
        if said is None:
            raise Unknown(
                N_("Ticket {number} has no message {message} of the customer."),
                number=ticket.id,
                message=self.message,
            )
        if len(theirs) == 1:
            raise all_they_said(ticket.id)
        new = self._opened(work, ticket, said)
        _carry_over(work, said, new)
        tell_clocks(work, new, Turn(kind=TurnKind.OPENED, at=said.at))
        work.record("ticket.split-off", new.id, number=ticket.id, message=said.id)
        bring(work, new)
        if ticket.unanswered_since is not None:
            left = [message for message in theirs if message is not said]
            ticket = _waits_since(work, ticket, _oldest(work, ticket, left))
        work.record("ticket.split", ticket.id, number=new.id, message=said.id)

    def _opened(self, work: Work, ticket: Ticket, said: Message) -> Ticket:
        return work.add(
            Ticket(
                id=work.tx.next_number(work.settings.first_number),
                subject=one_line(self.subject or said.subject, SUBJECT_LIMIT) or ticket.subject,
                kind=ticket.kind,
                state=State.NEW,
                priority=ticket.priority,
                severity=ticket.severity,
                channel=said.channel,
                customer_id=said.customer_id or ticket.customer_id,
                created_at=said.at,
                updated_at=work.now,
                category_id=ticket.category_id,
                team_id=ticket.team_id,
                order_number=ticket.order_number,
                language=ticket.language,
                tags=ticket.tags,
                last_message_at=said.at,
                unanswered_since=said.at,
            )
        )


def all_they_said(number: int) -> Refused:
    """The error for splitting off the only message of a customer."""
    return Refused(N_("It is all the customer said on ticket {number}."), number=number)


def _carry_over(work: Work, said: Message, to: Ticket) -> None:
    """Put a message, and what of it has not left yet, under another ticket."""
    work.change(said, ticket_id=to.id)
    for delivery in work.tx.find(Delivery, message_id=said.id):
        work.change(delivery, ticket_id=to.id)


def _waits_since(work: Work, ticket: Ticket, since: datetime | None) -> Ticket:
    """Let the customer wait since then: whoever waited for them has the ball again."""
    if since == ticket.unanswered_since:
        return ticket
    ticket = work.change(ticket, unanswered_since=since)
    if not ticket.active:
        return ticket
    tell_clocks(work, ticket, Turn(kind=TurnKind.WAITS_SINCE, at=work.now, since=since))
    if since is not None and ticket.state in _WAITING:
        tell_clocks(work, ticket, Turn(kind=TurnKind.MOVED, at=work.now, to=State.OPEN))
        ticket = work.change(ticket, state=State.OPEN)
    return ticket


def _oldest(work: Work, ticket: Ticket, theirs: Sequence[Message]) -> datetime | None:
    """When the oldest of these messages came that a person has not answered since."""
    answers = work.tx.find(Message, ticket_id=ticket.id, direction=Direction.OUT)
    answered = max((said.at for said in answers if said.withdrawn_at is None), default=None)
    waiting = [
        said.at
        for said in theirs
        if said.automatic is None and (answered is None or said.at > answered)
    ]
    return min(waiting, default=None)


def _latest(ticket: Ticket, into: Ticket) -> datetime | None:
    there = [at for at in (ticket.last_message_at, into.last_message_at) if at is not None]
    return max(there, default=None)
