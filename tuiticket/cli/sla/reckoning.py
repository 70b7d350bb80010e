"""The arithmetic of the clocks, for scripts and for doubters."""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from tuiticket.cli.assignment_shapes import ownership
from tuiticket.cli.at_desk import at_desk, dossier_of
from tuiticket.cli.invocation import Invocation
from tuiticket.cli.options import Number, seconds_for
from tuiticket.cli.printing import say, say_json
from tuiticket.cli.shapes import instant
from tuiticket.cli.sla.noun import app
from tuiticket.clock_words import explained
from tuiticket.engine.errors import N_, BadInput
from tuiticket.engine.model.calendar import ShopCalendar
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.people import Agent, Team
from tuiticket.engine.rules.calendar_facts import calendar_from
from tuiticket.engine.rules.reckoning import Happening, Reckoned
from tuiticket.engine.rules.reckoning_case import Case, case_from, moment
from tuiticket.event_words import Names
from tuiticket.i18n import _
from tuiticket.wording import duration, told, when

YEARS_AROUND = 10
"""How many years before and after today's the holidays of a country are asked for."""

_BATCH = N_(
    "With --batch each line of standard input is a JSON object: id, timezone, business_hours (lists"
    " of times by day: mon to sun), holidays, workdays, special_hours, country, start,"
    " target_seconds, events (objects with type, one of pause, resume and stop, and at), now. Each"
    " answer is one line: id, due_at, breach_at, elapsed_seconds; a line that is wrong answers id"
    " and error, and the exit code is 2. due_at and breach_at are null while the clock is paused;"
    " elapsed_seconds counts until the stop, else until now or the last event."
)

Batch = Annotated[
    bool, typer.Option("--batch", help=N_("Work out JSON lines from standard input."))
]
CalendarFile = Annotated[
    Path | None,
    typer.Option("--calendar", metavar="FILE", help=N_("Working hours as TOML; default: always.")),
]
Start = Annotated[str, typer.Option("--start", metavar="T", help=N_("When the clock began."))]
Target = Annotated[
    str, typer.Option("--target", metavar="TIME", help=N_("Working time, as 4h or 1h30m."))
]
Pause = Annotated[
    list[str] | None,
    typer.Option("--pause", metavar="A..B", help=N_("Paused from A to B; A.. still is.")),
]
Stop = Annotated[str, typer.Option("--stop", metavar="T", help=N_("When the clock stopped."))]
Now = Annotated[str, typer.Option("--now", metavar="T", help=N_("Count until then."))]


@app.verb("due", N_("When a clock is due."), _BATCH)
def due(
    context: typer.Context,
    batch: Batch = False,
    calendar: CalendarFile = None,
    start: Start = "",
    target: Target = "",
    pause: Pause = None,
    stop: Stop = "",
    now: Now = "",
) -> int:
    """Say when a clock is due."""
    if batch:
        return _work_out_lines()
    case = _case(calendar, start, target, pause or [], stop, now)
    reckoned = case.answer()
    if Invocation.of(context).json:
        say_json(_answer(reckoned))
    elif reckoned.due_at is None:
        say(_("paused"))
    else:
        say(f"{reckoned.due_at.astimezone(ZoneInfo(case.calendar.zone)).isoformat()}")
    return 0


@app.verb("elapsed", N_("How much working time a clock has used up."), _BATCH)
def elapsed(
    context: typer.Context,
    batch: Batch = False,
    calendar: CalendarFile = None,
    start: Start = "",
    target: Target = "0s",
    pause: Pause = None,
    stop: Stop = "",
    now: Now = "",
) -> int:
    """Say how much time a clock has used up."""
    if batch:
        return _work_out_lines()
    reckoned = _case(calendar, start, target, pause or [], stop, now).answer()
    if Invocation.of(context).json:
        say_json(_answer(reckoned))
    else:
        say(duration(reckoned.elapsed_s))
    return 0


@app.verb(
    "explain",
    N_("Why the clocks of a ticket stand as they do, and why it has this owner."),
    N_(
        "With --json one object: number, lines, owner (who, team, rule, skill, level, event, at,"
        " by, considered)."
    ),
)
def explain(context: typer.Context, number: Number) -> None:
    """Explain a ticket's clocks and owner."""
    with at_desk(context) as at, at.reading() as reading:
        dossier = dossier_of(reading, number)
        now, zone = at.desk.now(), ZoneInfo(reading.settings().zone)
        names = Names.of(reading.all(Agent), reading.all(Team), reading.all(Category))
    lines = list(explained(dossier, now, lambda instant: when(instant, now, zone), names))
    if at.json:
        say_json({"number": number, "lines": lines, "owner": ownership(dossier)})
    else:
        say(f"#{number} {dossier.ticket.subject}", *lines)


def _work_out_lines() -> int:
    """Answer each line of standard input; 2 if one of them was wrong."""
    wrong = False
    for line in sys.stdin:
        if not line.strip():
            continue
        said: Any = None
        try:
            said = json.loads(line)
            answer = _answer(case_from(said, _holidays).answer())
        except json.JSONDecodeError as error:
            answer, wrong = {"error": _("not JSON: {fault}").format(fault=error.msg)}, True
        except BadInput as error:
            answer, wrong = {"error": told(error)}, True
        say_json({"id": said.get("id") if isinstance(said, dict) else None, **answer})
    return 2 if wrong else 0


def _answer(reckoned: Reckoned) -> dict[str, Any]:
    return {
        "due_at": instant(reckoned.due_at),
        "breach_at": instant(reckoned.breach_at),
        "elapsed_seconds": reckoned.elapsed_s,
    }


def _case(
    file: Path | None, start: str, target: str, pauses: Sequence[str], stop: str, now: str
) -> Case:
    calendar = _calendar(file)
    zone = ZoneInfo(calendar.zone)
    if not start:
        raise BadInput(
            N_("It is not said when the clock began."), N_("Use --start T, or --batch for lines.")
        )
    events = sorted(_pauses(pauses, zone), key=lambda event: event[1])
    if stop:
        events.append((Happening.STOP, moment(stop, zone, "--stop")))
    return Case(
        calendar,
        moment(start, zone, "--start"),
        seconds_for("--target")(target),
        tuple(events),
        moment(now, zone, "--now") if now else None,
    )


def _pauses(pauses: Sequence[str], zone: ZoneInfo) -> Iterator[tuple[Happening, Any]]:
    for pause in pauses:
        begin, dots, end = pause.partition("..")
        if not dots:
            raise BadInput(N_("The pause “{pause}” has no end."), N_("Write A..B."), pause=pause)
        yield Happening.PAUSE, moment(begin, zone, "--pause")
        if end:
            yield Happening.RESUME, moment(end, zone, "--pause")


def _calendar(file: Path | None) -> ShopCalendar:
    if file is None:
        return calendar_from({})
    try:
        facts = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(N_("{file} is no TOML: {fault}"), file=str(file), fault=str(error)) from None
    return calendar_from(facts, key=file.stem, public_holidays=_holidays)


@cache
def _holidays(country: str) -> tuple[Sequence[date], Sequence[date]]:
    from tuiticket.bootstrap import public_holidays  # with the store, which else is not needed

    this = date.today().year  # noqa: DTZ011 - only which years to ask for
    return public_holidays(country, range(this - YEARS_AROUND, this + YEARS_AROUND + 1))
