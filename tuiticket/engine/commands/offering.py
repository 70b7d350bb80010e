"""Handing out what waits: all of it now and then, and at once where somebody has room again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import ClassVar

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.handing_out import hand_out
from tuiticket.engine.model.people import Membership, Team
from tuiticket.engine.model.queue import Waiting
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.rules.permissions import Permission
from tuiticket.engine.work import Work

AT_ONCE = 10
"""How many waiting tickets are read in one go: mostly one person has room for one more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOut(Command):
    """Let the desk hand out what waits in the queues of automatic teams, or of some of them.

    At most `limit` tickets: whoever else wants to write waits meanwhile. Tickets that are `held`
    are passed over.
    """

    permission: ClassVar[Permission] = Permission.RUN_TIMERS

    limit: int = 25
    teams: frozenset[int] | None = None
    held: frozenset[int] = frozenset()

    def carry_out(self, work: Work) -> None:
        """Offer the waiting tickets, most urgent first, until nobody has room for any.

        Where nobody suits a ticket, those behind it that want the same people wait with it, so that
        nothing light overtakes what is heavy; all others are still looked at.
        """
        unsuited: dict[Waiting, None] = {}
        given, seen = 0, set(self.held)
        while given < self.limit:
            some = work.tx.unassigned(AT_ONCE + len(seen), tuple(unsuited), self.teams)
            fresh = [ticket for ticket in some if ticket.id not in seen]
            if not fresh:
                return
            for ticket in fresh:
                if given == self.limit:
                    return
                like = _like(ticket)
                if any(like.within(other) for other in unsuited):
                    unsuited[like] = None
                    continue
                seen.add(ticket.id)
                if hand_out(work, ticket).owner_id is not None:
                    given += 1
                else:
                    unsuited[like] = None


def _like(ticket: Ticket) -> Waiting:
    return Waiting(
        ticket.team_id, ticket.needs_skill, ticket.needs_level, ticket.widened, ticket.excluded
    )


def teams_of(work: Work, agents: Collection[int]) -> frozenset[int]:
    """The teams whose tickets they may get: theirs, those they help out, those they lead."""
    own = {m.team_id for m in work.tx.find(Membership, agent_id=tuple(agents))}
    return frozenset(
        team.id
        for team in work.tx.find(Team, automatic=True)
        if team.id in own or team.sister_id in own or team.lead_id in agents
    )
