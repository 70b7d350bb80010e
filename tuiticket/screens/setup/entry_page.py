"""One entry of the set-up for reading: its fields in words, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tuiticket.cells import drawable, fit
from tuiticket.engine.declared.declaring import declare
from tuiticket.engine.declared.faults import Faults
from tuiticket.engine.declared.section import Section, World
from tuiticket.engine.declared.sections.calendars import calendar_of
from tuiticket.engine.model.calendar import DayKind
from tuiticket.engine.rules.shop_hours import day_kind, working_hours
from tuiticket.i18n import _
from tuiticket.setup_file.draft import Entry
from tuiticket.setup_file.field_words import Called, caption, in_words
from tuiticket.widgets.page import BLANK, Line, Piece, line
from tuiticket.widgets.wrapping import wrap
from tuiticket.wording import label, weekday

CAPTION = 16
"""Cells of the column with the names of the fields."""

DAYS_SHOWN = 14


def entry_lines(
    section: Section, entry: Entry, called: Called, wrong: dict[str, str], width: int
) -> Iterator[Line]:
    """Each field that says something, and what is wrong with it; `called` names what it links."""
    said = False
    for field in section.fields:
        text = in_words(field.shape, entry.get(field.name), called) if field.written else ""
        rows = wrap(drawable(text), max(2, width - CAPTION)) if text else []
        if field.name in wrong:
            rows = rows or ["–"]
        for number, row in enumerate(rows):
            name = fit(_(caption(field.name)), CAPTION) if not number else " " * CAPTION
            yield line(Piece(name, "quiet"), Piece(row))
            said = True
        if field.name in wrong:
            for row in wrap(drawable(wrong[field.name]), max(2, width - CAPTION)):
                yield line(" " * CAPTION, Piece(row, "late"))
    if not said:
        yield line(Piece(_("It says nothing yet."), "quiet"))


def calendar_picture(key: str, entry: Entry, world: World) -> Sequence[Line]:
    """The hours of the next two weeks, a line a day, each hour one sign; () for wrong hours."""
    faults = Faults()
    declared = declare({"calendars": {key: entry}}, world, faults)
    if faults:
        return ()
    calendar = calendar_of(key, declared.sections["calendars"][key])
    today = world.now.astimezone(ZoneInfo(calendar.zone)).date()
    hours = working_hours(calendar)
    ruler = "".join(f"{hour:<6}" for hour in (0, 6, 12, 18))
    pictured: list[Line] = [
        BLANK,
        line(Piece(_("The next two weeks"), "title")),
        line(Piece(" " * 11 + ruler, "quiet")),
    ]
    for ahead in range(DAYS_SHOWN):
        day = today + timedelta(days=ahead)
        kind = day_kind(calendar, day)
        pictured.append(
            line(
                Piece(fit(weekday(day), 5), "quiet"),
                Piece(f"{day:%m-%d} ", "quiet"),
                *_bar(hours.hours(day)),
                Piece(f"  {label(kind)}" if kind is not DayKind.WEEK else "", "soon"),
            )
        )
    return pictured


def _bar(spans: Any) -> Iterator[Piece]:
    """24 signs: full where the hour is open, half where a part of it is."""
    for hour in range(24):
        start, end = hour * 3600, hour * 3600 + 3600
        open_s = sum(max(0, min(end, b) - max(start, a)) for a, b in spans)
        if open_s == 3600:
            yield Piece("█", "mine")
        else:
            yield Piece("▄", "mine") if open_s else Piece("·", "quiet")
