"""What a tick costs that finds nothing due, on a desk of 1,000 open tickets and of 1,000,000.

Run: python -m benchmarks.tick [TICKETS]. The ratio means the same on every machine: the work of a
tick is in proportion to what is due, never to what is open.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from benchmarks.store import NOW, best, fill, report
from tuiticket.adapters.phones import phone_reader
from tuiticket.adapters.stems import stem
from tuiticket.db.store import open_store
from tuiticket.engine.desk import Desk

FEW, TIMES = 1_000, 200


def tick(folder: Path, tickets: int) -> tuple[float, float]:
    """Milliseconds of a tick of timers alone, and of one that also looks what to hand out."""
    file = folder / f"{tickets}.db"
    open_store(file, stem=stem, durable=False).close()
    fill(file, tickets, tickets)
    _set_timers(file)
    with closing(Desk(open_store(file, stem=stem), lambda: NOW, phone_reader("CN"))) as desk:
        assert desk.tick() == (), "something is due"
        return (
            best(lambda: desk.tick(hand_out=False), TIMES),
            best(lambda: desk.tick(hand_out=True), TIMES),
        )


def _set_timers(file: Path) -> None:
    """Give every open ticket a timer that is not due yet, and an owner."""
    later = int((NOW + timedelta(seconds=1)).timestamp())
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("UPDATE ticket SET owner_id = id % 20 + 1")
        db.execute(
            "INSERT INTO timer (due, ticket_id, fire_at) SELECT 'close', id, ? + id % 900000"
            " FROM ticket",
            (later,),
        )


def main(many: int = 1_000_000) -> None:
    """Measure both and print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        few = tick(Path(folder), FEW)
        lots = tick(Path(folder), many)
    for name, floor, ours in zip(
        ("nothing due", "and nothing to hand out"), few, lots, strict=True
    ):
        report(f"tick on {many} open tickets: {name}", ours, floor)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
