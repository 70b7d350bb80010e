"""Taking in e-mail that was already understood: the right ticket, once, nothing lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from tuiticket.engine.commands.clockface import tell_clocks
from tuiticket.engine.commands.coming_back import recognise
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.conversation import Receive, receive, taken_up_by
from tuiticket.engine.commands.duplicates import suspect
from tuiticket.engine.commands.handing_out import bring
from tuiticket.engine.commands.opening import SUBJECT_LIMIT, OpenTicket, new_ticket
from tuiticket.engine.commands.parties import customer_at
from tuiticket.engine.commands.waves import look_for_wave
from tuiticket.engine.errors import N_
from tuiticket.engine.model.customer import ContactKind, Customer
from tuiticket.engine.model.message import Attachment, Direction, Mail, MailState, Message
from tuiticket.engine.model.people import Agent
from tuiticket.engine.model.ticket import Channel, State, Ticket
from tuiticket.engine.model.turn import Turn, TurnKind
from tuiticket.engine.rules.contacts import Address
from tuiticket.engine.rules.mail_identity import ticket_of
from tuiticket.engine.rules.permissions import Permission
from tuiticket.engine.rules.safetext import clean, one_line
from tuiticket.engine.work import Work

NOBODY = "unknown@invalid"
"""Stands for the sender of a mail that names none (RFC 2606 reserves the domain)."""

NO_SUBJECT = N_("(no subject)")


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingFile:
    """A file that came with a mail; `skipped` says why its content was left out."""

    name: str
    media_type: str
    size: int
    content: bytes | None
    skipped: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingMail:
    """A mail as it was understood.

    `at` is its date, never in the future. `references` are Message-IDs of earlier mails, the
    nearest last. `reports` is the Message-ID a bounce tells of. `automatic` says why it is a
    machine's.
    """

    mail_id: str
    content_hash: str
    at: datetime
    from_address: str
    from_name: str
    subject: str
    text: str
    quoted: str
    raw: bytes
    references: tuple[str, ...] = ()
    in_reply_to: str | None = None
    automatic: str | None = None
    reports: str | None = None
    language: str = "en"
    files: tuple[IncomingFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeInMail(Command):
    """File a mail under its ticket, or open one; a copy of a known mail changes nothing.

    Rules 3, 12 and 21 of the desk's mail rules: automatic mail is kept and threaded but moves
    nothing; a reply is found by our signed Message-ID, else by any Message-ID we know; a copy is
    one with the same Message-ID and the same content.
    """

    permission: ClassVar[Permission] = Permission.TAKE_IN

    mail: IncomingMail

    def carry_out(self, work: Work) -> None:
        """Store the mail as it came and the message it became, and let it act on its ticket."""
        mail = self.mail
        if work.tx.find(Mail, mail_id=mail.mail_id, content_hash=mail.content_hash):
            return
        kept = work.add(
            Mail(
                mail_id=mail.mail_id,
                content_hash=mail.content_hash,
                received_at=work.now,
                state=MailState.STORED,
                raw=mail.raw,
            )
        )
        ticket = find_thread(work, mail)
        staff = _staff_member(work, mail)
        if ticket is None:
            message = _open(work, mail)
        elif staff is not None:
            message = _answer(work, ticket, mail, staff)
        else:
            message = _append(work, ticket, mail)
        for file in mail.files:
            work.add(
                Attachment(
                    message_id=message.id,
                    name=file.name,
                    media_type=file.media_type,
                    size=file.size,
                    content=file.content,
                    skipped=file.skipped,
                )
            )
        work.change(kept, message_id=message.id)
        work.record("mail.filed", message.ticket_id, mail=kept.id, message=message.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarantineMail(Command):
    """Set aside a mail nobody could read, byte for byte, with the reason; once."""

    permission: ClassVar[Permission] = Permission.TAKE_IN

    mail_id: str
    content_hash: str
    raw: bytes
    fault: str

    def carry_out(self, work: Work) -> None:
        """Keep the bytes; the same ones again change nothing."""
        if work.tx.find(Mail, mail_id=self.mail_id, content_hash=self.content_hash):
            return
        kept = work.add(
            Mail(
                mail_id=self.mail_id,
                content_hash=self.content_hash,
                received_at=work.now,
                state=MailState.QUARANTINED,
                raw=self.raw,
                fault=self.fault,
            )
        )
        work.record("mail.quarantined", mail=kept.id, fault=self.fault)


def find_thread(work: Work, mail: IncomingMail) -> Ticket | None:
    """The ticket a mail belongs to, by Message-IDs alone; None if it starts a matter of its own.

    An archived ticket is not woken: its customer's mail opens a new one. A mail that came after the
    replies to it finds its thread through them.
    """
    nearest_first = [mail.reports] if mail.reports else []
    nearest_first += [mail.in_reply_to] if mail.in_reply_to else []
    nearest_first += reversed(mail.references)
    for mail_id in dict.fromkeys(nearest_first):
        number = ticket_of(work.settings, mail_id)
        known = work.tx.find(Message, mail_id=mail_id)
        if number is None and known:
            number = known[-1].ticket_id
        ticket = work.tx.get(Ticket, number) if number is not None else None
        ticket = ticket and taken_up_by(work, ticket)
        if ticket is not None and ticket.state is not State.ARCHIVED:
            return ticket
    answers = work.tx.find(Message, in_reply_to=mail.mail_id)
    ticket = work.tx.get(Ticket, answers[0].ticket_id) if answers else None
    return None if ticket is None or ticket.state is State.ARCHIVED else ticket


def _staff_member(work: Work, mail: IncomingMail) -> Agent | str | None:
    """Who of the staff wrote the mail: an agent, or the address of one of the desk's mailboxes."""
    if mail.automatic is not None:
        return None
    agents = work.tx.find(Agent, mail=mail.from_address) if mail.from_address else []
    if agents:
        return agents[0]
    return mail.from_address if mail.from_address in work.settings.mail_addresses else None


def _sender(work: Work, mail: IncomingMail) -> Customer:
    address = Address(ContactKind.MAIL, mail.from_address or NOBODY)
    return customer_at(work, address, mail.from_name, mail.language)


def _open(work: Work, mail: IncomingMail) -> Message:
    """A ticket of its own; one opened by a machine makes nobody wait and starts no clock."""
    customer = _sender(work, mail)
    subject = one_line(mail.subject, SUBJECT_LIMIT) or NO_SUBJECT
    intent = OpenTicket(
        subject=subject,
        body="",
        contact="",
        language=mail.language,
        tags=("automatic",) if mail.automatic is not None else (),
    )
    text = mail.text if mail.automatic is None else None
    ticket = new_ticket(work, intent, Channel.MAIL, subject, customer, text)
    ticket = work.change(
        ticket,
        created_at=mail.at,
        last_message_at=mail.at,
        unanswered_since=None if mail.automatic is not None else mail.at,
    )
    message = work.add(
        Message(
            ticket_id=ticket.id,
            direction=Direction.IN,
            channel=Channel.MAIL,
            at=mail.at,
            body=clean(mail.text).strip() or subject,
            quoted=clean(mail.quoted),
            customer_id=customer.id,
            subject=subject,
            automatic=mail.automatic,
            mail_id=mail.mail_id,
            in_reply_to=mail.in_reply_to,
        )
    )
    if mail.automatic is None:
        tell_clocks(work, ticket, Turn(kind=TurnKind.OPENED, at=mail.at))
    work.record("ticket.opened", ticket.id, channel=Channel.MAIL, customer=customer.id)
    if mail.automatic is None:
        suspect(work, ticket, message.body)
        look_for_wave(work, ticket, message.body)
        bring(work, recognise(work, ticket, nameless=NO_SUBJECT))
    return message


def _append(work: Work, ticket: Ticket, mail: IncomingMail) -> Message:
    said = Receive(
        ticket=ticket.id,
        body=mail.text.strip() or mail.quoted.strip() or mail.subject or NO_SUBJECT,
        channel=Channel.MAIL,
        quoted=mail.quoted,
        subject=one_line(mail.subject, SUBJECT_LIMIT),
        customer_id=_sender(work, mail).id,
        automatic=mail.automatic,
        mail_id=mail.mail_id,
        in_reply_to=mail.in_reply_to,
        at=mail.at,
    )
    return receive(work, ticket, said)


def _answer(work: Work, ticket: Ticket, mail: IncomingMail, staff: Agent | str) -> Message:
    """An answer a colleague wrote in their own mail program: on the ticket, and the clocks stop."""
    message = work.add(
        Message(
            ticket_id=ticket.id,
            direction=Direction.OUT,
            channel=Channel.MAIL,
            at=mail.at,
            body=clean(mail.text).strip() or NO_SUBJECT,
            quoted=clean(mail.quoted),
            agent_id=staff.id if isinstance(staff, Agent) else None,
            subject=one_line(mail.subject, SUBJECT_LIMIT),
            mail_id=mail.mail_id,
            in_reply_to=mail.in_reply_to,
        )
    )
    if ticket.active:
        tell_clocks(work, ticket, Turn(kind=TurnKind.STAFF_ANSWERED, at=mail.at))
    elif ticket.unanswered_since is not None:
        # Somebody saw to what was written after the solution; there is nothing left to judge.
        tell_clocks(work, ticket, Turn(kind=TurnKind.THANKED, at=mail.at))
    work.change(
        ticket,
        state=State.OPEN if ticket.state is State.NEW else ticket.state,
        unanswered_since=None,
        last_message_at=mail.at,
    )
    work.record("message.sent", ticket.id, message=message.id, articles=[])
    return message
