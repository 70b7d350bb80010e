"""Putting declared set-up into force: one command, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from tuiticket.engine.commands.command import Command
from tuiticket.engine.declared.declaring import Declared
from tuiticket.engine.declared.faults import Faults
from tuiticket.engine.declared.plan import Plan, plan
from tuiticket.engine.declared.section import How
from tuiticket.engine.declared.sections import BY_NAME
from tuiticket.engine.errors import N_, BadInput, Stale
from tuiticket.engine.rules.permissions import Permission
from tuiticket.engine.work import Work

_GOING = (How.REMOVED, How.RETIRED)


@dataclass(frozen=True, slots=True, kw_only=True)
class PutSetUp(Command):
    """Make the desk as declared: exactly what was `planned`, if a plan is given.

    Entries that others refer to come first, what nobody lists goes last.
    """

    permission: ClassVar[Permission] = Permission.SET_UP

    declared: Declared
    planned: Plan | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Stale where the plan would be another now, BadInput where there can be none."""
        faults = Faults()
        todo = plan(
            self.declared,
            work.tx,
            faults,
            prune=self.planned is not None and self.planned.prune,
        )
        for fault in faults:
            raise BadInput(fault.title, fault.mend, **fault.values)
        if self.planned is not None and todo != self.planned:
            raise Stale(
                N_("The desk was changed meanwhile."), N_("Look at the plan again, then repeat.")
            )
        coming = [one for one in todo.alterations if one.how not in _GOING]
        going = [one for one in todo.alterations if one.how in _GOING]
        for one in coming:
            _carry_out(work, BY_NAME[one.section].steps(one, work.tx))
        for one in coming:
            _carry_out(work, BY_NAME[one.section].links(one, work.tx))
        for one in reversed(going):
            _carry_out(work, BY_NAME[one.section].steps(one, work.tx))


def _carry_out(work: Work, commands: Iterator[Command]) -> None:
    for command in commands:
        command.carry_out(work)
