"""What the log tells of the steps that fired, to be held against the proofs that are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from tuiticket.engine.errors import N_
from tuiticket.engine.model.clock import FiredStep
from tuiticket.engine.model.event import Event, How

Key = tuple[int, int, int]
"""Clock, generation and percent: what may fire once."""


class FiredSteps:
    """The steps of each ticket that fired and were not taken back, as the log tells."""

    def __init__(self) -> None:
        self._told: dict[int, Counter[Key]] = {}

    def take(self, event: Event) -> None:
        """Learn what an event, one after those before it, tells of steps."""
        for change in event.changes:
            if change.entity == FiredStep.__name__:
                side = 0 if change.how is How.REMOVED else 1
                fields = {name: sides[side] for name, sides in change.fields.items()}
                told = self._told.setdefault(fields["ticket_id"], Counter())
                told[_key(fields)] += 2 * side - 1

    def unlike(self, ticket: int, kept: Sequence[FiredStep]) -> Iterator[tuple[str, int]]:
        """Yield a title and the percent of each step of a ticket that is not as told, or twice."""
        there = Counter((step.clock_id, step.generation, step.percent) for step in kept)
        told = self._told.get(ticket, Counter[Key]())
        for key in sorted(there.keys() | told.keys()):
            if there[key] > 1 or told[key] > 1:
                yield N_("its step at {percent} % fired more than once"), key[2]
            elif there[key] < told[key]:
                yield N_("the proof that its step at {percent} % fired is missing"), key[2]
            elif there[key] > told[key]:
                yield N_("the log tells of no step at {percent} % that fired"), key[2]


def _key(fields: dict[str, Any]) -> Key:
    return fields["clock_id"], fields["generation"], fields["percent"]
