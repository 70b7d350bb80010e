"""The promises of the shop: setting them, and applying them to what is open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from tuiticket.engine.commands.clockface import promised, tell_clocks
from tuiticket.engine.commands.command import Command
from tuiticket.engine.errors import N_, BadInput, Refused, Unknown
from tuiticket.engine.model.clock import Clock, ClockState, Policy
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.turn import Turn, TurnKind
from tuiticket.engine.rules.permissions import Permission
from tuiticket.engine.rules.safetext import one_line
from tuiticket.engine.work import Work, required

NAME_LIMIT = 100
_TARGETS = tuple(name for name in Policy.__dataclass_fields__ if name.endswith("_s"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PutPolicy(Command):
    """Add a policy, or edit the one of that name.

    Clocks that run already keep the promise they started under; `ApplyPolicies` says otherwise.
    """

    permission: ClassVar[Permission] = Permission.SET_UP

    policy: Policy

    def carry_out(self, work: Work) -> None:
        """Raises BadInput naming a target or share that makes no sense."""
        name = required(one_line(self.policy.name, NAME_LIMIT), N_("name"))
        _check(self.policy)
        known = work.tx.find(Policy, name=name, retired=False)
        before = known[0] if known else None
        wanted = replace(self.policy, id=0, name=name, retired=False)
        if before is not None and replace(before, id=0) == wanted:
            raise Refused(N_("The policy “{policy}” is so already."), policy=name)
        if before is not None:
            work.change(before, retired=True)
        work.add(wanted)
        work.record("policy.added" if before is None else "policy.changed", policy=name)


@dataclass(frozen=True, slots=True, kw_only=True)
class RetirePolicy(Command):
    """Promise no longer by the policy of that name; clocks that run under it keep it."""

    permission: ClassVar[Permission] = Permission.SET_UP

    name: str

    def carry_out(self, work: Work) -> None:
        """Raises Unknown where there is none."""
        for policy in work.tx.find(Policy, name=self.name, retired=False):
            work.change(policy, retired=True)
            work.record("policy.retired", policy=self.name)
            return
        raise Unknown(
            N_("There is no policy “{policy}”."),
            N_("See: tuiticket sla policies"),
            policy=self.name,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyPolicies(Command):
    """Let every living clock follow the policy that fits its ticket now."""

    permission: ClassVar[Permission] = Permission.SET_UP

    def carry_out(self, work: Work) -> None:
        """Re-target the clocks, each counted from its own start, and tell it on their tickets."""
        alive = (ClockState.RUNNING, ClockState.PAUSED)
        for number in dict.fromkeys(clock.ticket_id for clock in work.tx.find(Clock, state=alive)):
            ticket = work.tx.get(Ticket, number)
            assert ticket is not None, "a foreign key holds the ticket of every clock"
            policy = promised(work, ticket)
            tell_clocks(work, ticket, Turn(kind=TurnKind.RETARGETED, at=work.now))
            work.record("clock.retargeted", number, policy=policy.name if policy else "")


def _check(policy: Policy) -> None:
    for name in _TARGETS:
        seconds = getattr(policy, name)
        if seconds is not None and seconds <= 0:
            raise BadInput(
                N_("The policy “{policy}” promises {field} in {seconds} seconds."),
                N_("Give a time above zero, or none."),
                policy=policy.name,
                field=name,
                seconds=seconds,
            )
    for step in policy.steps:
        if step.percent < 1:
            raise BadInput(
                N_("A step at {percent} % of a target makes no sense."),
                N_("Give a share from 1 on; 100 is the breach."),
                percent=step.percent,
            )
