"""Who is at which ticket: seen by other processes, forgotten in time, never in the way."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from tests.db.samples import NOON
from tuiticket.db.presence import ENDING, LASTS_S, FilePresence
from tuiticket.db.store import SqlStore
from tuiticket.engine.model.presence import Doing, Present

LOOKING, TYPING = Doing.LOOKING, Doing.TYPING


@pytest.fixture(name="presence")
def _presence(file: Path) -> FilePresence:
    """Presence beside an empty desk."""
    return FilePresence(file)


def test_one_is_seen_by_others_and_not_by_oneself(presence: FilePresence, file: Path) -> None:
    assert presence.at([1], NOON) == ()
    presence.stay("a", "alice", 1, LOOKING, NOON)
    presence.stay("b", "bo", 1, TYPING, NOON)
    other = FilePresence(file)
    assert other.at([1, 2], NOON) == (Present("alice", 1, LOOKING), Present("bo", 1, TYPING))
    assert other.at([1], NOON, without="b") == (Present("alice", 1, LOOKING),)
    assert other.at([2], NOON) == other.at([], NOON) == ()


def test_a_seat_is_at_one_ticket_a_person_at_as_many_as_they_have_consoles(
    presence: FilePresence,
) -> None:
    presence.stay("a", "alice", 1, LOOKING, NOON)
    presence.stay("a", "alice", 2, LOOKING, NOON)
    assert [one.ticket for one in presence.at([1, 2], NOON)] == [2]
    presence.stay("b", "alice", 2, TYPING, NOON)
    assert presence.at([2], NOON) == (Present("alice", 2, TYPING),)
    presence.leave("b")
    assert presence.at([2], NOON) == (Present("alice", 2, LOOKING),)


def test_who_gives_no_sign_of_life_is_forgotten(presence: FilePresence) -> None:
    presence.stay("a", "alice", 1, LOOKING, NOON)
    last = NOON + timedelta(seconds=LASTS_S)
    assert presence.at([1], last)
    assert presence.at([1], last + timedelta(seconds=1)) == ()


def test_a_sign_of_life_does_not_touch_the_desk(
    presence: FilePresence, store: SqlStore, file: Path
) -> None:
    before, bytes_ = store.data_version(), file.read_bytes()
    presence.stay("a", "alice", 1, LOOKING, NOON)
    presence.leave("a")
    assert (store.data_version(), file.read_bytes()) == (before, bytes_)


def test_other_processes_see_it(presence: FilePresence, file: Path) -> None:
    program = f"""
from datetime import UTC, datetime
from pathlib import Path
from tuiticket.db.presence import FilePresence
from tuiticket.engine.model.presence import Doing
now = datetime.fromtimestamp({NOON.timestamp()}, UTC)
FilePresence(Path({str(file)!r})).stay("far", "chen", 7, Doing.TYPING, now)
"""
    subprocess.run([sys.executable, "-c", program], check=True)
    assert presence.at([7], NOON) == (Present("chen", 7, TYPING),)


def test_many_at_once_get_along(file: Path) -> None:
    def live(seat: int) -> None:
        for _ in range(20):
            FilePresence(file).stay(str(seat), f"agent{seat}", seat, LOOKING, NOON)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(live, range(8)))
    seen = FilePresence(file).at(range(8), NOON)
    assert {one.login for one in seen} <= {f"agent{seat}" for seat in range(8)}
    assert len(seen) >= 1


def test_without_a_folder_to_write_to_everybody_is_alone(tmp_path: Path) -> None:
    nowhere = FilePresence(tmp_path / "missing" / "desk.db")
    nowhere.stay("a", "alice", 1, LOOKING, NOON)
    nowhere.leave("a")
    assert nowhere.at([1], NOON) == ()
    assert not (tmp_path / "missing").exists()


def test_a_file_nobody_may_write_to_is_left_alone(tmp_path: Path, file: Path) -> None:
    (tmp_path / f"desk.db{ENDING}").mkdir()
    presence = FilePresence(file)
    presence.stay("a", "alice", 1, LOOKING, NOON)
    assert presence.at([1], NOON) == ()


def test_a_damaged_file_is_begun_anew(presence: FilePresence, file: Path) -> None:
    presence.stay("a", "alice", 1, LOOKING, NOON)
    file.with_name(f"desk.db{ENDING}").write_bytes(b"something else entirely " * 100)
    assert presence.at([1], NOON) == ()
    presence.stay("a", "alice", 1, LOOKING, NOON)
    assert presence.at([1], NOON) == (Present("alice", 1, LOOKING),)


def test_a_wall_board_looks_and_is_not_seen(presence: FilePresence, file: Path) -> None:
    board = FilePresence(file, read_only=True)
    board.stay("w", "wall", 1, LOOKING, NOON)
    assert not file.with_name(f"desk.db{ENDING}").exists()
    presence.stay("a", "alice", 1, LOOKING, NOON)
    board.stay("w", "wall", 1, LOOKING, NOON)
    assert board.at([1], NOON) == (Present("alice", 1, LOOKING),)


def test_the_file_is_for_all_who_may_write_to_the_desk(presence: FilePresence, file: Path) -> None:
    file.chmod(0o660)
    presence.stay("a", "alice", 1, LOOKING, NOON)
    assert file.with_name(f"desk.db{ENDING}").stat().st_mode & 0o777 == 0o660
