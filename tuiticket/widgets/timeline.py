"""The story of a ticket: who said what and when, and what was done in between.

Quoted mail, long texts and runs of steps are folded; one key or a click unfolds them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from tuiticket.cells import drawable
from tuiticket.engine.model.event import Event
from tuiticket.engine.model.message import Attachment, Direction, Message
from tuiticket.event_words import NO_NAMES, Names, actor, sentence
from tuiticket.i18n import _, ngettext
from tuiticket.widgets.page import BLANK, Line, Page, Piece, aside, line
from tuiticket.widgets.timeline_entries import Done, Entry, Said
from tuiticket.widgets.wrapping import wrap
from tuiticket.wording import duration, label, when

BAR = "▌"
FOLDED, UNFOLDED = "▸", "▾"
FEW_STEPS = 2
"""Steps shown one by one; more than these are folded into a line."""
SHORT = 4_000
"""Characters of a text shown before it is unfolded."""
LONG = 200_000
"""Characters of a text shown at most."""
WIDEST = 110
"""Cells a line has at most: longer ones are hard to read."""

_BARS = {Direction.IN: "title", Direction.OUT: "mine", Direction.NOTE: "note"}


@dataclass(frozen=True, slots=True)
class Fold:
    """Something that can be folded: the quote or body of a message, or the run of steps."""

    part: str
    id: int


class Timeline(Page):
    """The messages and steps of one ticket."""

    def __init__(self, classes: str | None = None) -> None:
        super().__init__(classes)
        self.entries: tuple[Entry, ...] = ()
        self.all_unfolded = False
        self._unfolded: set[Fold] = set()
        self._names = NO_NAMES
        self._now: datetime | None = None
        self._zone = ZoneInfo("UTC")

    def show(self, story: tuple[Entry, ...], names: Names, now: datetime, zone: ZoneInfo) -> None:
        """Tell this story; where it grew, the page stays where it is read."""
        self.entries, self._names, self._now, self._zone = story, names, now, zone
        self.renew()

    def to_newest(self) -> None:
        """Scroll to the end, but no further than the head of the newest message."""
        self.call_after_refresh(self._to_newest)

    def _to_newest(self) -> None:
        heads = [y for y, row in enumerate(self.lines) if isinstance(row.target, int)]
        self.scroll_to(y=heads[-1] if heads else 0, animate=False)

    def toggle_all(self) -> None:
        """Unfold everything, or fold it again."""
        self.all_unfolded = not self.all_unfolded
        self._unfolded.clear()
        self.renew()

    def on_page_clicked(self, message: Page.Clicked) -> None:
        """A click on a fold opens or closes it."""
        message.stop()
        if isinstance(message.target, Fold):
            self._unfolded ^= {message.target}
            self.renew()

    def compose_lines(self, width: int) -> Iterator[Line]:
        """The story, broken to the width."""
        width = min(width, WIDEST)
        for entry in self.entries:
            match entry:
                case Said():
                    yield from self._said(entry, width)
                    yield BLANK
                case Done():
                    yield from self._done(entry.events, width)
                    yield BLANK

    def _open(self, fold: Fold) -> bool:
        return self.all_unfolded != (fold in self._unfolded)

    def _said(self, said: Said, width: int) -> Iterator[Line]:
        message = said.message
        bar = Piece(BAR + " ", _BARS[message.direction])
        heading = (bar, Piece(said.who, "strong"), Piece(_about(message), "quiet"))
        yield aside(heading, self._at(message.at), width, target=message.id)
        pale = message.automatic is not None or message.withdrawn_at is not None
        room = max(2, width - 2)
        for row in self._body(message, room):
            yield Line(
                (
                    bar,
                    *(Piece(text, look or ("quiet" if pale else "")) for text, look in row.pieces),
                ),
                row.target,
            )
        if message.quoted:
            yield from self._quote(message, bar, room)
        for file in said.files:
            yield line(bar, *(Piece(text, "quiet") for text in wrap(_file(file), room)[:1]))

    def _body(self, message: Message, room: int) -> Iterator[Line]:
        text = drawable(message.body).strip("\n")
        fold = Fold("body", message.id)
        limit = LONG if self._open(fold) else SHORT
        if message.withdrawn_at is not None and limit == SHORT:
            limit = len(text.partition("\n")[0])
        if limit < len(text) <= limit * 5 // 4:
            limit = len(text)
        yield from (line(row) for row in wrap(text[:limit], room))
        if rest := len(text) - limit if len(text) > limit else 0:
            more = ngettext("{n:,} character more", "{n:,} characters more", rest)
            yield line(Piece(f"{FOLDED} {more.format(n=rest)}", "title"), target=fold)

    def _quote(self, message: Message, bar: Piece, room: int) -> Iterator[Line]:
        fold = Fold("quote", message.id)
        text = drawable(message.quoted)[:LONG].strip("\n")
        count = text.count("\n") + 1
        sign = UNFOLDED if self._open(fold) else FOLDED
        words = ngettext("{n} quoted line", "{n} quoted lines", count).format(n=count)
        yield line(bar, Piece(f"{sign} {words}", "quiet"), target=fold)
        if self._open(fold):
            yield from (line(bar, Piece(row, "quiet")) for row in wrap(text, room))

    def _done(self, events: tuple[Event, ...], width: int) -> Iterator[Line]:
        fold = Fold("steps", events[0].id)
        if len(events) <= FEW_STEPS or self._open(fold):
            target = fold if len(events) > FEW_STEPS else None
            for event in events:
                step = Piece(f"  {self._step(event)}", "quiet")
                yield aside((step,), self._at(event.at), width, target=target)
            return
        count = ngettext("{n} step", "{n} steps", len(events)).format(n=len(events))
        steps = " · ".join(self._step(event) for event in events)
        folded = Piece(f"{FOLDED} {count}: {steps}", "quiet")
        yield aside((folded,), self._at(events[-1].at), width, target=fold)

    def _step(self, event: Event) -> str:
        return f"{actor(event, self._names)} {sentence(event, self._names)}"

    def _at(self, instant: datetime) -> Piece:
        return Piece(when(instant, self._now or instant, self._zone), "quiet")


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
    return "".join(f" · {fact}" for fact in facts)


def _file(file: Attachment) -> str:
    """An attachment in one line."""
    name = " ".join(drawable(file.name).split())
    words = _("file: {name} ({size})").format(name=name, size=_size(file.size))
    return f"{words} · {file.skipped}" if file.skipped else words


def _size(octets: int) -> str:
    for unit, factor in (("MB", 1_000_000), ("KB", 1_000)):
        if octets >= factor:
            return f"{octets / factor:.3g} {unit}"
    return f"{octets} B"
