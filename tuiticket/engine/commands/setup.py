"""Setting up a desk: its own facts, policies and categories."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any, ClassVar

from tuiticket.engine.commands.command import Command
from tuiticket.engine.errors import N_, BadInput, Refused
from tuiticket.engine.model.clock import Policy, Step, StepAction
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Kind, Priority
from tuiticket.engine.model.timer import Due, Timer
from tuiticket.engine.rules.permissions import Permission
from tuiticket.engine.rules.safetext import one_line
from tuiticket.engine.work import Work, required

MINUTE, HOUR = 60, 3600
NAME_LIMIT = 100
_TIMES = ("close_after_s", "archive_after_s", "hold_s", "rebound_within_s", "duplicates_within_s")
LEAST_WAVE, MOST_WAVE = 3, 1000
MOST_WEIGHT = 10.0
"""The most a ticket can weigh, 1 being the usual."""

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
    """Set facts of the desk as a whole; None leaves one as it is.

    `kind_teams` and `weights` hold the kinds to set, the others stay; a team of "" is none, a
    weight of 1 the usual. `unrouted_s` of 0 means that nobody is told of tickets without a team.
    Times of closing and archiving hold for the tickets that wait for them already.
    """

    permission: ClassVar[Permission] = Permission.SET_UP

    name: str | None = None
    zone: str | None = None
    language: str | None = None
    mail_addresses: tuple[str, ...] | None = None
    close_after_s: int | None = None
    archive_after_s: int | None = None
    hold_s: int | None = None
    kind_teams: dict[Kind, str] = field(default_factory=dict)
    weights: dict[Kind, float] = field(default_factory=dict)
    waiting_weight: float | None = None
    unrouted_s: int | None = None
    sticky: bool | None = None
    break_s: int | None = None
    rebound_within_s: int | None = None
    duplicates_within_s: int | None = None
    wave_least: int | None = None
    wave_within_s: int | None = None

    def carry_out(self, work: Work) -> None:
        """Raises Unknown for a team there is not, BadInput for a weight or time that is none."""
        settings = work.settings
        teams = {kind: work.team(key).id for kind, key in self.kind_teams.items() if key}
        kept = {
            kind: id_ for kind, id_ in settings.kind_teams.items() if kind not in self.kind_teams
        }
        assignment = self._assignment(settings)
        changed = work.change(
            settings,
            name=self.name or settings.name,
            zone=self.zone or settings.zone,
            language=self.language or settings.language,
            mail_addresses=tuple(address.lower() for address in self.mail_addresses)
            if self.mail_addresses is not None
            else settings.mail_addresses,
            kind_teams={**kept, **teams},
            **self._times(settings),
            **self._waves(settings),
            **assignment,
        )
        work.forget_settings()
        put_off(work, Due.CLOSE, changed.close_after_s - settings.close_after_s)
        put_off(work, Due.ARCHIVE, changed.archive_after_s - settings.archive_after_s)
        work.record("desk.changed")

    def _times(self, settings: Settings) -> dict[str, int]:
        """The new lengths of time until something happens by itself."""
        times = {}
        for name in _TIMES:
            seconds = getattr(self, name)
            times[name] = getattr(settings, name) if seconds is None else seconds
            _check_time(name, times[name])
        return times

    def _waves(self, settings: Settings) -> dict[str, int]:
        """The new thresholds of a wave."""
        least = settings.wave_least if self.wave_least is None else self.wave_least
        within_s = settings.wave_within_s if self.wave_within_s is None else self.wave_within_s
        if least and not LEAST_WAVE <= least <= MOST_WAVE:
            raise BadInput(
                N_("{tickets} tickets make no wave."),
                N_("Give 0 for never, or a number from {least} to {most}."),
                tickets=least,
                least=LEAST_WAVE,
                most=MOST_WAVE,
            )
        if not HOUR <= within_s <= 24 * HOUR:
            raise BadInput(
                N_("A wave cannot be looked for within {seconds} seconds."),
                N_("Give a time from one hour to a day."),
                seconds=within_s,
            )
        return {"wave_least": least, "wave_within_s": within_s}

    def _assignment(self, settings: Settings) -> dict[str, Any]:
        """The new facts that handing tickets out goes by."""
        for weight in self.weights.values():
            _check_weight(weight, least=0.25)
        if self.waiting_weight is not None:
            _check_weight(self.waiting_weight, least=0)
        for name in ("unrouted_s", "break_s"):
            _check_time(name, getattr(self, name) or 0)
        fields = {name: getattr(self, name) for name in ("waiting_weight", "sticky", "break_s")}
        if self.unrouted_s is not None:
            fields["unrouted_s"] = self.unrouted_s or None
        given = {
            name: new for name, new in fields.items() if new is not None or name == "unrouted_s"
        }
        weights = {**settings.weights, **self.weights}
        return {"weights": {kind: at for kind, at in weights.items() if at != 1}, **given}


def _check_time(name: str, seconds: int) -> None:
    if seconds < 0:
        raise BadInput(
            N_("{field} cannot be {seconds} seconds."),
            N_("Give a time from zero on."),
            field=name,
            seconds=seconds,
        )


def put_off(work: Work, due: Due, seconds: int) -> None:
    """Let what is to happen to tickets at rest happen that much later."""
    for timer in work.tx.find(Timer, due=due) if seconds else ():
        work.tx.update(replace(timer, fire_at=timer.fire_at + timedelta(seconds=seconds)))


def _check_weight(weight: float, *, least: float) -> None:
    if not least <= weight <= MOST_WEIGHT:
        raise BadInput(
            N_("A ticket cannot weigh {weight}."),
            N_("Give a weight from {least} to {most}."),
            weight=weight,
            least=least,
            most=MOST_WEIGHT,
        )
