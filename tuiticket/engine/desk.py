"""The face of the engine: the one place where commands are carried out and the desk is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime

from tuiticket.engine.alone import Alone
from tuiticket.engine.commands.clockwork import Tick
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.offering import HandOut, teams_of
from tuiticket.engine.errors import N_, DeskError, Refused, Stale, Unknown
from tuiticket.engine.model.event import Event
from tuiticket.engine.model.people import Actor, Agent, Via
from tuiticket.engine.ports import Phones, Presence, Reading, Store, Transaction
from tuiticket.engine.rules.chain import Break, first_break
from tuiticket.engine.rules.contacts import Address, recognise
from tuiticket.engine.rules.permissions import Permission, require
from tuiticket.engine.rules.shop_hours import Calendars
from tuiticket.engine.settle import settle
from tuiticket.engine.watchers import tell_watchers
from tuiticket.engine.work import Work

TIMER = Actor.system(Via.TIMER)
"""Who acts where nothing but time has passed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did: its act (by which it is undone), its events, the tickets it touched.

    `left_out` says why commands were left out, where only those that fit were asked for.
    """

    act: int | None
    events: tuple[Event, ...]
    tickets: tuple[int, ...]
    left_out: tuple[DeskError, ...] = ()


class Desk:
    """A helpdesk on a store, with a clock of its own.

    `clock` gives the present instant in UTC; `phones` normalises phone numbers; `presence` knows
    who is at which ticket now.
    """

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime],
        phones: Phones,
        presence: Presence | None = None,
    ) -> None:
        self.presence = presence or Alone()
        self._store = store
        self._clock = clock
        self._phones = phones

    def now(self) -> datetime:
        """The present instant, in whole seconds UTC."""
        return self._clock().replace(microsecond=0)

    def calendars(self) -> Calendars:
        """The working hours its clocks count by, as they are now."""
        with self.reading() as reading:
            return reading.calendars()

    def recognise(self, contact: str) -> Address:
        """A contact as a person typed it, in its normal form; raises BadInput if it is none."""
        return recognise(contact, self._phones)

    def do(self, *commands: Command, by: Actor, fitting: bool = False) -> Outcome:
        """Carry out commands, in order, as one act: all of them or none.

        With `fitting` those that are refused or stale are left out, and told in the outcome; what
        they had begun to change is undone. Where that leaves none, the first reason is raised.

        What fell due before them is done before them, as an act of the timer: an answer that comes
        too late must not outrun the breach it comes after.

        Raises Refused if the actor may not, or any DeskError a command raises; then nothing
        changed.
        """
        for command in commands:
            require(by, command.permission)
        with self._store.transaction() as tx:
            now = self.now()
            if by.via is not Via.TIMER and tx.due(now, 1):
                self._act(tx, [Tick()], TIMER, now)
            return self._act(tx, commands, by, now, fitting=fitting)[0]

    def _act(
        self,
        tx: Transaction,
        commands: Sequence[Command],
        by: Actor,
        now: datetime,
        *,
        fitting: bool = False,
    ) -> list[Outcome]:
        """Carry out one act, and hand out what waits for those who have room again since.

        That is an act of its own, which an undo of the first does not take back. What the first
        was about is left alone, so that it can be undone.
        """
        work, outcome = self._carry_out(tx, commands, by, now, fitting=fitting)
        teams = teams_of(work, work.eased) if work.eased else frozenset()
        if not teams or not tx.unassigned(1, teams=teams):
            return [outcome]
        offer = HandOut(teams=teams, held=frozenset(work.touched))
        return [outcome, self._carry_out(tx, [offer], TIMER, now)[1]]

    def _carry_out(
        self,
        tx: Transaction,
        commands: Sequence[Command],
        by: Actor,
        now: datetime,
        *,
        fitting: bool = False,
    ) -> tuple[Work, Outcome]:
        work = Work(tx, by, now, self._phones)
        if fitting:
            left_out = _what_fits(work, commands)
        else:
            left_out = ()
            for command in commands:
                command.carry_out(work)
        settle(work)
        tell_watchers(work)
        work.write_log()
        act = work.events[0].act if work.events else None
        return work, Outcome(act, tuple(work.events), tuple(work.touched), left_out)

    def tick(self, *, hand_out: bool = True) -> tuple[int, ...]:
        """Do all that is due by now, and offer what waits unassigned; the tickets it touched."""
        acts = self.tend(hand_out=hand_out)
        return tuple(dict.fromkeys(number for act in acts for number in act.tickets))

    def tend(self, *, hand_out: bool = True) -> Iterator[Outcome]:
        """Do what `tick` does one act at a time, so that one may tell of each or stop between.

        Looks before it writes: with nothing due no lock is taken. Safe to call from any number of
        processes at once.
        """
        while self._anything(lambda reading: bool(reading.due(self.now(), 1))):
            yield from self._by_itself(Tick())
        if hand_out and self._anything(lambda reading: bool(reading.unassigned(1))):
            while handed := [one for one in self._by_itself(HandOut()) if one.events]:
                yield from handed

    def _by_itself(self, command: Command) -> list[Outcome]:
        with self._store.transaction() as tx:
            return self._act(tx, [command], TIMER, self.now())

    def _anything(self, asked: Callable[[Reading], bool]) -> bool:
        with self.reading() as reading:
            return asked(reading)

    def reading(self) -> AbstractContextManager[Reading]:
        """A consistent look at the desk for as long as the block lasts."""
        return self._store.reading()

    def actor(self, login: str, via: Via) -> Actor:
        """The member of staff with that login, ready to act; raises Unknown."""
        with self.reading() as reading:
            found = reading.find(Agent, login=login)
        if not found:
            raise Unknown(
                N_("Nobody here has the login “{login}”."),
                N_("Name yourself with --as LOGIN, or add an account: tuiticket agent add LOGIN"),
                login=login,
            )
        return Actor(login, found[0].role, found[0].id, via)

    def verify_log(self) -> Break | None:
        """Walk the whole log; the first line that does not hold, or None."""
        with self.reading() as reading:
            return first_break(reading.sealed_lines(), reading.log_head())

    def reindex(self, by: Actor) -> Iterator[tuple[int, int]]:
        """Build the search index anew; yields how many values are done, and of how many.

        Others may go on working. Nothing that anyone wrote is changed, so the log tells nothing of
        it. Raises Refused for whoever may not set the desk up.
        """
        require(by, Permission.SET_UP)
        yield from self._store.reindex()

    def data_version(self) -> int:
        """A number that changes whenever somebody else has changed the desk."""
        return self._store.data_version()

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()


def _what_fits(work: Work, commands: Sequence[Command]) -> tuple[DeskError, ...]:
    """Carry out what may be carried out now; why the others may not. Raises if none may."""
    left_out: list[DeskError] = []
    for command in commands:
        try:
            with work.attempt():
                command.carry_out(work)
        except (Refused, Stale) as error:
            left_out.append(error)
    if left_out and len(left_out) == len(commands):
        raise left_out[0]
    return tuple(left_out)
