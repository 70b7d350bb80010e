"""A crowd of processes on one desk: each acts at random, some are killed and sit down again.

Time is the desk's own (see `crowd_member.DeskTime`), so nobody waits for it.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from tests.desks import ADMIN
from tests.e2e.crowd_member import CLOSES, OPENS, SKILLED, START, DeskTime
from tuiticket.adapters.phones import phone_reader
from tuiticket.adapters.stems import stem
from tuiticket.db.store import open_store
from tuiticket.engine.commands.calendars import PutCalendar
from tuiticket.engine.commands.categories import AddCategory
from tuiticket.engine.commands.opening import OpenTicket
from tuiticket.engine.commands.people import AddAgent, AddTeam, ChangeTeam
from tuiticket.engine.commands.setup import SetUp
from tuiticket.engine.desk import Desk
from tuiticket.engine.model.calendar import ShopCalendar
from tuiticket.engine.model.people import Role, Skill
from tuiticket.engine.model.settings import Settings
from tuiticket.engine.model.ticket import Channel, Priority

ROOT = Path(__file__).parents[2]
DAYS = ShopCalendar(key="days", zone="UTC", week=(((OPENS * 3600, CLOSES * 3600),),) * 7)
TO_ACCEPT_S = 9
"""Seconds for each ticket of the desk within which one must be accepted.

Time goes on with what is written, so the more tickets, the longer until somebody comes to each.
"""

LATEST_KILL_S = 0.03
"""A process is killed up to so long after an act of its, somewhere in the next."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many processes, what each does, and how often each is killed on the way.

    With `durable` every commit waits for the disk, as in a shop; a process that is killed loses
    nothing either way.
    """

    processes: int
    tickets: int
    rounds: int
    kills: int
    durable: bool
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Played:
    """What the processes said: acts they were told are done, and microseconds each took."""

    acts: tuple[int, ...]
    micros: tuple[int, ...]
    refused: int
    locked: int
    killed: int
    seconds: float


def desk_on(file: Path, clock: Callable[[], datetime]) -> Desk:
    """The desk in that file, at that time."""
    return Desk(open_store(file, stem=stem, durable=False), clock, phone_reader("CN"))


def furnish(file: Path, crowd: Crowd) -> None:
    """Make a desk of three teams, two of them automatic, with two thirds of the tickets open.

    In each team one works in shifts and two know enough for tickets that take a skill.
    """
    capacity = 4 + crowd.tickets // 20
    with closing(desk_on(file, lambda: START)) as desk:
        desk.do(
            SetUp(settings=Settings(name="Fair", zone="Asia/Shanghai", mail_domain="fair.example")),
            *(AddTeam(key=key, name=key, automatic=key != "hall") for key in ("hall", "in", "out")),
            PutCalendar(calendar=DAYS),
            AddCategory(key=SKILLED, name="Glass", skill=SKILLED, skill_level=2),
            *(
                AddAgent(
                    login=f"{team}{i}",
                    name=f"{team} {i}",
                    teams=(team,),
                    capacity=capacity - i,
                    skills=(Skill(SKILLED, 1 + i),),
                    calendar=DAYS.key if i == 1 else None,
                )
                for team in ("hall", "in", "out")
                for i in range(3)
            ),
            AddAgent(login="lena", name="Lena", role=Role.LEAD),
            *(ChangeTeam(key=key, lead="lena", sister="in") for key in ("hall", "out")),
            ChangeTeam(key="in", lead="lena", sister="out", accept_s=TO_ACCEPT_S * crowd.tickets),
            by=ADMIN,
        )
        for number in range(crowd.tickets * 2 // 3):
            desk.do(
                OpenTicket(
                    subject=f"Parcel {number} late",
                    body="Where is it?",
                    contact=f"customer{number % 40}@example.cn",
                    priority=list(Priority)[number % 4],
                    channel=Channel.PHONE,
                    team=("hall", "in", "out")[number % 3],
                ),
                by=ADMIN,
            )


def play(file: Path, crowd: Crowd) -> Played:
    """Let the crowd in, wait until all have had enough, then let everything due happen."""
    start = time.perf_counter()
    with ThreadPoolExecutor(crowd.processes) as seats:
        told = list(seats.map(lambda seat: _taken(file, crowd, seat), range(crowd.processes)))
    seconds = time.perf_counter() - start
    with closing(DeskTime(file)) as clock, closing(desk_on(file, _long_after(clock()))) as desk:
        desk.tick()
    lines = [line.split() for lines, _killed in told for line in lines]
    done = [(int(line[1]), int(line[2])) for line in lines if line[0] == "done"]
    return Played(
        acts=tuple(act for act, _micros in done),
        micros=tuple(micros for _act, micros in done),
        refused=lines.count(["refused"]),
        locked=lines.count(["locked"]),
        killed=sum(killed for _lines, killed in told),
        seconds=seconds,
    )


def _long_after(end: datetime) -> Callable[[], datetime]:
    return lambda: end + timedelta(days=30)


def _taken(file: Path, crowd: Crowd, seat: int) -> tuple[list[str], int]:
    """All that is said from one seat, taken anew after each kill; and how many kills there were."""
    rng = random.Random(crowd.seed * 1_000 + seat)
    lines: list[str] = []
    killed = 0
    for until in (*sorted(rng.sample(range(1, crowd.rounds), crowd.kills)), crowd.rounds):
        if until > len(lines):
            words = (rng.randrange(2**32), crowd.rounds - len(lines), int(crowd.durable))
            program = [sys.executable, "-m", "tests.e2e.crowd_member", file, *words]
            moment = None if until == crowd.rounds else rng.uniform(0, LATEST_KILL_S)
            said, ended_by = _until(list(map(str, program)), until - len(lines), moment)
            lines += said
            killed += ended_by == -signal.SIGKILL
            assert ended_by in (0, -signal.SIGKILL), f"a process ended with {ended_by}"
    return lines, killed


def _until(program: list[str], lines: int, moment: float | None) -> tuple[list[str], int]:
    """What a process says, killed `moment` seconds after so many lines; and how it ended."""
    said: list[str] = []
    with subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line)
            if len(said) == lines and moment is not None:
                threading.Event().wait(moment)
                process.kill()
    return said, process.returncode
