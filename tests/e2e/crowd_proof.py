"""What must hold on a desk whatever many processes did to it at once, shown from its log.

Each proof gives what is wrong, in words; nothing, where all is well. None of them asks the engine's
own rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tests.e2e.crowd_member import CLOSES, OPENS
from tuiticket.engine.model.clock import FiredStep
from tuiticket.engine.model.event import Event, How
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.ports import Reading

STEPS = frozenset({"clock.reminded", "clock.breached", "clock.escalated"})
WEIGHTS = {"new": 1.0, "open": 1.0, "review": 1.0, "waiting-customer": 0.25, "waiting-third": 0.25}
"""What a ticket in each state weighs for its owner; in all others nothing."""


def lost(acts: Iterable[int], events: Sequence[Event]) -> Iterator[str]:
    """Acts that somebody was told are done, and the log does not have exactly once."""
    logged = {event.id for event in events if event.act == event.id}
    for act, times in Counter(acts).items():
        if act not in logged or times != 1:
            yield f"act {act}: told {times} times, {'' if act in logged else 'not '}in the log"


def twice(reading: Reading, events: Sequence[Event]) -> Iterator[str]:
    """Steps that did not fire exactly once for their clock and generation, by row and by event."""
    rows = Counter((f.clock_id, f.generation, f.percent) for f in reading.all(FiredStep))
    told = Counter(
        (c.fields["clock_id"][1], _plain(c.fields, "generation"), c.fields["percent"][1])
        for event in events
        if event.kind in STEPS
        for c in event.changes
        if c.entity == "FiredStep"
    )
    for step in rows.keys() | told.keys():
        if (rows[step], told[step]) != (1, 1):
            yield f"clock, generation, percent {step}: {rows[step]} rows, {told[step]} events"
    breaches = sum(event.kind == "clock.breached" for event in events)
    if breaches != sum(percent == 100 for _clock, _generation, percent in rows):
        yield f"{breaches} breaches in the log, others in the rows"


def _plain(fields: dict[str, list[Any]], name: str) -> Any:
    return fields[name][1] if name in fields else 0


class Retold:
    """The log told again from its beginning, and all that does not follow from what came before."""

    def __init__(self, events: Iterable[Event]) -> None:
        self.facts: dict[tuple[str, int], dict[str, Any]] = {}
        self.faults: list[str] = []
        self.handed_out = 0
        for event in events:
            if event.kind == "ticket.assigned" and "considered" in event.data:
                self._handed_out(event)
            self._take_in(event)

    def _take_in(self, event: Event) -> None:
        for change in event.changes:
            known = self.facts.setdefault((change.entity, change.id), {})
            for name, (before, after) in change.fields.items():
                if known.get(name) != before:
                    self.faults.append(
                        f"event {event.id}: {change.entity} {change.id} had {name}"
                        f" {known.get(name)!r}, not {before!r}"
                    )
                known[name] = after
            if change.how is How.REMOVED:
                del self.facts[change.entity, change.id]

    def _handed_out(self, event: Event) -> None:
        """An automatic choice: of somebody there, able, with room, weighed as it truly was."""
        self.handed_out += 1
        (agent_id, agent) = next(
            (id_, facts)
            for (entity, id_), facts in self.facts.items()
            if entity == "Agent" and facts["login"] == event.data["owner"]
        )
        load = self._load(agent_id)
        told = {each["login"]: each["load"] for each in event.data["considered"]}
        if load + 1 > agent["capacity"] or not agent["available"]:
            self.faults.append(f"event {event.id}: {agent['login']} already carries {load}")
        if agent.get("calendar_id") and not OPENS <= event.at.hour < CLOSES:
            self.faults.append(f"event {event.id}: {agent['login']} is off shift at {event.at}")
        ticket = self.facts["Ticket", event.ticket_id or 0]
        levels = {skill["key"]: skill["level"] for skill in agent["skills"]}
        if levels.get(ticket.get("needs_skill"), 0) < ticket["needs_level"]:
            self.faults.append(f"event {event.id}: {agent['login']} lacks the skill")
        if agent_id in ticket["excluded"]:
            self.faults.append(f"event {event.id}: {agent['login']} had it before")
        if told[agent["login"]] != load:
            self.faults.append(f"event {event.id}: {agent['login']} carries {load}, not {told}")

    def _load(self, agent_id: int) -> float:
        return sum(
            WEIGHTS.get(facts["state"], 0.0)
            for (entity, _id), facts in self.facts.items()
            if entity == "Ticket" and facts.get("owner_id") == agent_id
        )

    def unlike(self, reading: Reading) -> Iterator[str]:
        """Tickets that are gone, or whose owner is another than the one they were given to."""
        stored = {ticket.id: ticket.owner_id for ticket in reading.all(Ticket)}
        told = {
            id_: facts.get("owner_id")
            for (entity, id_), facts in self.facts.items()
            if entity == "Ticket"
        }
        for number in stored.keys() | told.keys():
            if number not in stored or number not in told or stored[number] != told[number]:
                yield f"ticket {number}: {stored.get(number)} in the store, {told.get(number)} told"
