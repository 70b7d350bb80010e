"""One clock to be worked out, as a script states it: a JSON object, checked key by key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.calendar import ShopCalendar
from tuiticket.engine.rules.calendar_facts import FIELDS, PublicHolidays, calendar_from, no_holidays
from tuiticket.engine.rules.local_time import instant
from tuiticket.engine.rules.reckoning import Happening, Reckoned, reckon

_MORE = ("id", "start", "target_seconds", "events", "now")


@dataclass(frozen=True, slots=True)
class Case:
    """A calendar, a start, a target in working seconds, and what happened since."""

    calendar: ShopCalendar
    start: datetime
    target_s: int
    events: tuple[tuple[Happening, datetime], ...] = ()
    now: datetime | None = None

    def answer(self) -> Reckoned:
        """How the clock stands."""
        return reckon(self.calendar, self.start, self.target_s, self.events, self.now)


def case_from(said: Any, public_holidays: PublicHolidays = no_holidays) -> Case:
    """The case a JSON object states; raises BadInput naming the key that is wrong.

    Its keys are those of a calendar (see `calendar_facts`), and start, target_seconds, events as
    {"type": "pause", "at": …}, and now. Instants are ISO 8601; without an offset they are local.
    """
    if not isinstance(said, Mapping):
        raise BadInput(N_("It is not a JSON object."))
    facts = {name: value for name, value in said.items() if name not in _MORE}
    for name in facts:
        if name not in FIELDS:
            raise BadInput(
                N_("There is no key “{name}”."),
                N_("The keys are: {known}."),
                name=name,
                known=(*_MORE, *FIELDS),
            )
    calendar = calendar_from(facts, public_holidays=public_holidays)
    zone = ZoneInfo(calendar.zone)
    target_s = said.get("target_seconds")
    if isinstance(target_s, bool) or not isinstance(target_s, int) or target_s < 0:
        raise BadInput(N_("target_seconds is no whole number from 0 on: {value}"), value=target_s)
    events = said.get("events") or ()
    if not isinstance(events, list | tuple):
        raise BadInput(N_("events is no list."))
    now = said.get("now")
    return Case(
        calendar,
        moment(said.get("start"), zone, "start"),
        target_s,
        tuple(_event(event, zone, number) for number, event in enumerate(events, 1)),
        None if now is None else moment(now, zone, "now"),
    )


def _event(said: Any, zone: ZoneInfo, number: int) -> tuple[Happening, datetime]:
    what = said.get("type") if isinstance(said, Mapping) else None
    if what not in set(Happening):
        raise BadInput(
            N_("The event {number} has no type that we know: {value}"),
            N_("Use pause, resume or stop."),
            number=number,
            value=what,
        )
    return Happening(what), moment(said.get("at"), zone, f"events[{number}].at")


def moment(text: Any, zone: ZoneInfo, field: str) -> datetime:
    """An instant from ISO 8601, in whole seconds; without an offset it is local.

    A local time that does not exist is the first valid instant after it, one that exists twice the
    first. Raises BadInput naming the field.
    """
    try:
        at = datetime.fromisoformat(text).replace(microsecond=0)
        if at.tzinfo is not None:
            return at.astimezone(UTC)
        return instant(zone, at.date(), at.hour * 3600 + at.minute * 60 + at.second)
    except (TypeError, ValueError, OverflowError):
        raise BadInput(
            N_("{field} is no instant: {value}"),
            N_("Write it as 2026-03-02T09:00:00+08:00; without an offset it is local."),
            field=field,
            value=text,
        ) from None
