"""Tying tickets together that have to do with each other."""

from __future__ import annotations

from dataclasses import dataclass

from tuiticket.engine.commands.command import Command
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.link import LinkKind, TicketLink
from tuiticket.engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Command):
    """Tie two tickets together, seen from both; as a duplicate, this one says the other again."""

    ticket: int
    other: int
    kind: LinkKind = LinkKind.RELATED

    def carry_out(self, work: Work) -> None:
        """Raises Refused for a ticket and itself, and for two that are linked already."""
        ticket, other = work.ticket(self.ticket), work.ticket(self.other)
        if ticket.id == other.id:
            raise Refused(N_("A ticket cannot be linked with itself."))
        if _link(work, ticket.id, other.id) is not None:
            raise Refused(
                N_("Tickets {number} and {other} are linked already."),
                N_("Take that link away first."),
                number=ticket.id,
                other=other.id,
            )
        work.add(TicketLink(ticket_id=ticket.id, other_id=other.id, kind=self.kind))
        work.record("ticket.linked", ticket.id, number=other.id, link=self.kind)
        work.record("ticket.linked", other.id, number=ticket.id, link=self.kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlink(Command):
    """Take the link between two tickets away, whichever of them it went out from."""

    ticket: int
    other: int

    def carry_out(self, work: Work) -> None:
        """Raises Refused where there is none."""
        ticket, other = work.ticket(self.ticket), work.ticket(self.other)
        link = _link(work, ticket.id, other.id)
        if link is None:
            raise Refused(
                N_("Tickets {number} and {other} are not linked."),
                number=ticket.id,
                other=other.id,
            )
        work.remove(link)
        work.record("ticket.unlinked", ticket.id, number=other.id)
        work.record("ticket.unlinked", other.id, number=ticket.id)


def _link(work: Work, one: int, two: int) -> TicketLink | None:
    there = work.tx.find(TicketLink, ticket_id=one, other_id=two)
    back = work.tx.find(TicketLink, ticket_id=two, other_id=one)
    return next(iter([*there, *back]), None)
