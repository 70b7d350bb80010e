"""The lines of one entry of a ticket's story, each part told apart by sign, colour and word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from rich.cells import cell_len

from tuiticket.cells import drawable, shortened
from tuiticket.engine.model.event import Event
from tuiticket.engine.model.message import Attachment, Direction, Message
from tuiticket.engine.model.ticket import LIVE
from tuiticket.event_words import Names, actor, sentence
from tuiticket.i18n import _, ngettext
from tuiticket.widgets.page import BLANK, Line, Piece, aside, line
from tuiticket.widgets.timeline_entries import Done, Entry, Said
from tuiticket.widgets.timeline_parts import (
    FEW_STEPS,
    PAGE,
    File,
    Head,
    Opened,
    Part,
    Sort,
    Turn,
    first_shown,
    pointed_at,
    text_of,
)
from tuiticket.widgets.wrapping import wrap
from tuiticket.wording import duration, file_size, label, when

NAME = 12
"""Cells of the name of a file that are always shown."""

BAR = "▌"
FOLDED, UNFOLDED = "▸", "▾"

_LOOKS = {Direction.IN: "title", Direction.OUT: "mine", Direction.NOTE: "note"}
_SIGNS = {Direction.IN: "←", Direction.OUT: "→", Direction.NOTE: "✎"}
_CALL = "☏"
_STEP = "·"


@dataclass(frozen=True, slots=True)
class Telling:
    """How a story is told: by which names, seen when and where, in how many cells."""

    names: Names
    now: datetime
    zone: ZoneInfo
    width: int
    opened: Opened


def lines_of(entry: Entry, telling: Telling) -> Iterator[Line]:
    """The lines of an entry and a blank one."""
    match entry:
        case Said():
            yield from _said(entry, telling)
        case Done():
            yield from _done(entry.events, telling)
    yield BLANK


def _said(said: Said, telling: Telling) -> Iterator[Line]:
    message = said.message
    bar = Piece(BAR + " ", _LOOKS[message.direction])
    sign = Piece(_sign(message) + " ", _LOOKS[message.direction])
    heading = (bar, sign, Piece(drawable(said.who), "strong"), Piece(_about(message), "quiet"))
    head = Head(Part(Sort.MESSAGE, message.id))
    yield aside(heading, _at(message.at, telling), telling.width, target=head)
    pale = message.automatic is not None or message.withdrawn_at is not None
    yield from _text(message, Sort.BODY, bar, "quiet" if pale else "", telling)
    if message.quoted:
        yield _quote_head(message, bar, telling)
        yield from _text(message, Sort.QUOTE, bar, "quiet", telling)
    for file in said.files:
        room = telling.width - cell_len(bar.text) - 1
        told = Piece(_file(file, room), "title")
        yield aside((bar, told), Piece(""), telling.width, target=File(file.id))


def _text(message: Message, sort: Sort, bar: Piece, look: str, telling: Telling) -> Iterator[Line]:
    """As much of a part as is unfolded, and what one more unfolding would show."""
    part, text, room = Part(sort, message.id), text_of(message, sort), max(2, telling.width - 2)
    pages = telling.opened.get(part, 0)
    shown = pages * PAGE if pages else first_shown(message, sort)
    for start in range(0, min(shown, len(text)), PAGE):
        for row in _rows(text[start : min(start + PAGE, shown)], room):
            yield line(bar, Piece(row, look))
    rest = len(text) - shown
    if rest > 0 and (pages or sort is Sort.BODY):
        more = ngettext("{n:,} character more", "{n:,} characters more", rest).format(n=rest)
        yield line(bar, Piece(f"{FOLDED} {more}", "title"), target=Turn(part, pages + 1))


def _quote_head(message: Message, bar: Piece, telling: Telling) -> Line:
    part = Part(Sort.QUOTE, message.id)
    count = text_of(message, Sort.QUOTE).count("\n") + 1
    words = ngettext("{n} quoted line", "{n} quoted lines", count).format(n=count)
    opened = bool(telling.opened.get(part))
    sign = UNFOLDED if opened else FOLDED
    return line(bar, Piece(f"{sign} {words}", "quiet"), target=Turn(part, 0 if opened else 1))


@lru_cache(maxsize=128)
def _rows(text: str, room: int) -> tuple[str, ...]:
    """Some text broken into lines: the one thing here that takes long where a text is long."""
    return tuple(wrap(drawable(text), room))


def _done(events: tuple[Event, ...], telling: Telling) -> Iterator[Line]:
    if len(events) <= FEW_STEPS:
        yield from (_step(event, telling) for event in events)
        return
    part = Part(Sort.STEPS, events[0].id)
    count = ngettext("{n} step", "{n} steps", len(events)).format(n=len(events))
    if telling.opened.get(part):
        yield line(Piece(f"{UNFOLDED} {count}", "quiet"), target=Head(part))
        yield from (_step(event, telling) for event in events)
        return
    steps = " · ".join(_told(event, telling.names) for event in events)
    told = _("{count}: {steps}").format(count=count, steps=steps)
    folded = Piece(f"{FOLDED} {told}", "quiet")
    yield aside((folded,), _at(events[-1].at, telling), telling.width, target=Head(part))


def _step(event: Event, telling: Telling) -> Line:
    told = Piece(f"{_STEP} {_told(event, telling.names)}", "quiet")
    return aside((told,), _at(event.at, telling), telling.width)


def _told(event: Event, names: Names) -> str:
    return f"{actor(event, names)} {sentence(event, names)}"


def _at(instant: datetime, telling: Telling) -> Piece:
    return Piece(when(instant, telling.now, telling.zone), "quiet")


def _sign(message: Message) -> str:
    """The sign of who speaks to whom; a call of the customer has one of its own."""
    called = message.direction is Direction.IN and message.channel in LIVE
    return _CALL if called else _SIGNS[message.direction]


def _about(message: Message) -> str:
    """What is to be known of a message beside its words."""
    facts = [label(message.channel)]
    if message.direction is not Direction.IN:
        facts.insert(0, label(message.direction))
    if message.direction is Direction.NOTE:
        facts.pop()
    if message.seconds is not None:
        facts.append(duration(message.seconds))
    if message.automatic is not None:
        facts.append(_("automatic: {reason}").format(reason=message.automatic))
    if message.withdrawn_at is not None:
        facts.append(_("withdrawn"))
    return drawable("".join(f" · {fact}" for fact in facts))


def _file(file: Attachment, room: int) -> str:
    """An attachment in one line: what it is called, how large it is and of what type.

    A long name gives way, so that the rest is seen.
    """

    def told(name: str) -> str:
        facts = (
            _("file: {name} ({size})").format(name=name, size=file_size(file.size)),
            file.media_type,
            _("not kept: {reason}").format(reason=_(file.skipped)) if file.skipped else "",
        )
        return drawable(" · ".join(fact for fact in facts if fact))

    name = one_name(file)
    return told(shortened(name, max(NAME, room - cell_len(told("")))))


def one_name(file: Attachment) -> str:
    """The name of an attachment on one line."""
    return " ".join(drawable(file.name).split())


def words_of(entry: Entry, names: Names) -> str:
    """What an entry says, to be copied: a message's own words, or the steps in words."""
    if isinstance(entry, Said):
        return drawable(entry.message.body).strip("\n")
    return "\n".join(_told(event, names) for event in entry.events)


def entry_at(entries: tuple[Entry, ...], part: Part | None) -> Entry | None:
    """The entry the cursor stands on, None if there is none such."""
    return next((one for one in entries if part and pointed_at(one) == part), None)
