"""Who gets a matter that came back after its solution: somebody who can end it."""

from __future__ import annotations

from tuiticket.engine.commands.clockface import promised
from tuiticket.engine.commands.handing_out import bring, hand_out, put_back
from tuiticket.engine.commands.leaving import is_gone, send_on
from tuiticket.engine.model.clock import ReboundTo
from tuiticket.engine.model.people import SENIOR, Agent
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.rules.routing import qualified
from tuiticket.engine.work import Work


def give_again(work: Work, ticket: Ticket) -> Ticket:
    """Give a ticket that came back to whom its policy says, and record who lost it.

    The one who had it keeps it unless they are gone; or anybody but them gets it; or somebody
    senior, which they may be themselves.
    """
    policy = promised(work, ticket)
    to = policy.rebound_to if policy else ReboundTo.SAME
    owner = work.tx.get(Agent, ticket.owner_id) if ticket.owner_id is not None else None
    if to is ReboundTo.SENIOR and ticket.needs_level < SENIOR:
        ticket = work.change(ticket, needs_level=SENIOR)
        work.record("ticket.needs-senior", ticket.id, skill=ticket.needs_skill)
    if owner is None:
        return bring(work, ticket)
    if to is ReboundTo.SAME or (to is ReboundTo.SENIOR and _can_end_it(work, ticket, owner)):
        return send_on(work, ticket)
    ticket = put_back(work, ticket, without_owner=to is ReboundTo.OTHER)
    work.record("ticket.passed-on", ticket.id, owner=owner.login, to=to)
    work.tell(owner.id, ticket, "taken-away")
    return hand_out(work, ticket, queued=True)


def _can_end_it(work: Work, ticket: Ticket, owner: Agent) -> bool:
    return qualified(owner, ticket.needs_skill, SENIOR) and not is_gone(work, owner)
