"""F4: writing on in one's own editor, and what becomes of the words however that ends."""

from __future__ import annotations

import shlex
import signal
import sys
from pathlib import Path

import pytest

from tests.e2e.answering import drafts, half_a_thought
from tests.e2e.conftest import Sit
from tests.e2e.terminal import RESTORED, Terminal

WRITES = """
import os, stat, sys
path = sys.argv[-1]
assert stat.S_IMODE(os.stat(path).st_mode) == 0o600, oct(os.stat(path).st_mode)
assert stat.S_IMODE(os.stat(os.path.dirname(path)).st_mode) == 0o700
with open(path, "r+b") as file:
    before = file.read()
    file.write("于是写完了\\x1b]0;owned\\x07\\x1b[31m!".encode())
print("EDITING", repr(before))
input("press enter")
"""
LINGERS = """
import sys, time
with open(sys.argv[-1], "ab") as file:
    file.write(b"and saved elsewhere")
print("EDITING")
time.sleep(600)
"""


def program(code: str) -> str:
    """A command line that runs a program as if it were an editor."""
    return shlex.join([sys.executable, "-c", code])


def sit_with(sit: Sit, login: str, tmp_path: Path, **env: str) -> Terminal:
    """A console with an editor of one's own, temporary files in a folder of its own."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    return sit(login, env={"VISUAL": "", "EDITOR": "", "TMPDIR": str(folder), **env})


def writing(sit: Sit, tmp_path: Path, **env: str) -> Terminal:
    """Such a console in the middle of an answer."""
    return half_a_thought(sit_with(sit, "alice", tmp_path, **env))


def left_behind(tmp_path: Path) -> list[str]:
    """What stays in the folder of temporary files."""
    return [path.name for path in (tmp_path / "tmp").iterdir()]


def test_what_is_written_there_comes_back_harmless(sit: Sit, tmp_path: Path) -> None:
    console = writing(sit, tmp_path, EDITOR=program(WRITES))
    console.press("f4")
    console.until("EDITING b'half a thought\\n'")
    assert RESTORED in console.received
    console.press("enter")
    console.until("于是写完了!")
    assert b"owned" not in console.received
    console.press("ctrl+s")
    console.until("y send")
    assert left_behind(tmp_path) == []


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        ("", "No editor is named"),
        ("/nowhere/at/all", "does not start"),
        ("vim 'unclosed", "does not start"),
        ("false", "ended with an error (1)"),
    ],
)
def test_an_editor_that_fails_is_told_and_costs_no_word(
    sit: Sit, desk_file: Path, tmp_path: Path, editor: str, said: str
) -> None:
    console = writing(sit, tmp_path, EDITOR=editor)
    console.press("f4")
    console.until(said)
    console.press("!")
    console.until("half a thought!")
    console.signal(signal.SIGTERM)
    assert console.ended() == 0
    assert drafts(desk_file) == ["half a thought!"]
    assert left_behind(tmp_path) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_meanwhile_ends_both_and_keeps_what_was_saved(
    sit: Sit, desk_file: Path, tmp_path: Path, number: signal.Signals
) -> None:
    console = writing(sit, tmp_path, EDITOR=program(LINGERS))
    console.press("f4")
    console.until("EDITING")
    console.signal(number)
    assert console.ended() == 0
    assert drafts(desk_file) == ["half a thought\nand saved elsewhere"]
    assert left_behind(tmp_path) == []


def test_ctrl_c_meant_for_the_editor_ends_only_that(sit: Sit, tmp_path: Path) -> None:
    console = writing(sit, tmp_path, EDITOR=program(LINGERS))
    console.press("f4")
    console.until("EDITING")
    console.press("ctrl+c")
    console.until("ended with an error")
    assert "half a thought" in console.text


def test_a_restricted_account_starts_nothing(sit: Sit, tmp_path: Path) -> None:
    console = writing(sit, tmp_path, EDITOR=program(WRITES), TUITICKET_RESTRICTED="1")
    console.press("f4")
    console.until("No other program can be started from this account.")
    assert left_behind(tmp_path) == []
