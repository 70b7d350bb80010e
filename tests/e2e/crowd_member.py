"""One of a crowd: a process that does this and that at a shared desk until it has had enough.

Run by `tests.e2e.crowd`. It writes a line at a time: "done ACT MICROSECONDS" once the desk has said
that the act is done, "refused" where a rule forbade one, "locked" where the desk could not be had.
"""

from __future__ import annotations

import os
import random
import sqlite3
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from tuiticket.adapters.phones import phone_reader
from tuiticket.adapters.stems import stem
from tuiticket.db.store import open_store
from tuiticket.engine.commands.assignment import Accept, Assign, Release, Steal, Take, Transfer
from tuiticket.engine.commands.command import Command
from tuiticket.engine.commands.conversation import AddNote, Receive, Reply
from tuiticket.engine.commands.life import Move
from tuiticket.engine.commands.opening import OpenTicket
from tuiticket.engine.commands.people import SetAvailable
from tuiticket.engine.desk import Desk, Outcome
from tuiticket.engine.errors import DeskError
from tuiticket.engine.model.people import Actor, Agent, Team, Via
from tuiticket.engine.model.ticket import Channel, Kind, Priority, State, Ticket
from tuiticket.engine.rules.query import parse

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
OPENS, CLOSES = 8, 20
"""The hours, UTC, of those who work in shifts."""

SKILLED = "glass"
"""A category whose tickets take a skill."""

STRIDE = timedelta(seconds=90)
"""How far the time of the desk moves on with each line of its log."""

ANY = parse("")


class DeskTime:
    """The time of a desk that a crowd works on: it goes on with what happens, in every process.

    Whoever holds the desk's lock sees a time nobody saw before, as with one clock on the wall.
    """

    def __init__(self, file: Path) -> None:
        self._log = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True, isolation_level=None)

    def __call__(self) -> datetime:
        lines: int = self._log.execute("SELECT event_id FROM log_head").fetchone()[0]
        return START + lines * STRIDE

    def close(self) -> None:
        """Let go of the file."""
        self._log.close()


class Member:
    """Somebody who acts at random, now as this agent, now as that customer, now as the timer."""

    def __init__(self, desk: Desk, rng: random.Random) -> None:
        self._desk = desk
        self._rng = rng
        with desk.reading() as reading:
            self._logins = [agent.login for agent in reading.all(Agent)]
            self._teams = [team.key for team in reading.all(Team)]
        self._mail = Actor.system(Via.MAIL)

    def acts(self) -> Iterator[Outcome]:
        """Do one thing; the acts it took, each once it is done."""
        roll = self._rng.random()
        if roll < 0.2:
            yield from self._desk.tend(hand_out=self._rng.random() < 0.3)
        elif roll < 0.35:
            yield self._desk.do(self._opening(), by=self._mail)
        elif roll < 0.4:
            login = self._rng.choice(self._logins)
            there = SetAvailable(login=login, available=self._rng.random() < 0.7)
            yield self._desk.do(there, by=self._desk.actor(login, Via.CONSOLE))
        else:
            command, by = self._on_a_ticket()
            yield self._desk.do(command, by=by)

    def _opening(self) -> OpenTicket:
        return OpenTicket(
            subject="Parcel late",
            body="Where is it?",
            contact=f"customer{self._rng.randrange(40)}@example.cn",
            kind=self._rng.choice(list(Kind)),
            channel=Channel.PHONE,
            priority=self._rng.choice(list(Priority)),
            team=self._rng.choice(self._teams),
            category=self._rng.choice((None, None, None, SKILLED)),
        )

    def _on_a_ticket(self) -> tuple[Command, Actor]:
        """Choose what to do, by a look at the desk that may be out of date when it is done."""
        with self._desk.reading() as reading:
            number = self._rng.choice(list(reading.queue(ANY, None, self._desk.now())))
            (ticket,) = reading.find(Ticket, id=number)
            owners = reading.find(Agent, id=ticket.owner_id or 0)
        login = owners[0].login if owners else self._rng.choice(self._logins)
        version = ticket.version if self._rng.random() < 0.3 else None
        then = self._rng.choice((None, None, State.WAITING_CUSTOMER, State.SOLVED))
        reply = Reply(ticket=number, body="还在路上", then=then, version=version)
        team, colleague = self._rng.choice(self._teams), self._rng.choice(self._logins)
        choices: list[tuple[Command, str | None]] = [
            (Receive(ticket=number, body="Still nothing."), None),
            (AddNote(ticket=number, body="Asked the carrier."), login),
            (Assign(ticket=number, login=colleague, version=version), "lena"),
            (Transfer(ticket=number, team=team, reason="theirs", version=version), login),
            (Move(ticket=number, to=self._rng.choice(list(State)), version=version), login),
        ]
        if owners:
            choices += [(Release(ticket=number, version=version), login), *4 * [(reply, login)]]
            choices += [(Steal(ticket=number, reason="I know them"), colleague)]
            choices += [(Accept(ticket=number), login)]
        else:
            choices += 5 * [(Take(ticket=number, version=version), login)]
        command, who = self._rng.choice(choices)
        return command, self._mail if who is None else self._desk.actor(who, Via.CONSOLE)


def rounds(member: Member) -> Iterator[str]:
    """What comes of it, a line for each act done or refused."""
    while True:
        start = time.perf_counter()
        try:
            for outcome in member.acts():
                if outcome.act is not None:
                    yield f"done {outcome.act} {(time.perf_counter() - start) * 1e6:.0f}"
                start = time.perf_counter()
        except DeskError as error:
            # Every refusal by a rule has a class of its own; a lock that does not open has none.
            yield "locked" if type(error) is DeskError else "refused"


def main(file: Path, seed: int, count: int, durable: int) -> None:
    """Work for so many lines."""
    store = open_store(file, stem=stem, create=False, durable=bool(durable))
    clock = DeskTime(file)
    desk = Desk(store, clock, phone_reader("CN"))
    for line in islice(rounds(Member(desk, random.Random(seed))), count):
        os.write(1, f"{line}\n".encode())
    desk.close()
    clock.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
