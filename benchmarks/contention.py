"""Eight processes at once on a desk of 2,000 tickets, some killed: how fast, and nothing lost.

Run: python -m benchmarks.contention [PROCESSES [TICKETS]]. The same as in
`tests/e2e/test_many_processes.py`, in full, and every commit waits for the disk. Ends with 1 if
anything that must be 0 is not.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from tests.e2e.crowd import Crowd, Played, desk_on, furnish, play
from tests.e2e.crowd_member import START
from tests.e2e.crowd_proof import Retold, lost, twice
from tuiticket.engine.model.ticket import Ticket


def speed(played: Played) -> None:
    """Print how fast the acts were, the waiting for each other included."""
    took = sorted(played.micros)
    p50, p99 = took[len(took) // 2], took[len(took) * 99 // 100]
    print(f"acts {len(took)} in {played.seconds:.0f} s: {len(took) / played.seconds:.0f} a second")
    print(
        f"one act: p50 {p50 / 1000:.1f} ms, p99 {p99 / 1000:.1f} ms, most {took[-1] / 1000:.0f} ms"
    )
    print(f"refused by a rule {played.refused}, processes killed {played.killed}")


def proofs(file: Path, played: Played) -> dict[str, int]:
    """How often each thing went wrong that never may."""
    with closing(desk_on(file, lambda: START)) as desk, desk.reading() as reading:
        events = list(reading.events())
        story = Retold(events)
        steps = sum(event.kind.startswith("clock.") for event in events)
        print(
            f"tickets {len(reading.all(Ticket))}, events {len(events)}, steps fired {steps},"
            f" handed out {story.handed_out}"
        )
        return {
            "locked": played.locked,
            "acts lost": len(list(lost(played.acts, events))),
            "steps not exactly once": len(list(twice(reading, events))),
            "owners not as told": len(list(story.unlike(reading))),
            "acts on what was not so, capacity included": len(story.faults),
            "findings of doctor": _lines(file, "doctor"),
            "breaks of the log": 1 - (desk.verify_log() is None),
        }


def _lines(file: Path, *words: str) -> int:
    program = [sys.executable, "-m", "tuiticket", "--db", str(file), "--as", "lena", *words]
    done = subprocess.run([*program, "--json"], capture_output=True, text=True, check=False)
    return len(done.stdout.splitlines()) + len(done.stderr.splitlines())


def main(processes: int = 8, tickets: int = 2_000) -> int:
    """Play and print; the exit code."""
    crowd = Crowd(
        processes=processes, tickets=tickets, rounds=5 * tickets // processes, kills=5, durable=True
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "desk.db"
        furnish(file, crowd)
        played = play(file, crowd)
        speed(played)
        wrong = proofs(file, played)
    for what, times in wrong.items():
        print(f"{what}: {times}")
    return 1 if any(wrong.values()) else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
