"""Opening a ticket: every contact that is not part of an earlier one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tuiticket.engine.commands.categories import category_at
from tuiticket.engine.commands.clockface import tell_clocks
from tuiticket.engine.commands.coming_back import recognise
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.duplicates import suspect
from tuiticket.engine.commands.handing_out import bring
from tuiticket.engine.commands.judging import read_over
from tuiticket.engine.commands.learning import teach
from tuiticket.engine.commands.parties import customer_at
from tuiticket.engine.commands.waves import look_for_wave
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.customer import Customer
from tuiticket.engine.model.judgement import Judgement
from tuiticket.engine.model.message import Direction, Message
from tuiticket.engine.model.ticket import LIVE, Channel, Kind, Priority, Severity, State, Ticket
from tuiticket.engine.model.turn import Turn, TurnKind
from tuiticket.engine.rules.contacts import Address
from tuiticket.engine.rules.contacts import recognise as recognise_contact
from tuiticket.engine.rules.permissions import Permission
from tuiticket.engine.rules.safetext import clean, one_line
from tuiticket.engine.work import Work, required

SUBJECT_LIMIT = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTicket(Command):
    """Record a customer's matter as a new ticket.

    `contact` finds or makes the customer; unless a `channel` is named, they came by the one it
    belongs to. `category` and `team` are keys. `body` is what the customer said. The first-response
    clock starts, for the customer waits.
    """

    permission: ClassVar[Permission] = Permission.TAKE_IN

    subject: str
    body: str
    contact: str
    customer_name: str = ""
    kind: Kind = Kind.ENQUIRY
    category: str | None = None
    priority: Priority = Priority.NORMAL
    severity: Severity = Severity.MODERATE
    channel: Channel | None = None
    order_number: str | None = None
    team: str | None = None
    tags: tuple[str, ...] = ()
    language: str = "en"

    def carry_out(self, work: Work) -> None:
        """Store ticket and first message, start the clocks, find team and owner."""
        subject = required(one_line(self.subject, SUBJECT_LIMIT), N_("subject"))
        address = recognise_contact(self.contact, work.phones)
        channel = self.channel or address.channel
        customer = customer_at(work, address, self.customer_name, self.language)
        body = clean(self.body).strip()
        ticket = new_ticket(work, self, channel, subject, customer, body)
        if body:
            work.add(first_message(work, ticket, body))
        learn_from_opening(work, ticket)
        tell_clocks(work, ticket, Turn(kind=TurnKind.OPENED, at=work.now))
        work.record("ticket.opened", ticket.id, channel=channel, customer=customer.id)
        suspect(work, ticket, body)
        look_for_wave(work, ticket, body)
        bring(work, recognise(work, ticket))


@dataclass(frozen=True, slots=True, kw_only=True)
class LogCall(Command):
    """Record a contact that happens now: a call, a visit, a chat.

    With `answer` the customer was answered on the spot: the ticket opens solved, fully recorded and
    routed to nobody. Without, it goes its way like any other. `seconds` is how long it took. Unless
    a `channel` is named, a chat id was a chat, and anything else a call.
    """

    permission: ClassVar[Permission] = Permission.TAKE_IN

    contact: str
    subject: str
    body: str = ""
    answer: str = ""
    customer_name: str = ""
    kind: Kind = Kind.ENQUIRY
    category: str | None = None
    priority: Priority = Priority.NORMAL
    severity: Severity = Severity.MODERATE
    channel: Channel | None = None
    order_number: str | None = None
    team: str | None = None
    tags: tuple[str, ...] = ()
    seconds: int | None = None
    language: str = "en"

    def carry_out(self, work: Work) -> None:
        """Store the contact; solved at once if it was answered, handed out if not."""
        address = recognise_contact(self.contact, work.phones)
        channel = self._channel(address)
        if self.seconds is not None and self.seconds < 0:
            raise BadInput(N_("The seconds of a call cannot be negative."), seconds=self.seconds)
        subject = required(one_line(self.subject, SUBJECT_LIMIT), N_("subject"))
        customer = customer_at(work, address, self.customer_name, self.language)
        ticket = new_ticket(work, self, channel, subject, customer, clean(self.body))
        said = clean(self.body).strip() or subject
        work.add(first_message(work, ticket, said, seconds=self.seconds))
        learn_from_opening(work, ticket)
        answer = clean(self.answer).strip()
        opened = Turn(kind=TurnKind.OPENED, at=work.now, answered=bool(answer))
        tell_clocks(work, ticket, opened)
        if answer:
            ticket = self._answered(work, ticket, answer)
        work.record("contact.logged", ticket.id, channel=channel, seconds=self.seconds)
        if not answer:
            suspect(work, ticket, said)
            ticket = recognise(work, ticket)
        look_for_wave(work, ticket, said)
        bring(work, ticket)

    def _channel(self, address: Address) -> Channel:
        """How they came; raises BadInput for a channel on which nobody is present."""
        if self.channel is None:
            return address.channel if address.channel in LIVE else Channel.PHONE
        if self.channel not in LIVE:
            raise BadInput(
                N_("A call is recorded for phone, walk-in or chat, not for {channel}."),
                N_("Use: tuiticket ticket new --channel {channel}"),
                channel=self.channel,
            )
        return self.channel

    def _answered(self, work: Work, ticket: Ticket, answer: str) -> Ticket:
        work.add(
            Message(
                ticket_id=ticket.id,
                direction=Direction.OUT,
                channel=ticket.channel,
                at=work.now,
                body=answer,
                agent_id=work.actor.agent_id,
            )
        )
        solved = Turn(kind=TurnKind.MOVED, at=work.now, to=State.SOLVED)
        tell_clocks(work, ticket, solved)
        answered_at = None if work.actor.agent_id is None else work.now
        return work.change(
            ticket,
            state=State.SOLVED,
            owner_id=work.actor.agent_id,
            assigned_at=answered_at,
            accepted_at=answered_at,
            by_hand=answered_at is not None,
            unanswered_since=None,
            solved_at=work.now,
        )


def new_ticket(
    work: Work,
    intent: OpenTicket | LogCall,
    channel: Channel,
    subject: str,
    customer: Customer,
    body: str | None,
) -> Ticket:
    """Store a ticket for the intent, new, not yet recorded in an event or brought to a team.

    `body` is what the customer said, which with the subject may tell the category; None where
    nobody's words are to be judged.
    """
    team = work.team(intent.team) if intent.team else None
    category = category_at(work.tx, intent.category) if intent.category else None
    ticket = work.add(
        Ticket(
            id=work.tx.next_number(work.settings.first_number),
            subject=subject,
            kind=intent.kind,
            state=State.NEW,
            priority=intent.priority,
            severity=intent.severity,
            channel=channel,
            customer_id=customer.id,
            created_at=work.now,
            updated_at=work.now,
            category_id=category.id if category else None,
            team_id=team.id if team else None,
            order_number=intent.order_number or None,
            language=intent.language,
            tags=tuple(dict.fromkeys(intent.tags)),
            last_message_at=work.now,
            unanswered_since=work.now,
        )
    )
    return ticket if body is None else read_over(work, ticket, body)


def learn_from_opening(work: Work, ticket: Ticket) -> None:
    """A category that a person gave with the ticket is a lesson; one the desk set is none."""
    judged = work.tx.find(Judgement, ticket_id=ticket.id)
    alone = bool(judged) and judged[0].alone
    if ticket.category_id is not None and work.actor.agent_id is not None and not alone:
        teach(work, ticket, ticket.category_id)


def first_message(work: Work, ticket: Ticket, body: str, *, seconds: int | None = None) -> Message:
    """What the customer said when the ticket was opened."""
    return Message(
        ticket_id=ticket.id,
        direction=Direction.IN,
        channel=ticket.channel,
        at=work.now,
        body=body,
        customer_id=ticket.customer_id,
        seconds=seconds,
    )
