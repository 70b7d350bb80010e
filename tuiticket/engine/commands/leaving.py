"""Tickets of people who are gone: what must be done goes back, what waits stays with them."""

from __future__ import annotations

from typing import Any

from tuiticket.engine.commands.handing_out import bring, put_back
from tuiticket.engine.model.people import Agent, Draft
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.rules.overflow import TO_HAND_OUT
from tuiticket.engine.rules.shifts import gone, off_duty
from tuiticket.engine.work import Work


def leave(work: Work, agent: Agent, reason: str, note: str = "") -> None:
    """Put back every ticket on which this agent must act, each with a hand-over note.

    `reason` is away or shift-end, `note` what the agent left word of.
    """
    for ticket in work.tx.find(Ticket, owner_id=agent.id, state=TO_HAND_OUT):
        hand_back(work, ticket, agent, reason, note)


def send_on(work: Work, ticket: Ticket) -> Ticket:
    """Give a ticket on which we must act again to somebody else, if its owner is gone by now.

    One that a person took or was given while their shift was over anyway stays with them.
    """
    owner = work.tx.get(Agent, ticket.owner_id) if ticket.owner_id is not None else None
    if owner is None or ticket.state not in TO_HAND_OUT or not is_gone(work, owner):
        return ticket
    if owner.available and ticket.by_hand and ticket.assigned_at is not None:
        pause = work.settings.break_s
        if off_duty(owner, work.calendars, ticket.assigned_at, pause):
            return ticket
    return hand_back(work, ticket, owner, "customer-wrote")


def is_gone(work: Work, agent: Agent) -> bool:
    """Whether others must act in this agent's place now."""
    return gone(agent, work.calendars, work.now, work.settings.break_s)


def hand_back(work: Work, ticket: Ticket, agent: Agent, reason: str, note: str = "") -> Ticket:
    """Put one ticket back into its queue with a hand-over note, and hand it out anew.

    The note is in the log: who had it, why it comes back, how long the customer waits, what the
    agent was about to write.
    """
    told: dict[str, Any] = {"owner": agent.login, "reason": reason}
    if note:
        told["note"] = note
    if ticket.unanswered_since is not None:
        told["waited"] = int((work.now - ticket.unanswered_since).total_seconds())
    drafts = work.tx.find(Draft, ticket_id=ticket.id, agent_id=agent.id)
    if drafts:
        told["drafts"] = sorted(draft.kind.value for draft in drafts)
    ticket = put_back(work, ticket)
    work.record("ticket.handed-back", ticket.id, **told)
    work.tell(agent.id, ticket, "handed-back", reason=reason)
    return bring(work, ticket)
