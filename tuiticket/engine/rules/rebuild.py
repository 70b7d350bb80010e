"""Building the clocks of tickets again, from nothing but what the log says happened.

What the log says became of the clocks is not believed, only what they answered to: messages, moves,
hand-overs and the rest, each a turn for `rules.promises` under the policies, calendars and facts of
that moment. What comes out must be what the store holds, to the second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from tuiticket.engine.model.calendar import ShopCalendar
from tuiticket.engine.model.clock import Clock, Policy
from tuiticket.engine.model.customer import Customer
from tuiticket.engine.model.event import Change, Event, How
from tuiticket.engine.model.ticket import Ticket
from tuiticket.engine.model.turn import Turn
from tuiticket.engine.rules.clocks import adding_up, cancelled
from tuiticket.engine.rules.policies import policy_for
from tuiticket.engine.rules.promises import Promises
from tuiticket.engine.rules.record import recorded_fields, revive
from tuiticket.engine.rules.shop_hours import Calendars

T = TypeVar("T")

UNDONE, REDONE = "desk.undone", "desk.redone"
_KNOWN: dict[str, type] = {cls.__name__: cls for cls in (Customer, Policy, ShopCalendar, Ticket)}

_Trace = list[tuple[int, Clock | None, Clock]]
"""What an act did to the clocks of a ticket: the place of each, what it was and became."""


def rebuilt(events: Iterable[Event]) -> dict[int, list[Clock]]:
    """The clocks of every ticket the log tells of, by its number, in the order they began.

    They bear no ids: those are the store's. Expects the whole log from its first event on.
    """
    rebuilding = Rebuilding()
    for event in events:
        rebuilding.take(event)
    return rebuilding.clocks


def same(stored: Sequence[Clock], built: Sequence[Clock]) -> bool:
    """Whether the clocks of a ticket are those that follow from the log, ids aside."""
    return [replace(clock, id=0) for clock in stored] == list(built)


def differences(
    stored: Sequence[Clock], built: Sequence[Clock]
) -> Iterator[tuple[Clock | None, Clock | None]]:
    """Yield what of the stored clocks of a ticket is not as built: each with its counterpart.

    None stands for a clock that one side has not.
    """
    missing, strange = list(built), []
    for clock in stored:
        bare = replace(clock, id=0)
        if bare in missing:
            missing.remove(bare)
        else:
            strange.append(clock)
    for clock in strange:
        twin = next((one for one in missing if one.kind is clock.kind), None)
        if twin is not None:
            missing.remove(twin)
        yield clock, twin
    yield from ((None, clock) for clock in missing)


class Rebuilding:
    """What is known of a desk while its log is walked through, event by event.

    `clocks` are as `rebuilt` gives them. `untold` are the tickets for which they mean nothing: an
    older program began their clocks and did not write down what they answered to.
    """

    def __init__(self) -> None:
        self.clocks: dict[int, list[Clock]] = {}
        self.untold: set[int] = set()
        self._fields: dict[tuple[str, int], dict[str, object]] = {}
        self._policies: dict[int, Policy] = {}
        self._hours: dict[int, ShopCalendar] = {}
        self._calendars = Calendars()
        self._acts: dict[tuple[int, int], _Trace] = {}

    def take(self, event: Event) -> None:
        """Learn what an event tells, and let its turns act on the clocks."""
        for change in event.changes:
            if change.entity in _KNOWN:
                self._learn(change)
            elif change.entity == "Clock" and change.how is How.ADDED and _silent(event):
                self.untold.add(change.fields["ticket_id"][1])
        if event.ticket_id is None:
            return
        if event.kind == UNDONE:
            self._take_back(event, event.ticket_id, event.data["act"])
        if event.kind == REDONE:
            self._take_back(event, event.ticket_id, event.data["undo"])
        for told in event.data.get("turns", ()):
            self._turn(event, event.ticket_id, revive(Turn, told))

    def _learn(self, change: Change) -> None:
        key = (change.entity, change.id)
        if change.how is How.REMOVED:
            self._fields.pop(key, None)
        else:
            fields = self._fields.setdefault(key, {"id": change.id})
            fields.update({name: after for name, (_before, after) in change.fields.items()})
        if change.entity == "Policy":
            _note(self._policies, change.id, self._value(Policy, change.id))
        if change.entity == "ShopCalendar":
            _note(self._hours, change.id, self._value(ShopCalendar, change.id))
            self._calendars = Calendars(self._hours.values())

    def _value(self, cls: type[T], id_: int) -> T | None:
        fields = self._fields.get((cls.__name__, id_))
        if fields is None:
            return None
        unset = {name: value for name, value in fields.items() if value is not None}
        if cls is Ticket:
            unset["updated_at"] = unset["created_at"]
        return revive(cls, unset)

    def _turn(self, event: Event, number: int, turn: Turn) -> None:
        ticket = self._value(Ticket, number)
        if ticket is None:
            return
        customer = self._value(Customer, ticket.customer_id)
        policy = policy_for(ticket, self._policies.values(), customer.tags if customer else ())
        before = self.clocks.get(number, [])
        promises = Promises(ticket, before, policy, self._calendars)
        promises.take(turn)
        trace = self._acts.setdefault((event.act, number), [])
        for place, clock in enumerate(promises.clocks):
            was = before[place] if place < len(before) else None
            if clock is not was:
                trace.append((place, was, clock))
        self.clocks[number] = promises.clocks

    def _take_back(self, event: Event, number: int, act: int) -> None:
        """Take back what an act did to the clocks, as `commands.inverse` does."""
        clocks = self.clocks.get(number, [])
        trace: _Trace = []
        for place, was, became in reversed(self._acts.pop((act, number), [])):
            now = clocks[place]
            if was is None:
                clocks[place] = cancelled(now, event.at, self._calendars)
            else:
                names = [field.name for field in recorded_fields(Clock)]
                moved = {n: getattr(was, n) for n in names if getattr(was, n) != getattr(became, n)}
                clocks[place] = adding_up(replace(now, **moved), self._calendars)
            trace.append((place, now, clocks[place]))
        self._acts.setdefault((event.act, number), []).extend(trace)


def _silent(event: Event) -> bool:
    """Whether an event says nothing of what clocks answered to."""
    return "turns" not in event.data and event.kind not in (UNDONE, REDONE)


def _note(known: dict[int, T], id_: int, value: T | None) -> None:
    if value is None:
        known.pop(id_, None)
    else:
        known[id_] = value
