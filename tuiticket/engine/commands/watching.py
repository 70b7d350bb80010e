"""Following a ticket, and having read it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.drafts import myself
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.message import Message
from tuiticket.engine.model.watching import Seen, Watcher
from tuiticket.engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch(Command):
    """Hear of all that others do to a ticket, until one unwatches it."""

    ticket: int

    def carry_out(self, work: Work) -> None:
        """Raises Refused where one does so already."""
        ticket, me = work.ticket(self.ticket), myself(work)
        if work.tx.find(Watcher, ticket_id=ticket.id, agent_id=me):
            raise Refused(N_("You watch ticket {number} already."), number=ticket.id)
        work.add(Watcher(ticket_id=ticket.id, agent_id=me))
        work.record("ticket.watched", ticket.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwatch(Command):
    """Hear of a ticket no more than one's work on it asks for."""

    ticket: int

    def carry_out(self, work: Work) -> None:
        """Raises Refused where one does not watch it."""
        ticket, me = work.ticket(self.ticket), myself(work)
        watching = work.tx.find(Watcher, ticket_id=ticket.id, agent_id=me)
        if not watching:
            raise Refused(N_("You do not watch ticket {number}."), number=ticket.id)
        work.remove(watching[0])
        work.record("ticket.unwatched", ticket.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeTicket(Command):
    """Have read all that was said on a ticket; what comes later is unread. Not in the log."""

    ticket: int

    def carry_out(self, work: Work) -> None:
        """Note the last message; nothing is written where that was read already."""
        myself(work)
        see(work, work.ticket(self.ticket).id)


def see(work: Work, number: int) -> None:
    """Let the actor, if it is a person, have read the ticket to its end."""
    me = work.actor.agent_id
    if me is None:
        return
    last = max((said.id for said in work.tx.find(Message, ticket_id=number)), default=0)
    known = work.tx.find(Seen, ticket_id=number, agent_id=me)
    if not known:
        work.tx.insert(Seen(ticket_id=number, agent_id=me, message_id=last))
    elif known[0].message_id != last:
        work.tx.update(replace(known[0], message_id=last))
