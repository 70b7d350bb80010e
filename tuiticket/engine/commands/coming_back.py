"""A matter that comes back in a new ticket: linked, counted, raised; and the person who says no."""

from __future__ import annotations

from dataclasses import dataclass

from tuiticket.engine.commands.clockface import promised, tell_clocks
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.life import raised
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.clock import ReboundTo
from tuiticket.engine.model.people import SENIOR
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.turn import Turn, TurnKind
from tuiticket.engine.rules.rebounds import OVER, comes_back_on
from tuiticket.engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Unrelated(Command):
    """Say that a ticket the desk took for a rebound is a matter of its own.

    Its priority stays: from now on it is a person's to set.
    """

    ticket: int
    version: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Refused for a ticket that comes back on no other."""
        ticket = work.ticket(self.ticket, self.version)
        if ticket.rebound_of is None:
            raise Refused(N_("Ticket {number} comes back on no other one."), number=ticket.id)
        earlier = ticket.rebound_of
        work.change(ticket, rebound_of=None)
        work.record("ticket.unrelated", ticket.id, number=earlier)


def recognise(work: Work, ticket: Ticket, *, nameless: str = "") -> Ticket:
    """Link a new ticket to the solved one it comes back on, if there is one, and raise it once.

    Call it once its opening is recorded, and before it is given to anybody. A ticket whose subject
    is `nameless` is known by its order alone.
    """
    within_s = work.settings.rebound_within_s
    theirs = work.tx.find(Ticket, customer_id=ticket.customer_id, state=OVER) if within_s else []
    if nameless and ticket.subject == nameless:
        theirs = [one for one in theirs if one.subject != nameless]
    earlier = comes_back_on(ticket, theirs, work.now, within_s)
    if earlier is None:
        return ticket
    priority = raised(ticket.priority)
    changed = work.change(ticket, rebound_of=earlier.id, priority=priority)
    changed = _for_whom(work, changed, earlier)
    if priority != ticket.priority:
        tell_clocks(work, changed, Turn(kind=TurnKind.RETARGETED, at=work.now))
    work.record("ticket.came-back", ticket.id, number=earlier.id)
    work.tell(earlier.owner_id, changed, "came-back")
    return changed


def _for_whom(work: Work, ticket: Ticket, earlier: Ticket) -> Ticket:
    """Ask for who can end the matter, as the policy of the ticket wants it."""
    policy = promised(work, ticket)
    match policy.rebound_to if policy else ReboundTo.SAME:
        case ReboundTo.OTHER if earlier.owner_id is not None:
            return work.change(ticket, excluded=(*ticket.excluded, earlier.owner_id))
        case ReboundTo.SENIOR:
            return work.change(ticket, needs_level=max(ticket.needs_level, SENIOR))
        case _:
            return ticket
