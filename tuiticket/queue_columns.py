"""What each column of a list of tickets says, and which columns fit a width.

Pure text, measured in terminal cells (a Chinese character takes two); drawing it is the business of
the console's table and of the command line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, StrEnum
from functools import lru_cache, partial

from rich.cells import cell_len

from tuiticket.cells import drawable
from tuiticket.engine.errors import N_
from tuiticket.engine.model.queue import QueueLine
from tuiticket.engine.model.ticket import ACTIVE, Channel, Kind, Priority, State
from tuiticket.engine.rules.clocks import remaining
from tuiticket.engine.rules.safetext import one_line
from tuiticket.engine.rules.shop_hours import Calendars
from tuiticket.i18n import _
from tuiticket.wording import DAY, HOUR, MINUTE, age, countdown, label

LONGEST = 200
"""Characters of a subject or name that are looked at; no column is wider."""

_PRIORITIES = {Priority.URGENT: "▲▲", Priority.HIGH: "▲", Priority.NORMAL: "", Priority.LOW: "▽"}
_STATES = {
    State.NEW: N_("new"),
    State.OPEN: N_("open"),
    State.WAITING_CUSTOMER: N_("customer…"),
    State.WAITING_THIRD: N_("third party…"),
    State.REVIEW: N_("in review"),
    State.SOLVED: N_("solved"),
    State.CLOSED: N_("closed"),
    State.ARCHIVED: N_("archived"),
    State.SPAM: N_("spam"),
}
"""States in short; the dots say for whom the ticket waits."""


def state_in_short(state: State) -> str:
    """A state in at most twelve cells, where the whole word would leave no room for others."""
    return _(_STATES[state])


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the list, and when: `teams` are the names of the teams by their key.

    `calendars` are the working hours that the clocks count by.
    """

    now: datetime
    login: str = ""
    teams: Mapping[str, str] = field(default_factory=dict)
    calendars: Calendars = field(default_factory=Calendars)


class Tone(StrEnum):
    """How a ticket's clock stands; colour shows it beside what the text says."""

    LATE = "late"
    SOON = "soon"
    RUNNING = "running"
    RESTING = "resting"


def seconds_left(line: QueueLine, reader: Reader) -> int | None:
    """Working seconds until the next clock is due, negative once late; None if none runs."""
    if line.next_due_at is None:
        return None
    return remaining(line.next_due_at, reader.now, reader.calendars.of(line.next_calendar_id))


def tone(line: QueueLine, reader: Reader) -> Tone:
    """Late, in the last hour, running, or resting."""
    left = seconds_left(line, reader)
    if left is None:
        return Tone.RESTING
    if left < 0:
        return Tone.LATE
    return Tone.SOON if left < HOUR else Tone.RUNNING


def clock(line: QueueLine, reader: Reader) -> str:
    """The clock: time left, what a paused one has left, or the state that ended it."""
    left = seconds_left(line, reader)
    if left is not None:
        return countdown(left)
    if line.paused_left_s is not None:
        return _("paused {left}").format(left=_coarse(line.paused_left_s))
    return "–" if line.state in ACTIVE else label(line.state)


def _coarse(seconds: int) -> str:
    """A span in its largest unit, so that "paused" fits before it."""
    sign, span = ("-", -seconds) if seconds < 0 else ("", seconds)
    for unit, size in (("d", DAY), ("h", HOUR)):
        if span >= size:
            return f"{sign}{span // size}{unit}"
    return f"{sign}{span // MINUTE}m"


@lru_cache(maxsize=5_000)
def steady(text: str) -> str:
    """Customer text on one line, of characters whose width every terminal agrees on."""
    return drawable(one_line(text, LONGEST))


def _customer(line: QueueLine, _reader: Reader) -> str:
    name = steady(line.customer)
    return f"{name} ·{steady(line.customer_tags[0])}" if line.customer_tags else name


def _last(line: QueueLine, reader: Reader) -> str:
    if line.last_message_at is None:
        return ""
    return ("← " if line.unanswered_since else "  ") + age(line.last_message_at, reader.now)


def _widest(words: Iterable[str]) -> int:
    return max(map(cell_len, words))


def _words(kind: type[Enum]) -> int:
    return _widest(map(label, kind))


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its `title` (a template), its text, and how many cells that wants at least.

    `room` is how wide the subject must still be for the column to be shown.
    """

    key: str
    title: str
    text: Callable[[QueueLine, Reader], str]
    width: Callable[[], int]
    room: int = 0


CLOCK = Column("clock", N_("SLA"), clock, lambda: 10)
SUBJECT = Column("subject", N_("Subject"), lambda line, _reader: steady(line.subject), lambda: 24)

COLUMNS: tuple[Column, ...] = (
    CLOCK,
    Column("priority", "!", lambda line, _reader: _PRIORITIES[line.priority], lambda: 2),
    Column("number", "#", lambda line, _reader: str(line.id), lambda: 6),
    SUBJECT,
    Column("customer", N_("Customer"), _customer, lambda: 14, 26),
    Column("kind", N_("Kind"), lambda line, _r: label(line.kind), partial(_words, Kind), 34),
    Column(
        "state",
        N_("State"),
        lambda line, _r: state_in_short(line.state),
        lambda: _widest(map(state_in_short, _STATES)),
        40,
    ),
    Column(
        "order",
        N_("Order"),
        lambda line, _r: steady(line.order_number or ""),
        lambda: 10,
        48,
    ),
    Column(
        "team",
        N_("Team"),
        lambda line, reader: steady(reader.teams.get(line.team or "", line.team or "–")),
        lambda: 12,
        36,
    ),
    Column("owner", N_("Owner"), lambda line, _r: line.owner or "–", lambda: 8, 24),
    Column(
        "channel",
        N_("Channel"),
        lambda line, _r: label(line.channel),
        partial(_words, Channel),
        44,
    ),
    Column("tags", N_("Tags"), lambda line, _r: steady(" ".join(line.tags)), lambda: 14, 56),
    Column(
        "opened",
        N_("Opened"),
        lambda line, reader: age(line.created_at, reader.now),
        lambda: 3,
        56,
    ),
    Column("last", N_("Last"), _last, lambda: 6, 20),
)
"""All columns, in the order in which they stand."""

# A wider terminal only ever adds to what a narrower one shows.
_FIRST_TO_COME = (
    "last",
    "owner",
    "customer",
    "team",
    "kind",
    "state",
    "channel",
    "order",
    "tags",
    "opened",
)
_SPARE = {"customer": 24, "team": 16}
"""How wide these may grow where the subject has plenty."""

PLENTY = 45
"""Cells beyond which a subject gives to others."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A column with the width it got."""

    column: Column
    width: int


def laid_out(width: int) -> Sequence[Placed]:
    """The columns that fit, with their widths; one cell between two of them.

    The clock, the priority, the number and the subject are always there.
    """
    widths = {c.key: max(c.width(), cell_len(_(c.title))) for c in COLUMNS}
    shown = {c.key for c in COLUMNS if not c.room}
    left = width - sum(widths[key] + 1 for key in shown - {"subject"})
    rooms = {c.key: c.room for c in COLUMNS}
    for key in _FIRST_TO_COME:
        if left - widths[key] - 1 < rooms[key]:
            break
        shown.add(key)
        left -= widths[key] + 1
    for key, most in _SPARE.items():
        if key in shown and left > PLENTY:
            more = min(most - widths[key], left - PLENTY)
            widths[key] += more
            left -= more
    widths["subject"] = max(1, left)
    return [Placed(c, widths[c.key]) for c in COLUMNS if c.key in shown]
