"""Which promise a ticket has, and how much time it grants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tuiticket.engine.model.clock import ClockKind, Policy, StepAction
from tuiticket.engine.model.ticket import Ticket

HOUR = 3600
BREACH = 100
"""The share of its target, in per cent, past which a promise is broken."""


def policy_for(
    ticket: Ticket, policies: Iterable[Policy], customer_tags: Iterable[str] = ()
) -> Policy | None:
    """The first policy, in the shop's order, that fits the ticket and its customer."""
    tags = {tag.casefold() for tag in customer_tags}
    for policy in sorted(policies, key=lambda policy: (policy.position, policy.id)):
        if (
            not policy.retired
            and policy.kind in (None, ticket.kind)
            and policy.priority in (None, ticket.priority)
            and policy.channel in (None, ticket.channel)
            and (policy.customer_tag is None or policy.customer_tag.casefold() in tags)
        ):
            return policy
    return None


def target(policy: Policy, kind: ClockKind, cycle: int = 0) -> int | None:
    """What the policy promises for that clock, in seconds; None if nothing.

    A ticket come back is promised the policy's rebound target: where that says nothing, half of
    the first resolution, and at least an hour.
    """
    match kind:
        case ClockKind.FIRST_RESPONSE:
            return policy.first_response_s
        case ClockKind.NEXT_RESPONSE:
            return policy.next_response_s or policy.first_response_s
        case ClockKind.PROGRESS_UPDATE:
            return policy.progress_s
        case ClockKind.RESOLUTION if cycle and policy.resolution_s is not None:
            return policy.rebound_s or max(HOUR, policy.resolution_s // 2)
        case ClockKind.RESOLUTION:
            return policy.resolution_s
        case ClockKind.SUBMIT:
            return policy.submit_s
        case ClockKind.REVIEW:
            return policy.review_s
        case ClockKind.TRIAGE:
            return policy.triage_s


def steps_of(
    policy: Policy | None, kind: ClockKind
) -> Iterator[tuple[int, tuple[StepAction, ...]]]:
    """The steps of one clock under a policy, by their share, with what each does.

    The breach is always one of them, even where nothing is to be done about it.
    """
    steps: dict[int, dict[StepAction, None]] = {BREACH: {}}
    for step in policy.steps if policy else ():
        if not step.clocks or kind in step.clocks:
            steps.setdefault(step.percent, {}).update(dict.fromkeys(step.actions))
    for percent in sorted(steps):
        yield percent, tuple(steps[percent])
