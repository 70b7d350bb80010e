"""What is said on a ticket: answers to the customer, their messages, internal notes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import ClassVar

from tuiticket.engine.commands.assignment import active
from tuiticket.engine.commands.canned import count_canned
from tuiticket.engine.commands.clockface import tell_clocks
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.leaving import send_on
from tuiticket.engine.commands.life import move
from tuiticket.engine.commands.parties import preferred_contact
from tuiticket.engine.commands.telling import tell_mentioned
from tuiticket.engine.commands.triage import triage_by_rule
from tuiticket.engine.commands.watching import see
from tuiticket.engine.errors import N_, Unknown
from tuiticket.engine.model.article import Article
from tuiticket.engine.model.message import Delivery, Direction, Message
from tuiticket.engine.model.ticket import LIVE, Channel, State, Ticket
from tuiticket.engine.model.turn import Turn, TurnKind
from tuiticket.engine.rules.mail_identity import signed_message_id
from tuiticket.engine.rules.permissions import Permission
from tuiticket.engine.rules.safetext import clean
from tuiticket.engine.work import Work, required


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply(Command):
    """Answer the customer, in their channel; optionally move the ticket on in the same step.

    `then` may be a state such as waiting for the customer, or solved. `articles` are the ids of
    knowledge-base articles inserted, `canned` the keys of canned replies; their use is counted.
    Raises Stale if the ticket is not at
    `version` any more.
    """

    ticket: int
    body: str
    version: int | None = None
    then: State | None = None
    articles: tuple[int, ...] = ()
    canned: tuple[str, ...] = ()

    def carry_out(self, work: Work) -> None:
        """Store the answer, put it in the outbox, stop the response clocks, open a new ticket."""
        ticket = active(work.ticket(self.ticket, self.version))
        body = required(clean(self.body), N_("reply"))
        message = send(work, ticket, body)
        tell_clocks(work, ticket, Turn(kind=TurnKind.STAFF_ANSWERED, at=work.now))
        ticket = work.change(
            ticket,
            state=State.OPEN if ticket.state is State.NEW else ticket.state,
            unanswered_since=None,
            last_message_at=work.now,
        )
        self._count_uses(work)
        count_canned(work, self.canned)
        more = {"canned": list(dict.fromkeys(self.canned))} if self.canned else {}
        articles = list(dict.fromkeys(self.articles))
        work.record("message.sent", ticket.id, message=message.id, articles=articles, **more)
        see(work, ticket.id)
        if self.then is not None and self.then is not ticket.state:
            move(work, ticket, self.then)

    def _count_uses(self, work: Work) -> None:
        for article_id in dict.fromkeys(self.articles):
            article = work.tx.get(Article, article_id)
            if article is None:
                raise Unknown(N_("There is no article KB-{article}."), article=article_id)
            work.tx.update(replace(article, uses=article.uses + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNote(Command):
    """Write something for colleagues only; no clock is touched.

    Who is named in it as @login hears of it.
    """

    ticket: int
    body: str

    def carry_out(self, work: Work) -> None:
        """Store the note."""
        ticket = work.ticket(self.ticket)
        body = required(clean(self.body), N_("note"))
        note = note_down(work, ticket, body)
        mentions = tell_mentioned(work, ticket, body)
        more = {"mentions": mentions} if mentions else {}
        work.record("note.added", ticket.id, message=note.id, **more)
        see(work, ticket.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receive(Command):
    """Record a further message of the customer on a ticket.

    `automatic` is the reason why it is a machine's, if it is: then it is kept, and nothing else
    happens. Otherwise it makes the ticket wait for us; a solved or closed one comes back to work,
    unless the message is just thanks, or the shop wants a person to say so. A ticket that was
    merged passes it on to the one that took it up.
    `at` is when the customer wrote it, if not now.
    """

    permission: ClassVar[Permission] = Permission.TAKE_IN

    ticket: int
    body: str
    channel: Channel | None = None
    quoted: str = ""
    subject: str = ""
    customer_id: int | None = None
    automatic: str | None = None
    mail_id: str | None = None
    in_reply_to: str | None = None
    seconds: int | None = None
    at: datetime | None = None

    def carry_out(self, work: Work) -> None:
        """Store the message; unless it is automatic, the ball is ours again."""
        receive(work, taken_up_by(work, work.ticket(self.ticket)), self)


def receive(work: Work, ticket: Ticket, said: Receive) -> Message:
    """As `Receive`, for callers that need the stored message."""
    at = said.at or work.now
    message = work.add(
        Message(
            ticket_id=ticket.id,
            direction=Direction.IN,
            channel=said.channel or ticket.channel,
            at=at,
            body=required(clean(said.body), N_("message")),
            quoted=clean(said.quoted),
            customer_id=said.customer_id or ticket.customer_id,
            subject=said.subject,
            automatic=said.automatic,
            mail_id=said.mail_id,
            in_reply_to=said.in_reply_to,
            seconds=said.seconds,
        )
    )
    ticket = work.change(ticket, last_message_at=at)
    if said.automatic is not None:
        work.record("message.automatic", ticket.id, message=message.id, reason=said.automatic)
        return message
    if ticket.state is State.SPAM:
        work.record("message.received", ticket.id, message=message.id)
        return message
    ticket = _ours_again(work, ticket, at)
    if not ticket.active:
        tell_clocks(work, ticket, Turn(kind=TurnKind.WROTE_AFTERWARDS, at=at))
    work.record("message.received", ticket.id, message=message.id)
    work.tell(ticket.owner_id, ticket, "customer-wrote")
    send_on(work, ticket)
    if not ticket.active:
        triage_by_rule(work, ticket, message)
    return message


def taken_up_by(work: Work, ticket: Ticket) -> Ticket:
    """The ticket this one was merged into, through any chain of them; itself if it was not."""
    seen = set[int]()
    while ticket.merged_into is not None and ticket.id not in seen:
        seen.add(ticket.id)
        ticket = work.tx.get(Ticket, ticket.merged_into) or ticket
    return ticket


def _ours_again(work: Work, ticket: Ticket, at: datetime) -> Ticket:
    """The customer waits for us now: the clocks learn of it, and so does the state.

    A snoozed ticket is in sight again.
    """
    ticket = work.change(ticket, snoozed_until=None)
    if ticket.unanswered_since is None:
        ticket = work.change(ticket, unanswered_since=at)
        if ticket.active:
            tell_clocks(work, ticket, Turn(kind=TurnKind.CUSTOMER_WROTE, at=at))
    if ticket.state in (State.WAITING_CUSTOMER, State.WAITING_THIRD):
        ticket = work.change(ticket, state=State.OPEN)
        tell_clocks(work, ticket, Turn(kind=TurnKind.MOVED, at=at, to=State.OPEN))
    return ticket


def note_down(work: Work, ticket: Ticket, body: str) -> Message:
    """Store words of the actor for colleagues only; the caller records why."""
    return work.add(
        Message(
            ticket_id=ticket.id,
            direction=Direction.NOTE,
            channel=ticket.channel,
            at=work.now,
            body=body,
            agent_id=work.actor.agent_id,
        )
    )


def send(work: Work, ticket: Ticket, body: str) -> Message:
    """Store a public message of the staff and put it in the outbox where the channel needs that.

    It waits there for the desk's hold time, so that an undo can still stop it.
    """
    theirs = _last_mail(work, ticket)
    mail_id = None
    if ticket.channel is Channel.MAIL:
        mail_id = signed_message_id(
            work.settings, ticket.id, len(work.tx.find(Message, ticket_id=ticket.id))
        )
    message = work.add(
        Message(
            ticket_id=ticket.id,
            direction=Direction.OUT,
            channel=ticket.channel,
            at=work.now,
            body=body,
            agent_id=work.actor.agent_id,
            mail_id=mail_id,
            in_reply_to=theirs,
        )
    )
    if ticket.channel not in LIVE:
        work.add(
            Delivery(
                message_id=message.id,
                ticket_id=ticket.id,
                channel=ticket.channel,
                address=preferred_contact(work, ticket.customer_id),
                hold_until=work.now + timedelta(seconds=work.settings.hold_s),
            )
        )
    return message


def _last_mail(work: Work, ticket: Ticket) -> str | None:
    mails = [
        message.mail_id
        for message in work.tx.find(Message, ticket_id=ticket.id, direction=Direction.IN)
        if message.mail_id
    ]
    return mails[-1] if mails else None
