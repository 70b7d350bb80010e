"""Hostile text through every screen and command: nothing of it controls, hides or breaks a line."""

from __future__ import annotations

import json
import re
import sqlite3
import sys
from pathlib import Path

import pytest

from tests.e2e.conftest import Sit
from tests.e2e.hostile import HUGE, KINDS, faults, infest
from tests.e2e.terminal import Terminal

WALK: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("7", "SLA", ()),
    ("j", "SLA", ()),
    (":", "What shall be done?", ("escape",)),
    ("?", "j k: scroll", ("escape",)),
    ("v", "Which view?", ("escape",)),
    ("/", "state:", ("subject:(", "enter", "escape", "escape")),
    ("A", "Assign to", ("escape",)),
    ("t", "Transfer to", ("1", "escape")),
    ("=", "Kind and category", ("escape",)),
    ("H", "How does the customer feel?", ("escape",)),
    ("T", "Tags · ", ("escape",)),
    ("m", "Merge into", ("1", "escape")),
    ("l", "Tie to", ("escape",)),
    ("e", "Escalate", ("escape",)),
    ("@", "Write to a colleague", ("escape",)),
    ("8", "8 Done", ()),
    ("7", "7 Active", ()),
    ("D", "Result", ("escape",)),
    ("W", "· u undoes", ()),
    ("enter", "Clocks", ()),
    ("v", "Clocks", ()),
    ("E", "esc", ("escape",)),
    ("L", "Log of", ("escape",)),
    ("h", "Fields", ("escape",)),
    ("J", "Clocks", ("escape",)),
    ("f", "enter insert", ("escape",)),
    ("r", "ctrl+s review", ()),
    ("f3", "Canned replies", ("1",)),
    ("f2", "enter insert", ("escape",)),
    ("ctrl+s", "y send", ("q",)),
    ("+", "New ticket", ("start", "escape", "y")),
    ("C", "Log a call", ("escape",)),
    ("I", "space seen", ("v", "escape")),
    ("f6", "Who is here", ("escape",)),
    ("f9", "enter edit", ("G", "g", "l", "enter", "escape", "ctrl+s", "escape", "escape")),
)
"""A key through every screen and dialog, what then stands there, and the keys onward or back."""

COMMANDS = (
    "agent list",
    "agent set bo --name {text}",
    "canned list",
    "canned show photo",
    "category keywords logistics",
    "category list",
    "classify one {number}",
    "classify temper {text}",
    "config export",
    "config show",
    "doctor",
    "inbox --all",
    "kb diff 1",
    "kb history 1",
    "kb link 1 3",
    "kb procedure",
    "kb search",
    "kb search start",
    "kb show 1",
    "kb stale",
    "log show {number}",
    "log verify",
    "monitor --once",
    "routing list",
    "search start",
    "sla due --start 2026-11-02T09:00 --target 4h",
    "sla explain {number}",
    "sla policies",
    "team list",
    "tell bo {text}",
    "ticket assign {number} bo",
    "ticket attachment {number}",
    "ticket draft {number} --body {text}",
    "ticket duplicates {number}",
    "ticket filters",
    "ticket list",
    "ticket list {text}",
    "ticket note {number} --body {text}",
    "ticket procedure {number}",
    "ticket set {number} --subject {text}",
    "ticket show {number}",
    "ticket suggest {number}",
    "ticket tag {number} {text}",
    "ticket take {number}",
    "ticket triage {number} --thanks",
    "undo",
    "view list",
    "{text}",
)
"""Command lines that write what others wrote, or what they were handed."""

ONE_AFTER_THE_OTHER = """
import json, sys
from tuiticket.cli import main
for words in json.load(open(sys.argv[1], encoding="utf-8")):
    print("§§", words[4:6], main(words), flush=True)
"""
"""A program that carries out command lines, as a shell would, but is started only once."""


@pytest.mark.parametrize("kind", KINDS)
def test_no_screen_lets_it_through(sit: Sit, desk_file: Path, kind: str) -> None:
    infest(desk_file, KINDS[kind])
    console = sit("fang")
    console.until("▌")
    for key, shown, onward in WALK:
        console.press(key)
        console.until(shown)
        for each in onward:
            console.settled(0.1)
            console.press(each)
        console.settled(0.1)
        assert faults(console.received) == [], key
    console.press("ctrl+q")
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


@pytest.mark.parametrize("as_json", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_no_command_lets_it_through(
    desk_file: Path, tmp_path: Path, kind: str, as_json: bool
) -> None:
    number = str(_some_number(desk_file))
    text = KINDS[kind].replace("\x00", "")
    infest(desk_file, KINDS[kind])
    common = ["--db", str(desk_file), "--as", "fang", *(["--json"] if as_json else [])]
    lines = [
        [*common, *(word.format(number=number, text=text) for word in line.split())]
        for line in COMMANDS
    ]
    to_do = tmp_path / "lines.json"
    to_do.write_text(json.dumps(lines), encoding="utf-8")
    with Terminal([sys.executable, "-c", ONE_AFTER_THE_OTHER, str(to_do)]) as shell:
        assert shell.ended() == 0
    done = re.split(rb"\xc2\xa7\xc2\xa7 .*? (\d)\r\n", shell.received)
    assert len(done) == 2 * len(COMMANDS) + 1
    for line, said, code in zip(COMMANDS, done[::2], done[1::2], strict=False):
        assert faults(said) == [], line
        assert b"Traceback" not in said, line
        assert int(code) in (0, 1, 2), line


def _column(console: Terminal, number: int, text: str) -> int:
    """The cell in which a text begins on a line of the screen."""
    line = console.screen.buffer[number]
    cells = [line[x].data for x in range(console.screen.columns)]
    for x in range(len(cells)):
        if "".join(cells[x : x + len(text)]) == text:
            return x
    return -1


def _some_number(desk_file: Path) -> int:
    with sqlite3.connect(desk_file) as connection:
        return int(connection.execute("SELECT max(id) FROM ticket").fetchone()[0])
