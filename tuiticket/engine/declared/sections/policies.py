"""Policies: what is promised to whom, and what happens when a promise gets late."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.policies import PutPolicy, RetirePolicy
from tuiticket.engine.declared.composed import Field, Many, Record
from tuiticket.engine.declared.faults import Faults, Path
from tuiticket.engine.declared.section import (
    POSITION,
    Alteration,
    How,
    Layout,
    Section,
    World,
)
from tuiticket.engine.declared.shapes import Choice, Link, Number, Span, Switch, Words
from tuiticket.engine.errors import N_
from tuiticket.engine.model.calendar import ShopCalendar
from tuiticket.engine.model.clock import ClockKind, Policy, ReboundTo, Step, StepAction
from tuiticket.engine.model.ticket import Channel, Kind, Priority
from tuiticket.engine.ports import Find

_TARGETS = {
    "first_response": N_("Time until a person's first answer."),
    "next_response": N_("Time until a person answers again; default: as the first time."),
    "progress": N_("Time between words to the customer while it goes on."),
    "resolution": N_("Time until it is solved."),
    "rebound": N_("Time until it is solved when the customer came back; default: half."),
    "submit": N_("Time a team it was handed to has for its result."),
    "review": N_("Time until that result is reviewed."),
    "triage": N_("Time until it is known whether a customer has come back or says thanks."),
    "tell": N_("Time until the customer is told of a result."),
}
_MATCHES = ("kind", "priority", "channel", "customer_tag")

STEP = Record(
    (
        Field("at", Number(1, 10_000), N_("Its share of the target in per cent."), needed=True),
        Field("do", Many(Choice.of(StepAction)), N_("What is done then."), (), needed=True),
        Field("clocks", Many(Choice.of(ClockKind)), N_("Only for these clocks."), ()),
    )
)


class Policies(Section):
    """The promises of the shop; the first that fits a ticket sets its clocks."""

    name = "policies"
    help = N_("Promises, in order: the first that fits a ticket sets its clocks.")
    layout = Layout.ORDERED
    fields = (
        Field("kind", Choice.of(Kind), N_("Only for tickets of this kind.")),
        Field("priority", Choice.of(Priority), N_("Only for this priority.")),
        Field("channel", Choice.of(Channel), N_("Only for what came in that way.")),
        Field("customer_tag", Words(), N_("Only for customers with this tag.")),
        *(Field(name, Span(), help_) for name, help_ in _TARGETS.items()),
        Field("calendar", Link("calendars"), N_("The hours they count by; default: always.")),
        Field(
            "pause_on_third",
            Switch(),
            N_("Whether the resolution waits while a third party has to act."),
            False,
        ),
        Field(
            "rebound_to",
            Choice.of(ReboundTo),
            N_("Who gets it when the customer came back: same, other or senior."),
            ReboundTo.SAME,
        ),
        Field("steps", Many(STEP), N_("Reminders and escalation."), ()),
    )
    whole = True
    removal = How.RETIRED
    key = Words()

    def present(self, desk: Find) -> dict[str, dict[str, Any]]:
        """The policies in force."""
        keys = {one.id: one.key for one in desk.find(ShopCalendar)}
        policies = desk.find(Policy, retired=False)
        return {
            policy.name: _facts(policy, keys)
            for policy in sorted(policies, key=lambda policy: (policy.position, policy.id))
        }

    def settle(self, facts: dict[str, Any], at: Path, world: World, faults: Faults) -> None:
        """Each share of the target has one step for the same clocks."""
        seen: list[tuple[int, Any]] = []
        for place, step in enumerate(facts["steps"]):
            this = step["at"], step["clocks"]
            if this in seen:
                faults.add(
                    (*at, "steps", place),
                    N_("Two steps stand at {percent} %."),
                    N_("Make one of them."),
                    percent=step["at"],
                )
            seen.append(this)

    def steps(self, alteration: Alteration, desk: Find) -> Iterator[Command]:
        """Put it whole, or retire it."""
        if alteration.how is How.RETIRED:
            yield RetirePolicy(name=alteration.key)
            return
        ids = {one.key: one.id for one in desk.find(ShopCalendar)}
        facts = alteration.new
        yield PutPolicy(
            policy=Policy(
                name=alteration.key,
                position=facts[POSITION],
                **{name: facts[name] for name in _MATCHES},
                **{f"{name}_s": facts[name] for name in _TARGETS},
                calendar_id=ids[facts["calendar"]] if facts["calendar"] else None,
                pause_on_third=facts["pause_on_third"],
                rebound_to=facts["rebound_to"],
                steps=tuple(Step(one["at"], one["do"], one["clocks"]) for one in facts["steps"]),
            )
        )


def _facts(policy: Policy, calendars: Mapping[int, str]) -> dict[str, Any]:
    return {
        POSITION: policy.position,
        **{name: getattr(policy, name) for name in _MATCHES},
        **{name: getattr(policy, f"{name}_s") for name in _TARGETS},
        "calendar": calendars.get(policy.calendar_id or 0),
        "pause_on_third": policy.pause_on_third,
        "rebound_to": policy.rebound_to,
        "steps": tuple(
            {"at": step.percent, "do": step.actions, "clocks": step.clocks} for step in policy.steps
        ),
    }
