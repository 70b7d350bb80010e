"""What the console promises to who sits at it over a slow line, and whether it keeps it.

Run: python -m benchmarks.console [TICKETS [ACTIVE]]. Real keys in a pseudo-terminal of 120×40.
Bytes are the same on every machine; times are ratios to, or differences from, a bare Textual app
measured in the same run. Ends with 1 if a promise is broken.
"""

from __future__ import annotations

import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

from benchmarks.store import fill
from benchmarks.timed_terminal import TimedTerminal
from tuiticket.bootstrap import utc_now
from tuiticket.cli import main as tuiticket

FEW = 1_000
"""Tickets of the small desk; a fifth of them are active, as on the large one."""
TIMES = 5
"""Starts of each program, taking turns; the median counts."""
FIRST = "First in the queue"
"""The subject of the ticket on top."""
MINUTE, HOUR = 60, 3_600
HURRIED = [600 + 200 * i for i in range(12)] + [2 * HOUR + 1_000 * i for i in range(28)]
"""Seconds left on forty clocks, twelve of them in their last hour."""
CALM = [2 * HOUR + 16 * MINUTE * i for i in range(40)]
"""Forty clocks with more than an hour left."""


class Promises:
    """What was promised and measured, line by line."""

    def __init__(self) -> None:
        self.broken = 0

    def check(self, name: str, found: float, limit: float, unit: str, note: str = "") -> None:
        """Print one promise, and count it if it is broken."""
        kept = found <= limit
        self.broken += not kept
        word = "kept" if kept else "BROKEN"
        print(f"{name:52} {found:9.2f} of {limit:9.2f} {unit:5} {word:7} {note}", flush=True)


def make(folder: Path, tickets: int, active: int) -> Path:
    """A desk of that many tickets."""
    file = folder / f"{tickets}.db"
    made = tuiticket(["--db", str(file), "--as", "boss", "init", "--name", "Benchmark"])
    assert made == 0, "no desk could be made"
    with closing(sqlite3.connect(file)) as db, db:  # make room for the others
        db.execute("DELETE FROM team")
        db.execute("UPDATE agent SET id = 100")
    fill(file, tickets, active)
    return file


def wind(file: Path, clocks: Sequence[int]) -> None:
    """Put tickets on top of the queue with clocks that have so many seconds left.

    Counted from the last whole minute, so that all clocks come to a new minute at once.
    """
    now = int(utc_now().timestamp()) // MINUTE * MINUTE
    with closing(sqlite3.connect(file)) as db, db:
        top = db.execute(
            "SELECT id FROM ticket WHERE state = 'open' ORDER BY id DESC LIMIT ?", (len(clocks),)
        ).fetchall()
        db.executemany(
            "UPDATE ticket SET urgency = 9000, next_clock = 'resolution', subject = ?,"
            " next_due_at = ?, next_breach_at = ? WHERE id = ?",
            [
                (FIRST if i == 0 else f"Number {i} in the queue", now + s, now + s, number)
                for i, (s, (number,)) in enumerate(zip(clocks, top, strict=True))
            ],
        )


def console(file: Path) -> list[str]:
    """The command that opens the console."""
    return [sys.executable, "-m", "tuiticket", "--db", str(file), "--as", "boss", "--lang", "en"]


BARE = [sys.executable, "-m", "benchmarks.bare_list", "100000"]


def start_and_fill(promises: Promises, large: Path, small: Path, here: Mapping[str, str]) -> None:
    """How long it takes to see something, and to see the queue."""
    bare, painted, filled, filled_small, sizes = [], [], [], [], []
    for _ in range(TIMES):
        with TimedTerminal(BARE, here) as terminal:
            bare.append(terminal.until("Subject"))
        with TimedTerminal(console(large), here) as terminal:
            painted.append(terminal.until("Subject"))
            filled.append(terminal.until(FIRST))
            terminal.silence(0.3)
            sizes.append(terminal.size)
        with TimedTerminal(console(small), here) as terminal:
            filled_small.append(terminal.until(FIRST))
    floor = statistics.median(bare)
    note = f"bare app: {floor * 1_000:.0f} ms"
    promises.check("first screen", statistics.median(sizes) / 1_000, 40, "KB")
    promises.check("start to first paint", statistics.median(painted) / floor, 2, "x", note)
    small_ = statistics.median(filled_small)
    note = f"{FEW} tickets: {small_ * 1_000:.0f} ms"
    promises.check("queue filled", statistics.median(filled) / small_, 1.3, "x", note)


def steps(terminal: TimedTerminal) -> Iterator[tuple[float, int]]:
    """Up and down by a step in the middle of the screen: milliseconds and bytes of each."""
    for _ in range(5):
        terminal.press("j")
    while True:
        for key in "jjjjjkkkkk":
            answer = terminal.press(key)
            yield answer.seconds * 1_000, answer.size


def keys(promises: Promises, large: Path, here: Mapping[str, str], times: int = 40) -> None:
    """What moving the cursor by a line costs, the bare app and the console taking turns."""
    with TimedTerminal(BARE, here) as bare, TimedTerminal(console(large), here) as ours:
        bare.until("Subject")
        ours.until(FIRST)
        ours.silence(1)
        theirs, mine = steps(bare), steps(ours)
        floor: list[tuple[float, int]] = []
        found: list[tuple[float, int]] = []
        for _ in range(times // 10):
            floor += islice(theirs, 10)
            found += islice(mine, 10)
    size = statistics.median(size for _ms, size in found)
    bare_size = statistics.median(size for _ms, size in floor)
    promises.check("cursor step", size, 500, "bytes", f"bare app: {bare_size:.0f}")
    for name, part, limit in (("p50", 50, 4.0), ("p95", 95, 10.0)):
        slow, base = (
            statistics.quantiles([ms for ms, _size in measured], n=100)[part - 1]
            for measured in (found, floor)
        )
        note = f"bare app: {base:.1f} ms"
        promises.check(f"key painted, {name} over the bare app", slow - base, limit, "ms", note)


def slow_line(promises: Promises, large: Path, here: Mapping[str, str]) -> None:
    """A key held over a line of 20 KB a second."""
    with TimedTerminal(console(large), here) as terminal:
        terminal.until(FIRST)
        terminal.silence(1)
        rest = terminal.hold("j", seconds=3, per_second=30, rate=20_000)
    promises.check("at rest after j held for 3 s at 20 KB/s", rest, 1, "s")


def idle(promises: Promises, large: Path, here: Mapping[str, str], seconds: int = 15) -> None:
    """What comes over the line while nobody does anything."""
    wind(large, HURRIED)
    with TimedTerminal(console(large), here) as terminal:
        terminal.until(FIRST)
        terminal.silence(0.5)
        rate = terminal.listen(seconds) / seconds
    promises.check("idle, 40 clocks, 12 in their last hour", rate, 1_000, "B/s")
    wind(large, CALM)
    with TimedTerminal(console(large), here) as terminal:
        terminal.until(FIRST)
        terminal.silence(0.5)
        while not 5 < time.time() % MINUTE < MINUTE - 2 - seconds:
            terminal.listen(1)
        came = terminal.listen(seconds)
    promises.check("idle, clocks over an hour, between minutes", came, 0, "bytes")


def main(tickets: int = 100_000, active: int = 20_000) -> int:
    """Make two desks, sit down at them, throw them away; 1 if a promise is broken."""
    promises = Promises()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        here = {**os.environ, "XDG_CONFIG_HOME": place, "NO_COLOR": ""}
        large, small = make(folder, tickets, active), make(folder, FEW, FEW // 5)
        wind(large, CALM)
        wind(small, CALM)
        start_and_fill(promises, large, small, here)
        keys(promises, large, here)
        slow_line(promises, large, here)
        idle(promises, large, here)
    return 1 if promises.broken else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
