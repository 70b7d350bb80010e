"""Many processes work, tick and hand out at once on one desk, some killed: exactly once holds."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.e2e.crowd import Crowd, desk_on, furnish, play
from tests.e2e.crowd_member import START
from tests.e2e.crowd_proof import Retold, lost, twice
from tuiticket.engine.model.clock import Clock, ClockState

CROWD = Crowd(processes=4, tickets=200, rounds=120, kills=2, durable=False)


def tuiticket(file: Path, *words: str) -> None:
    """A command line that must find everything well."""
    program = [sys.executable, "-m", "tuiticket", "--db", str(file), "--as", "lena", *words]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


@pytest.mark.parametrize("crowd", [CROWD], ids=["4-processes"])
def test_nothing_is_lost_and_nothing_done_twice(tmp_path: Path, crowd: Crowd) -> None:
    file = tmp_path / "desk.db"
    furnish(file, crowd)
    played = play(file, crowd)
    with closing(desk_on(file, lambda: START)) as desk, desk.reading() as reading:
        events = list(reading.events())
        clocks = reading.all(Clock)
        story = Retold(events)
        assert list(lost(played.acts, events)) == []
        assert list(twice(reading, events)) == []
        assert story.faults == []
        assert list(story.unlike(reading)) == []
    assert played.locked == 0
    assert played.killed > 0
    assert len({event.act for event in events}) >= len(played.acts)
    assert story.handed_out > crowd.tickets / 4
    assert any(event.kind == "clock.breached" for event in events)
    assert any(clock.state is ClockState.PAUSED for clock in clocks)
    tuiticket(file, "doctor")
    tuiticket(file, "log", "verify")
