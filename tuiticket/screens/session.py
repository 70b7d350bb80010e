"""One person's sitting at the desk: one thread that writes, in order, and a few that read.

The store may block (a lock, a slow disk), so the thread that paints never calls it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar
from zoneinfo import ZoneInfo

from tuiticket.engine.commands.command import Command
from tuiticket.engine.desk import Desk, Outcome
from tuiticket.engine.model.event import Event
from tuiticket.engine.model.people import Agent, Via
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.ports import Reading

T = TypeVar("T")

READERS = 2
"""Threads that read: one for what the person waits for, one for what refreshes by itself."""

MOST_CHANGES = 2_000
"""Events read at once when others changed the desk; more wait for the next look."""

_OF_PEOPLE = ("agent.", "desk.undone", "desk.redone")
"""Events after which one's own account may be another."""


class Session:
    """A desk in use by `me`; None is a wall board nobody acts on.

    `settings` are the desk's as they were at the start. Build it in a thread: it reads the store.
    """

    def __init__(self, desk: Desk, login: str | None) -> None:
        self.desk = desk
        self._actor = desk.actor(login, Via.CONSOLE) if login else None
        with desk.reading() as reading:
            self.settings: Settings = reading.settings()
            self.me: Agent | None = reading.find(Agent, login=login)[0] if login else None
            self._last_event = reading.log_head()[0]
        self.zone = ZoneInfo(self.settings.zone)
        self._version = desk.data_version()
        self._writer = ThreadPoolExecutor(1, "desk-writer")
        self._readers = ThreadPoolExecutor(READERS, "desk-reader")

    def ask(self, question: Callable[[Reading], T]) -> asyncio.Future[T]:
        """The answer to a question about the desk; raises the DeskError the question raises."""
        return asyncio.get_running_loop().run_in_executor(self._readers, self._answer, question)

    def do(self, *commands: Command, fitting: bool = False) -> asyncio.Future[Outcome]:
        """Have commands carried out as one act by me, after all that was asked for before."""
        assert self._actor is not None, "a wall board does nothing"
        act = partial(self.desk.do, *commands, by=self._actor, fitting=fitting)
        return asyncio.get_running_loop().run_in_executor(self._writer, act)

    def tick(self, *, hand_out: bool) -> asyncio.Future[tuple[int, ...]]:
        """Do what is due, after all that was asked for before."""
        act = partial(self.desk.tick, hand_out=hand_out)
        return asyncio.get_running_loop().run_in_executor(self._writer, act)

    async def changes(self, *, sure: bool = False) -> tuple[Event, ...]:
        """What happened at the desk since the last look, by anybody.

        Costs microseconds when nothing did; `sure` looks even where no other process wrote.
        """
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._look, sure)

    def close(self) -> None:
        """Finish what was asked for, then let go of the desk."""
        self._writer.shutdown(wait=True)
        self._readers.shutdown(wait=True, cancel_futures=True)
        self.desk.close()

    def _answer(self, question: Callable[[Reading], T]) -> T:
        with self.desk.reading() as reading:
            return question(reading)

    def _look(self, sure: bool) -> tuple[Event, ...]:
        version = self.desk.data_version()
        if version == self._version and not sure:
            return ()
        self._version = version
        with self.desk.reading() as reading:
            events = tuple(reading.events(self._last_event, limit=MOST_CHANGES))
            if events:
                self._last_event = events[-1].id
            if self.me and any(event.kind.startswith(_OF_PEOPLE) for event in events):
                self.me = reading.find(Agent, login=self.me.login)[0]
        if len(events) == MOST_CHANGES:
            self._version = -1
        return events
