"""`tuiticket work`: what falls due is done as it falls due, until a signal ends it."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from tuiticket.cli.at_desk import at_desk
from tuiticket.cli.grammar import Noun
from tuiticket.cli.outcome import LONGEST
from tuiticket.cli.printing import on_terminal, say, say_json
from tuiticket.cli.shapes import event as shape
from tuiticket.engine.desk import Desk, Outcome
from tuiticket.engine.errors import N_, DeskError
from tuiticket.engine.model.category import Category
from tuiticket.engine.model.event import Event
from tuiticket.engine.model.people import Agent, Team
from tuiticket.engine.rules.safetext import one_line
from tuiticket.event_words import Names, sentence
from tuiticket.i18n import _
from tuiticket.wording import told

app = Noun()

BEAT_S = 1
"""Seconds between two looks at what is due."""

HAND_OUT_S = 30
"""Seconds between two offers of what waits unassigned."""

LONGEST_PAUSE_S = 30
"""Seconds to wait at most for a desk that refuses, before it is tried again."""

GRACE_S = 0.8
"""Seconds that what is being done has to come to its end; what is cut off was never done."""

ENDING = (signal.SIGINT, signal.SIGTERM)
"""Signals that end the work."""


@app.verb(
    "work",
    N_(
        "Keep running and do what falls due: reminders, escalation, closing, archiving, handing"
        " out.\n\nEnds on SIGTERM or ctrl+c. Any number may run at once, also beside consoles. On a"
        " terminal it says what it does."
    ),
    N_("With --json one object a line for all that it does, in the shape of “log show”."),
)
def work(
    context: typer.Context,
    verbose: Annotated[
        bool, typer.Option("--verbose", help=N_("Say what is done, terminal or not."))
    ] = False,
) -> None:
    """Tend the desk until a signal comes."""
    news: News = SimpleQueue()
    with _heeding(lambda: news.put(None)), at_desk(context) as at:
        loud = verbose or on_terminal()
        if loud and not at.json:
            say(_("At work; ctrl+c ends it."))
        worker = Worker(at.desk, news)
        worker.start()
        while (heard := news.get()) is not None:
            _tell(heard, loud=loud, json=at.json)
        worker.leave()
        while not news.empty():
            if (heard := news.get()) is not None:
                _tell(heard, loud=loud, json=at.json)


def _tell(heard: Done | DeskError, *, loud: bool, json: bool) -> None:
    if isinstance(heard, DeskError):
        typer.echo(f"tuiticket: {one_line(told(heard), LONGEST)}", err=True)
    elif json:
        for happened in heard.events:
            say_json(shape(happened))
    elif loud:
        say(*heard.lines())


@dataclass(frozen=True, slots=True)
class Done:
    """What one act did, with what is needed to tell it: names, and the shop's time zone."""

    events: tuple[Event, ...]
    names: Names
    zone: ZoneInfo

    def lines(self) -> Iterator[str]:
        """One line for each thing done."""
        for event in self.events:
            at = event.at.astimezone(self.zone)
            yield f"{at:%H:%M:%S}  #{event.ticket_id}  {sentence(event, self.names)}"


News = SimpleQueue[Done | DeskError | None]
"""What was done, what could not be done, and None where the work ends."""


class Worker(threading.Thread):
    """Tends a desk in a thread of its own, so that a signal need not wait for a locked desk.

    What it does goes to `news`, and None if it ends by itself.
    """

    def __init__(self, desk: Desk, news: News) -> None:
        super().__init__(name="worker", daemon=True)
        self._desk = desk
        self._news = news
        self._ending = threading.Event()
        self._hand_out_at = time.monotonic()

    def run(self) -> None:
        """Tend the desk once a beat; after a failure wait longer, then go on."""
        pause = 0
        try:
            while not self._ending.wait(pause):
                try:
                    self._tend()
                    pause = BEAT_S
                except DeskError as error:
                    self._news.put(error)
                    pause = min(max(2 * pause, BEAT_S), LONGEST_PAUSE_S)
        finally:
            self._news.put(None)

    def leave(self) -> None:
        """Begin nothing new; what is being done has `GRACE_S` to come to its end."""
        self._ending.set()
        self.join(GRACE_S)

    def _tend(self) -> None:
        hand_out = time.monotonic() >= self._hand_out_at
        for outcome in self._desk.tend(hand_out=hand_out):
            if outcome.events:
                self._news.put(self._done(outcome))
            if self._ending.is_set():
                return
        if hand_out:
            self._hand_out_at = time.monotonic() + HAND_OUT_S

    def _done(self, outcome: Outcome) -> Done:
        with self._desk.reading() as reading:
            names = Names.of(reading.all(Agent), reading.all(Team), reading.all(Category))
            return Done(outcome.events, names, ZoneInfo(reading.settings().zone))


@contextmanager
def _heeding(end: Callable[[], None]) -> Iterator[None]:
    """Call `end` for each of the signals that end the work, for as long as the block lasts.

    A handler may come in the middle of anything, so `end` must be reentrant, as a SimpleQueue is.
    """
    before = {number: signal.signal(number, lambda *_: end()) for number in ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
