"""The clocks in words: what each promises, what it counted, when it rested, and why this owner."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from tuiticket.engine.model.calendar import ShopCalendar
from tuiticket.engine.model.clock import Clock, ClockState, Policy
from tuiticket.engine.model.dossier import Dossier
from tuiticket.engine.rules.clocks import left
from tuiticket.engine.rules.explaining import Explanation, Life, Span
from tuiticket.engine.rules.ownership import ownership
from tuiticket.engine.rules.shop_hours import Calendars
from tuiticket.event_words import Names, considered, sentence
from tuiticket.forecast_words import expected
from tuiticket.hint_words import hinted
from tuiticket.i18n import _, colon
from tuiticket.judgement_words import judged
from tuiticket.wording import countdown, duration, exactly, label, policy_name

SHOWN = 12
"""Counted intervals that are told one by one, the latest ones."""

When = Callable[[datetime], str]
"""An instant as the reader's clock shows it."""


def explained(
    dossier: Dossier, now: datetime, when: When, names: Names | None = None
) -> Iterator[str]:
    """Each clock of a ticket, the oldest first, then how it was read, then its owner.

    Before the owner how content the customer was or will be. Of each a heading, its reasons below.
    `names` are of the whole desk.
    """
    calendars = Calendars(dossier.calendars)
    for clock in dossier.clocks:
        yield standing(clock, now, calendars, when)
        yield from (
            "  " + line
            for line in reasons(dossier, clock, Life.of(clock, dossier.events), now, when)
        )
    if lines := [*judged(dossier), *hinted(dossier)]:
        yield _("Reading")
        yield from ("  " + line for line in lines)
    if lines := list(expected(dossier, now)):
        yield _("Satisfaction")
        yield from ("  " + line for line in lines)
    yield _("Owner")
    yield from ("  " + line for line in owner(dossier, names))


def reasons(dossier: Dossier, clock: Clock, life: Life, now: datetime, when: When) -> Iterator[str]:
    """Why a clock of a ticket stands as it does: its promise, what it counted, when it rested.

    Told to the second: with what is left, it adds up to what was promised.
    """
    policies = {policy.id: policy for policy in dossier.policies}
    keys = {calendar.id: calendar for calendar in dossier.calendars}
    yield promise(clock, policies.get(clock.policy_id or 0), keys.get(clock.calendar_id or 0))
    why = life.explained(clock, Calendars(dossier.calendars), now)
    yield from _counted(why, when)
    yield from _rests(why, when)


def named(clock: Clock) -> str:
    """Which clock it is, and of which life of the ticket."""
    name = label(clock.kind)
    if clock.cycle:
        return _("{clock}, after rebound {cycle}").format(clock=name, cycle=clock.cycle)
    return name


def standing(clock: Clock, now: datetime, calendars: Calendars, when: When) -> str:
    """How a clock stands: what is left and when it is due, or how it ended."""
    name = named(clock)
    match clock.state:
        case ClockState.RUNNING if clock.due_at is not None:
            seconds = countdown(left(clock, now, calendars))
            return _("{clock}: {left}, due {at}").format(
                clock=name, left=seconds, at=when(clock.due_at)
            )
        case ClockState.PAUSED:
            seconds = countdown(left(clock, now, calendars))
            return _("{clock}: paused, {left} left").format(clock=name, left=seconds)
    return colon(name, label(clock.state))


def promise(clock: Clock, policy: Policy | None, calendar: ShopCalendar | None) -> str:
    """Where the target of a clock comes from, and by which hours it counts."""
    hours = counted_by(calendar.key if calendar else None)
    time = duration(clock.target_s)
    if clock.agreed or policy is None:
        return _("agreed on: {time}, {hours}").format(time=time, hours=hours)
    return _("policy “{policy}”: {time}, {hours}").format(
        policy=policy_name(policy), time=time, hours=hours
    )


def counted_by(calendar: str | None) -> str:
    """By which hours a clock counts: those of the calendar of that key, or all of them."""
    if calendar is None:
        return _("round the clock")
    return _("by the calendar “{calendar}”").format(calendar=calendar)


def _counted(why: Explanation, when: When) -> Iterator[str]:
    yield _("counted: {time}").format(time=exactly(why.seconds))
    hidden = len(why.counted) - SHOWN
    if hidden > 0:
        yield _("  … {count} intervals before").format(count=hidden)
    for start, end in why.counted[-SHOWN:]:
        yield "  " + _span((start, end), when)


def _span(span: Span, when: When) -> str:
    start, end = span
    time = exactly(int((end - start).total_seconds()))
    return _("{start} – {end}: {time}").format(start=when(start), end=when(end), time=time)


def _rests(why: Explanation, when: When) -> Iterator[str]:
    for rest in why.rests:
        if rest.end is None:
            yield _("paused since {start}").format(start=when(rest.start))
        else:
            yield _("paused {start} – {end}").format(start=when(rest.start), end=when(rest.end))


def owner(dossier: Dossier, names: Names | None = None) -> Iterable[str]:
    """What brought it to its team, what made its owner own it, and whom else the desk looked at.

    `names` are of the whole desk.
    """
    names = names or Names.of(
        dossier.agents,
        [dossier.team] if dossier.team else (),
        [dossier.category] if dossier.category else (),
    )
    why = ownership(dossier.events)
    told = [
        f"{names.agent(e.actor)} · {sentence(e, names)}" for e in (why.routed, why.decided) if e
    ]
    if why.decided is None:
        return [*told, _("Nobody owns it, and nobody was looked for.")]
    return [*told, *considered(why.decided, names)]
