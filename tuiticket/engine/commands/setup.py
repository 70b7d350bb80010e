"""Setting up a desk: its own facts, policies and categories."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from typing import ClassVar

from tuiticket.engine.commands.command import Command
from tuiticket.engine.errors import N_, BadInput, Refused
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.clock import Policy, Step, StepAction
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Kind, Priority
from tuiticket.engine.rules.permissions import Permission
from tuiticket.engine.rules.safetext import one_line
from tuiticket.engine.work import Work, required

MINUTE, HOUR = 60, 3600
NAME_LIMIT = 100

STEPS = (
    Step(50, (StepAction.REMIND_OWNER,)),
    Step(80, (StepAction.REMIND_OWNER, StepAction.TELL_LEAD)),
    Step(100, (StepAction.REMIND_OWNER, StepAction.TELL_LEAD)),
    Step(150, (StepAction.HAND_TO_SISTER_TEAM, StepAction.TELL_LEAD)),
)
"""Reminders and escalation of a new desk, in per cent of each target."""

_TARGETS = {
    Priority.URGENT: (30 * MINUTE, 4 * HOUR),
    Priority.HIGH: (1 * HOUR, 8 * HOUR),
    Priority.NORMAL: (4 * HOUR, 24 * HOUR),
    Priority.LOW: (8 * HOUR, 72 * HOUR),
}

POLICIES = tuple(
    Policy(
        name=priority.name.capitalize(),
        position=position,
        priority=priority,
        first_response_s=response,
        next_response_s=response,
        resolution_s=resolution,
        steps=STEPS,
    )
    for position, (priority, (response, resolution)) in enumerate(_TARGETS.items(), start=1)
)
"""Promises of a new desk, round the clock: first and next response, resolution, by priority."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp(Command):
    """Make an empty store a desk: once."""

    permission: ClassVar[Permission] = Permission.SET_UP

    settings: Settings
    policies: tuple[Policy, ...] = POLICIES

    def carry_out(self, work: Work) -> None:
        """Raises Refused where a desk is set up already."""
        if work.tx.get(Settings, 1) is not None:
            raise Refused(N_("This desk is set up already."))
        name = required(one_line(self.settings.name, NAME_LIMIT), N_("name"))
        secret = self.settings.mail_secret or secrets.token_hex(32)
        work.add(replace(self.settings, name=name, mail_secret=secret))
        for policy in self.policies:
            work.add(policy)
        work.record("desk.set-up", name=name)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSettings(Command):
    """Set the desk's name, time zone, mail addresses or the teams that kinds go to."""

    permission: ClassVar[Permission] = Permission.SET_UP

    name: str | None = None
    zone: str | None = None
    mail_addresses: tuple[str, ...] | None = None
    kind_teams: dict[Kind, str] = field(default_factory=dict)

    def carry_out(self, work: Work) -> None:
        """Raises Unknown for a team there is not."""
        settings = work.settings
        teams = {kind: work.team(key).id for kind, key in self.kind_teams.items()}
        work.change(
            settings,
            name=self.name or settings.name,
            zone=self.zone or settings.zone,
            mail_addresses=tuple(address.lower() for address in self.mail_addresses)
            if self.mail_addresses is not None
            else settings.mail_addresses,
            kind_teams={**settings.kind_teams, **teams},
        )
        work.record("desk.changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class AddCategory(Command):
    """Add a branch to the category tree; `key` is its path, `team` where its tickets go."""

    permission: ClassVar[Permission] = Permission.SET_UP

    key: str
    name: str
    name_zh: str = ""
    team: str | None = None

    def carry_out(self, work: Work) -> None:
        """Raises BadInput where the path is taken or empty."""
        key = required(self.key, N_("category"))
        if work.tx.find(Category, key=key):
            raise BadInput(N_("The category “{category}” exists already."), category=key)
        work.add(
            Category(
                key=key,
                name=one_line(self.name, NAME_LIMIT) or key,
                name_zh=one_line(self.name_zh, NAME_LIMIT),
                team_id=work.team(self.team).id if self.team else None,
            )
        )
        work.record("category.added", category=key)
