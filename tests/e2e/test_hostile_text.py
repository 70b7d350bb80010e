"""Hostile text through every screen and command: nothing of it controls, hides or breaks a line."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.conftest import Sit
from tests.e2e.hostile import HUGE, KINDS, faults, infest
from tests.e2e.terminal import Terminal

WALK: tuple[tuple[str, ...], ...] = (
    ("7",),
    ("j", "j"),
    ("enter",),
    ("v",),
    ("S", "S"),
    ("E",),
    ("escape", "L"),
    ("escape", "h"),
    ("escape", "A"),
    ("escape", "t"),
    ("escape", "="),
    ("escape", "T"),
    ("escape", "m"),
    ("escape", "M"),
    ("escape", "F"),
    ("escape", "f"),
    ("escape", "y"),
    ("r",),
    ("f3",),
    ("enter", "f2"),
    ("enter", "ctrl+s"),
    ("e", "escape"),
    ("escape", "I"),
    ("escape", "/", "subject:(", "enter"),
    ("escape", "escape", ":"),
    ("escape", "C"),
)
"""Keys through every screen and dialog on a ticket, from the queue and back."""

COMMANDS = (
    ("ticket", "list"),
    ("ticket", "show", "{number}"),
    ("ticket", "attachment", "{number}"),
    ("log", "show", "{number}"),
    ("sla", "explain", "{number}"),
    ("search", "start"),
    ("kb", "search"),
    ("kb", "show", "1"),
    ("canned", "list"),
    ("agent", "list"),
    ("team", "list"),
    ("category", "list"),
    ("inbox", "--all"),
)


@pytest.mark.parametrize("kind", KINDS)
def test_no_screen_lets_it_through(sit: Sit, desk_file: Path, kind: str) -> None:
    infest(desk_file, KINDS[kind])
    console = sit("alice")
    console.until("Subject")
    for keys in WALK:
        console.press(*keys)
        console.settled()
        assert faults(console.received) == [], keys
    console.press("escape", "escape", "ctrl+q")
    assert console.ended() == 0


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("rows", "columns"), [(24, 80), (40, 120)])
def test_columns_stay_where_they_are(
    sit: Sit, desk_file: Path, kind: str, rows: int, columns: int
) -> None:
    infest(desk_file, KINDS[kind])
    console = sit("alice", rows=rows, columns=columns)
    console.until("Subject")
    console.press("7")
    head = next(n for n in range(rows) if "Subject" in console.line(n))
    listed = slice(head + 1, head + 6)
    console.until(lambda text: all("start" in line for line in text.split("\n")[listed]))
    console.settled()
    at = {n: _column(console, n, "start") for n in range(rows)[listed]}
    assert set(at.values()) == {_column(console, head, "Subject")}
    console.press("enter")
    console.settled()
    if columns >= 100:
        rule = {_column(console, n, "│") for n in range(2, rows - 1)}
        assert len(rule) == 1


def test_a_line_of_a_megabyte_is_shown_and_left_again(sit: Sit, desk_file: Path) -> None:
    number = _some_number(desk_file)
    with sqlite3.connect(desk_file) as connection:
        enlarge = "UPDATE message SET body = ?, quoted = ? WHERE ticket_id = ?"
        connection.execute(enlarge, (HUGE, HUGE, number))
    console = sit("alice")
    console.until("Subject")
    console.press("#", str(number), "enter")
    console.until(f"#{number}")
    console.settled()
    console.press("v", "G")
    console.until("characters more")
    assert faults(console.received) == []
    console.press("ctrl+q")
    assert console.ended() == 0


@pytest.mark.parametrize("kind", KINDS)
def test_no_command_lets_it_through(desk_file: Path, kind: str) -> None:
    number = _some_number(desk_file)
    infest(desk_file, KINDS[kind])
    for words in COMMANDS:
        done = _run(desk_file, *(word.format(number=number) for word in words))
        assert done.returncode == 0, (words, done.stderr.decode())
        assert faults(done.stdout + done.stderr) == [], words


def _column(console: Terminal, number: int, text: str) -> int:
    """The cell in which a text begins on a line of the screen."""
    line = console.screen.buffer[number]
    cells = [line[x].data for x in range(console.screen.columns)]
    for x in range(len(cells)):
        if "".join(cells[x : x + len(text)]) == text:
            return x
    return -1


def _run(desk_file: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "tuiticket", "--db", str(desk_file), "--as", "alice", *words]
    return subprocess.run(command, check=False, capture_output=True)


def _some_number(desk_file: Path) -> int:
    with sqlite3.connect(desk_file) as connection:
        return int(connection.execute("SELECT max(id) FROM ticket").fetchone()[0])
