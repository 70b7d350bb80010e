"""Judging what a customer wrote after the solution: the matter come back, or just thanks."""

from __future__ import annotations

from dataclasses import dataclass

from tuiticket.engine.commands.clockface import promised, tell_clocks
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.life import reopen
from tuiticket.engine.commands.rebounds import give_again
from tuiticket.engine.errors import N_, Refused
from tuiticket.engine.model.message import Message
from tuiticket.engine.model.people import Team
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.turn import Turn, TurnKind
from tuiticket.engine.rules.thanks import is_thanks
from tuiticket.engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage(Command):
    """Say whether what a customer wrote after the solution brings the matter back."""

    ticket: int
    rebound: bool
    version: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Refused unless a solved ticket holds a message nobody has judged."""
        ticket = work.ticket(self.ticket, self.version)
        if ticket.active or ticket.unanswered_since is None:
            raise Refused(
                N_("Nobody wrote on ticket {number} after its solution."), number=ticket.id
            )
        if self.rebound:
            give_again(work, reopen(work, ticket, reason="customer wrote again"))
        else:
            _thanked(work, ticket)


def triage_by_rule(work: Work, ticket: Ticket, message: Message) -> None:
    """Judge a message on a solved ticket, or leave it to a person where the policy wants that.

    Plain thanks are recognised; without time for triage everything else is a rebound.
    """
    policy = promised(work, ticket)
    if is_thanks(message.body):
        _thanked(work, ticket)
    elif policy is None or policy.triage_s is None:
        give_again(work, reopen(work, ticket, reason="customer wrote again"))
    elif ticket.owner_id is None and ticket.team_id is not None:
        team = work.tx.get(Team, ticket.team_id)
        work.tell(team.lead_id if team else None, ticket, "customer-wrote")


def _thanked(work: Work, ticket: Ticket) -> None:
    tell_clocks(work, ticket, Turn(kind=TurnKind.THANKED, at=work.now))
    work.change(ticket, unanswered_since=None)
    work.record("ticket.thanked", ticket.id)
