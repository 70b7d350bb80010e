"""The whole set-up in somebody's own editor: told what is wrong, mended, put into force."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path

import pytest

from tests.e2e.conftest import Sit
from tests.e2e.terminal import Terminal
from tests.e2e.test_own_editor import left_behind, program, sit_with

MENDS = """
import pathlib, sys
file = pathlib.Path(sys.argv[1])
text = file.read_text()
if "hold = \\"9s\\"" in text:
    text = text.replace("hod =", "#")
else:
    text = text.replace("hold = \\"10s\\"", "hold = \\"9s\\"\\nhod = 1")
file.write_text(text)
"""

STUBBORN = """
import os, signal, time
for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
    signal.signal(number, signal.SIG_IGN)
print("EDITING", os.getpid(), "still")
time.sleep(600)
"""


def editing(sit: Sit, tmp_path: Path, code: str) -> Terminal:
    """A console whose set-up was given to an editor that runs this program."""
    console = sit_with(sit, "fang", tmp_path, EDITOR=program(code))
    console.until("▌")
    console.press("f9")
    console.until("hold answers")
    console.press("f4")
    return console


def test_a_signal_meanwhile_ends_even_an_editor_that_ignores_it(sit: Sit, tmp_path: Path) -> None:
    console = editing(sit, tmp_path, STUBBORN)
    editor = int(re.findall(r"EDITING (\d+) still", console.until("still"))[0])
    console.signal(signal.SIGTERM)
    assert console.ended() == 0
    with pytest.raises(ProcessLookupError):
        os.kill(editor, 0)
    assert left_behind(tmp_path) == []
    assert console.left_set() == []


def test_a_wrong_line_is_told_and_a_mended_file_holds(sit: Sit, tmp_path: Path) -> None:
    console = editing(sit, tmp_path, MENDS)
    console.until("desk.hod")
    console.until("Did you mean")
    console.press("y")
    console.until("1 entry changes")
    console.until("9s")
    console.press("y")
    console.until("in force")
    console.until("hold answers    9s")
    console.signal(signal.SIGTERM)
    assert console.ended() == 0
    assert left_behind(tmp_path) == []
