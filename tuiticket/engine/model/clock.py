"""The SLA clocks of a ticket and the policies that set them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ClockKind(StrEnum):
    """Which promise a clock measures; when each runs is told in `rules.promises`."""

    FIRST_RESPONSE = "first-response"
    NEXT_RESPONSE = "next-response"
    PROGRESS_UPDATE = "progress-update"
    RESOLUTION = "resolution"
    SUBMIT = "submit"
    REVIEW = "review"
    TRIAGE = "triage"


class ClockState(StrEnum):
    """Running and paused clocks are alive; met and missed ones stopped; cancelled do not count."""

    RUNNING = "running"
    PAUSED = "paused"
    MET = "met"
    MISSED = "missed"
    CANCELLED = "cancelled"


SETTLED = frozenset({ClockState.MET, ClockState.MISSED})
"""States of a promise that was kept or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One promise to one customer, in working seconds.

    `consumed_s` is what was used up until `running_since` (or until the clock paused or stopped);
    `due_at` is the instant shown, `breach_at` the first one at which the promise is broken (they
    differ where the quota ends at closing time). `cycle` is 0 in the ticket's first life and one
    more after each rebound. `generation` changes only when a person moves the due later, so that
    steps fire anew. `calendar_id` is the calendar it counts by (None: round the clock), and
    `calendar_edition` the edition of that which it was last counted by. `attempt` counts how often
    a result was asked for. `agreed` targets were set for this clock alone, not by its policy.
    `cut_short` tells that only a new target made it late.
    """

    id: int = 0
    ticket_id: int
    kind: ClockKind
    cycle: int
    policy_id: int | None
    target_s: int
    started_at: datetime
    state: ClockState = ClockState.RUNNING
    consumed_s: int = 0
    running_since: datetime | None = None
    due_at: datetime | None = None
    breach_at: datetime | None = None
    stopped_at: datetime | None = None
    generation: int = 0
    calendar_id: int | None = None
    calendar_edition: int = 0
    attempt: int = 1
    agreed: bool = False
    cut_short: bool = False

    @property
    def alive(self) -> bool:
        """Whether the promise is still to be kept."""
        return self.state in (ClockState.RUNNING, ClockState.PAUSED)


class StepAction(StrEnum):
    """What a step of a policy does when its share of the target is used up."""

    REMIND_OWNER = "remind-owner"
    TELL_LEAD = "tell-lead"
    RAISE_PRIORITY = "raise-priority"
    BACK_TO_QUEUE = "back-to-queue"
    HAND_TO_SISTER_TEAM = "hand-to-sister-team"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Step:
    """A reminder or escalation at `percent` of a clock's target (100 is the breach).

    `clocks` are the kinds it is for; none means all.
    """

    percent: int
    actions: tuple[StepAction, ...]
    clocks: tuple[ClockKind, ...] = ()


class ReboundTo(StrEnum):
    """Who gets a ticket whose customer came back after a solution.

    The one who had it, anybody but them, or somebody who is senior.
    """

    SAME = "same"
    OTHER = "other"
    SENIOR = "senior"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The promise for the tickets it matches; None or empty matches every ticket.

    Policies are tried in the order of `position`; the first that matches a ticket's kind, priority
    and channel and has a tag of its customer sets its clocks. Targets are seconds of working time
    by its calendar, or of all time where `calendar_id` is None; a target of None means no such
    promise. `tell_s` is how soon the customer hears of a result. A policy that was edited is
    `retired`: clocks that started under it follow it to their end.
    """

    id: int = 0
    name: str
    position: int
    kind: str | None = None
    priority: int | None = None
    channel: str | None = None
    customer_tag: str | None = None
    first_response_s: int | None = None
    next_response_s: int | None = None
    progress_s: int | None = None
    resolution_s: int | None = None
    rebound_s: int | None = None
    submit_s: int | None = None
    review_s: int | None = None
    triage_s: int | None = None
    tell_s: int | None = None
    calendar_id: int | None = None
    pause_on_third: bool = False
    rebound_to: ReboundTo = ReboundTo.SAME
    steps: tuple[Step, ...] = ()
    retired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FiredStep:
    """The proof that a step fired: unique per clock, generation and percent, so it fires once."""

    id: int = 0
    clock_id: int
    ticket_id: int
    generation: int
    percent: int
    fired_at: datetime
