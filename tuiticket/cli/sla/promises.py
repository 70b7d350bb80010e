"""What is promised to customers, and the hours the promises count by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.printing import say, say_json, say_table
from tuiticket.cli.shapes import Json
from tuiticket.cli.sla.noun import app
from tuiticket.engine.errors import N_
from tuiticket.engine.model.calendar import DayKind, Hours, ShopCalendar
from tuiticket.engine.model.clock import Policy
from tuiticket.engine.model.ticket import Channel, Kind, Priority
from tuiticket.engine.rules.shop_hours import day_kind, working_hours
from tuiticket.i18n import _, bracketed
from tuiticket.wording import duration, label, weekday

DAYS_SHOWN = 7
TARGETS = (
    "first_response",
    "next_response",
    "progress",
    "resolution",
    "rebound",
    "submit",
    "review",
    "triage",
    "tell",
)


@app.verb(
    "policies",
    N_("List the promises in force, in the order in which they are tried."),
    N_(
        "With --json one object a policy: name, position, kind, priority, channel, customer_tag,"
        " calendar, pause_on_third, rebound_to, targets (seconds by name) and steps (objects with"
        " percent, actions and clocks)."
    ),
)
def policies(context: typer.Context) -> None:
    """List the policies."""
    with at_desk(context) as at, at.reading() as reading:
        keys = {one.id: one.key for one in reading.all(ShopCalendar)}
        found = reading.find(Policy, retired=False)
    found.sort(key=lambda policy: (policy.position, policy.id))
    if at.json:
        for policy in found:
            say_json(_shape(policy, keys.get(policy.calendar_id or 0)))
        return
    say_table(
        (
            _("Policy"),
            _("For"),
            _("Hours"),
            _("First"),
            _("Next"),
            _("Solution"),
            _("Steps at %"),
        ),
        [
            (
                policy.name,
                " · ".join(_matches(policy)) or _("all"),
                keys.get(policy.calendar_id or 0, _("always")),
                _time(policy.first_response_s),
                _time(policy.next_response_s or policy.first_response_s),
                _time(policy.resolution_s),
                " ".join(str(step.percent) for step in policy.steps) or "–",
            )
            for policy in found
        ],
    )


@app.verb(
    "calendars",
    N_("List the working hours there are, each with its next seven days."),
    N_(
        "With --json one object a calendar: key, zone, country, years, edition and days, for each"
        " of which day, hours (pairs of local times) and as (week, closed, public-holiday, makeup,"
        " public-workday or special)."
    ),
)
def calendars(context: typer.Context) -> None:
    """List the calendars."""
    with at_desk(context) as at, at.reading() as reading:
        found, now = reading.all(ShopCalendar), at.desk.now()
    for calendar in found:
        today = now.astimezone(ZoneInfo(calendar.zone)).date()
        days = [today + timedelta(days=ahead) for ahead in range(DAYS_SHOWN)]
        if at.json:
            say_json(_calendar_shape(calendar, days))
        else:
            say(*_page(calendar, days))
    if not found and not at.json:
        say(_("There are no calendars: all promises count round the clock."))


def _shape(policy: Policy, calendar: str | None) -> Json:
    return {
        "name": policy.name,
        "position": policy.position,
        "kind": policy.kind,
        "priority": Priority(policy.priority).name.lower() if policy.priority else None,
        "channel": policy.channel,
        "customer_tag": policy.customer_tag,
        "calendar": calendar,
        "pause_on_third": policy.pause_on_third,
        "rebound_to": policy.rebound_to.value,
        "targets": {name: getattr(policy, f"{name}_s") for name in TARGETS},
        "steps": [
            {
                "percent": step.percent,
                "actions": [action.value for action in step.actions],
                "clocks": [clock.value for clock in step.clocks],
            }
            for step in policy.steps
        ],
    }


def _matches(policy: Policy) -> Iterator[str]:
    kinds: tuple[tuple[type[Enum], str | int | None], ...] = (
        (Kind, policy.kind),
        (Priority, policy.priority),
        (Channel, policy.channel),
    )
    yield from (label(enum(value)) for enum, value in kinds if value is not None)
    if policy.customer_tag:
        yield policy.customer_tag


def _time(seconds: int | None) -> str:
    return "–" if seconds is None else duration(seconds)


def _calendar_shape(calendar: ShopCalendar, days: list[date]) -> Json:
    public = calendar.public
    return {
        "key": calendar.key,
        "zone": calendar.zone,
        "country": public.country if public else None,
        "years": list(public.years) if public else [],
        "edition": calendar.edition,
        "days": [
            {
                "day": day.isoformat(),
                "hours": _hours(working_hours(calendar).hours(day)),
                "as": day_kind(calendar, day).value,
            }
            for day in days
        ],
    }


def _page(calendar: ShopCalendar, days: list[date]) -> Iterator[str]:
    public = calendar.public
    yield f"{calendar.key}  {calendar.zone}" + (
        f"  {public.country} {' '.join(map(str, public.years))}" if public else ""
    )
    for day in days:
        hours = _hours(working_hours(calendar).hours(day))
        kind = day_kind(calendar, day)
        told = " ".join("–".join(span) for span in hours) or _("closed all day")
        if kind is not DayKind.WEEK:
            told = bracketed(told, label(kind))
        yield f"  {weekday(day)} {day:%m-%d}  {told}"


def _hours(hours: Hours) -> list[list[str]]:
    return [[_clock(start), _clock(end)] for start, end in hours]


def _clock(seconds: int) -> str:
    text = f"{seconds // 3600:02}:{seconds % 3600 // 60:02}"
    return f"{text}:{seconds % 60:02}" if seconds % 60 else text
