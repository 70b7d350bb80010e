"""Terminals of all kinds: what they are sent is what they can show, and in the end they are free.

Each console is started once and used for all that can be seen of it.
"""

from __future__ import annotations

import base64
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.e2e.answering import begin_answer, drafts
from tests.e2e.conftest import Sit
from tests.e2e.hostile import CONTROLS, UNSEEN, faults, infest
from tests.e2e.terminal import ANSWERS, Terminal
from tuiticket.theme import THEMES

LOOKS = re.compile(rb"\x1b\[([0-9;:]*)m")

UNBIDDEN = {"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
"""Python takes the locale as it is told."""


def colours(received: bytes) -> set[str]:
    """In which ways colours were asked for: one of sixteen, of 256, or any."""
    ways: set[str] = set()
    for look in LOOKS.findall(received):
        codes = [int(code or 0) for code in re.split(b"[;:]", look)]
        while codes:
            code = codes.pop(0)
            if code in (38, 48):
                ways.add("256" if codes.pop(0) == 5 else "any")
                del codes[: 1 if "any" not in ways else 3]
            elif code not in (39, 49) and code // 10 in (3, 4, 9, 10):
                ways.add("16")
    return ways


@pytest.mark.parametrize(
    ("env", "allowed"),
    [
        ({"TERM": "xterm"}, {"16"}),
        ({"TERM": "xterm-256color", "SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"}, {"256"}),
        ({"TERM": "tmux-256color", "NO_COLOR": ""}, {"256"}),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, {"any"}),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, set()),
    ],
)
def test_no_more_colours_are_sent_than_the_terminal_has(
    sit: Sit, env: dict[str, str], allowed: set[str]
) -> None:
    console = sit("alice", rows=24, columns=80, env=env)
    console.until("▌")
    console.press("7")
    console.settled()
    assert colours(console.received) == allowed
    if allowed:
        for _theme in THEMES:
            console.press("f7")
            console.settled()
        assert colours(console.received) <= {"16", *allowed}
    console.press("ctrl+q")
    assert console.ended() == 0


def test_the_terminal_is_believed_before_the_environment(desk_file: Path) -> None:
    command = f"exec {sys.executable} -m tuiticket --db {desk_file} --as alice 2>/dev/null"
    wrong = {"LC_ALL": "POSIX", "COLUMNS": "200", "LINES": "70", "PYTHONIOENCODING": "ascii"}
    with Terminal(["/bin/sh", "-c", command], env={**wrong, **UNBIDDEN}) as console:
        console.until("退款三天没到账")
        console.settled()
        places = re.findall(rb"\x1b\[(\d+);(\d+)H", console.received)
        assert max(int(row) for row, _column in places) == 24
        assert max(int(column) for _row, column in places) <= 80
        assert console.line(23).lstrip().startswith("enter open it")
        # A byte that is no UTF-8 comes from a keyboard set otherwise, and is no reason to end.
        console.send(b"\xfc\xff")
        console.press("/")
        console.until("state:")
        console.press("ctrl+q")
        assert console.ended() == 0


def test_a_terminal_that_cannot_be_painted_on_is_told_so(desk_file: Path) -> None:
    command = [sys.executable, "-m", "tuiticket", "--db", str(desk_file), "--as", "alice"]
    with Terminal(command, columns=200, env={"TERM": "dumb"}) as console:
        assert console.ended() == 1
        assert console.text.startswith("tuiticket: The console cannot be painted")
        assert b"\x1b" not in console.received
    with Terminal([*command, "monitor"], rows=100, env={"TERM": "dumb"}) as board:
        assert board.ended() == 0
        assert "退款三天没到账" in board.text
        assert b"\x1b[?" not in board.received


def test_the_mouse_is_left_alone_where_it_is_not_wanted(sit: Sit, own_home: Path) -> None:
    settings = own_home / "xdg_config_home" / "tuiticket"
    settings.mkdir(parents=True)
    (settings / "config.toml").write_text("mouse = false\n", encoding="utf-8")
    console = sit("alice")
    console.until("▌")
    console.press("q")
    assert console.ended() == 0
    assert not re.search(rb"\x1b\[\?(9|100[0-3]|1005|1006|101[56])[hl]", console.received)
    assert console.left_set() == []


@pytest.mark.parametrize("end", ["q", signal.SIGTERM, signal.SIGINT])
def test_everything_told_to_a_terminal_is_taken_back(
    desk_file: Path, end: str | signal.Signals
) -> None:
    command = [sys.executable, "-m", "tuiticket", "--db", str(desk_file), "--as", "alice"]
    knows_all = {**ANSWERS, b"\x1b[?2048$p": b"\x1b[?2048;2$y", b"\x1b[?2026$p": b"\x1b[?2026;2$y"}
    with Terminal(command, answers=knows_all) as console:
        console.until("▌")
        console.until(lambda _text: b"\x1b[?1016h" in console.received)
        if isinstance(end, str):
            console.press(end)
        else:
            console.signal(end)
        assert console.ended() == 0
        assert console.left_set() == []


def test_a_window_can_take_any_size_while_one_writes(sit: Sit, desk_file: Path) -> None:
    console = sit("alice", rows=24, columns=80)
    begin_answer(console)
    console.press("半句话 half")
    console.until("half")
    for number, (rows, columns) in enumerate([(5, 20), (1, 1), (2, 3), (60, 8), (3, 200)] * 6):
        console.resize(rows, columns)
        console.press(str(number % 10))
    console.resize(5, 20)
    console.settled()
    console.resize(24, 80)
    written = "半句话 half" + "0123456789" * 3
    console.until(written)
    assert console.before_cursor().endswith(written)
    console.press("escape")
    console.until("▌")
    console.resize(5, 20)
    console.settled()
    console.press("#")
    console.until("Its number")
    console.press("ctrl+q")
    assert console.ended() == 0
    assert drafts(desk_file) == [written]


def test_what_is_copied_reaches_the_clipboard_harmless(sit: Sit, desk_file: Path) -> None:
    infest(desk_file, CONTROLS + UNSEEN)
    console = sit("alice")
    console.until("▌")
    console.press("enter")
    console.until("Clocks")
    console.settled()
    for key in ("y", "Y"):
        console.press(key)
        console.settled()
    number, words = (
        base64.b64decode(copied).decode()
        for copied in re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", console.received)
    )
    assert number in console.text
    assert re.fullmatch(r"#\d+", number)
    assert "start" in words
    assert faults(words.encode()) == []


@pytest.fixture
def tmux(desk_file: Path) -> Iterator[tuple[Terminal, list[str]]]:
    """A console inside tmux inside a terminal, and how to speak to that tmux."""
    program = shutil.which("tmux")
    if program is None:
        pytest.skip("there is no tmux on this machine")
    server = [program, "-L", f"tuiticket-{uuid4().hex}", "-f", "/dev/null"]
    console = [sys.executable, "-m", "tuiticket", "--db", str(desk_file), "--as", "alice"]
    settings = ["set", "-s", "set-clipboard", "on", ";", "set", "-g", "status", "off", ";"]
    with Terminal([*server, *settings, "new-session", *console], rows=24, columns=80) as outer:
        yield outer, server
        subprocess.run([*server, "kill-server"], check=False, capture_output=True)


def test_inside_tmux_it_works_and_copies(tmux: tuple[Terminal, list[str]]) -> None:
    outer, server = tmux

    def say(*words: str, stdin: str | None = None) -> str:
        done = subprocess.run(
            [*server, *words], check=True, capture_output=True, text=True, input=stdin
        )
        return done.stdout

    outer.until("▌")
    outer.press("7")
    outer.settled()
    outer.press("y")
    outer.until("sent to the clipboard")
    number = re.findall(r"▌.*?(\d{5})", outer.text)[0]
    outer.until(lambda _text: say("show-buffer") == f"#{number}")
    outer.press("/")
    outer.until("state:")
    # Unlike most terminals, tmux hands on what was copied as it is.
    say("load-buffer", "-", stdin="中文\x1b[" + "9" * 40 + "q\nzwei\n")
    say("paste-buffer", "-p")
    outer.until("/ 中文 zwei")
    outer.press("ctrl+q")
    outer.until("[exited]")
