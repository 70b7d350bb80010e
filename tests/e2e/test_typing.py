"""Text on its way in: what is pasted presses no key, and input methods open where text goes."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path

from tests.e2e.answering import begin_answer, drafts
from tests.e2e.conftest import Sit
from tests.e2e.hostile import CONTROLS, faults
from tests.e2e.terminal import Terminal

KEYS_IN_DISGUISE = "one\x1b[" + "9" * 40 + "a!x?\nq\x1b\n\x1b[24~two\r\nthree\u202e\n"
"""Lines somebody copied: unless it is taken for text, a part of it presses keys."""

BETWEEN_BLINKS = 0.75
"""Seconds; a cursor that blinks does so every half a second, clocks run on every second."""


def done_by(login: str, desk_file: Path) -> set[str]:
    """The kinds of all that somebody did at the console."""
    with sqlite3.connect(desk_file) as connection:
        rows = connection.execute(
            "SELECT kind FROM event WHERE actor = ? AND via = 'console'", (login,)
        )
        return {kind for (kind,) in rows}


def test_what_is_pasted_is_text_wherever_it_lands(sit: Sit, desk_file: Path) -> None:
    console = sit("alice")
    console.until("Subject")
    console.press("7")
    console.settled()
    before = done_by("alice", desk_file)

    console.paste(KEYS_IN_DISGUISE)
    console.until("what you pasted was left out")
    console.settled()
    assert "Subject" in console.text

    console.press("/")
    console.until("state:")
    console.paste(KEYS_IN_DISGUISE)
    console.until("/ one")
    assert "q two three" in console.settled()
    assert "esc leaves" in console.text
    console.press("escape")
    console.settled()

    console.press("#")
    console.until("Its number")
    console.paste("12\n34\n")
    console.until("12 34")
    assert "Its number" in console.settled()
    console.press("escape")
    console.settled()

    console.press("r")
    console.until("ctrl+s")
    console.paste(KEYS_IN_DISGUISE + CONTROLS)
    console.until("three")
    shown = [line.strip(" │") for line in console.settled().splitlines()]
    at = next(number for number, line in enumerate(shown) if line.endswith("two"))
    assert shown[at + 1].endswith("three")
    assert faults(console.received) == []
    assert done_by("alice", desk_file) - before <= {"ticket.accepted"}
    console.press("ctrl+q")
    assert console.ended() == 0


def test_a_paste_of_many_lines_comes_in_whole(sit: Sit, desk_file: Path) -> None:
    console = sit("alice")
    begin_answer(console)
    lines = [f"第 {number} 行 line" for number in range(1500)]
    console.paste("\n".join(lines))
    console.until("第 1499 行 line")
    console.press("ctrl+q")
    assert console.ended() == 0
    assert drafts(desk_file) == ["\n".join(lines)]


PLACES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "filter": (("7", "/"), ("escape",)),
    "jump": (("#",), ("escape",)),
    "owner": (("A",), ("escape",)),
    "palette": ((":",), ("escape",)),
    "knowledge base": (("f",), ("escape",)),
    "answer": (("r",), ("escape",)),
    "call": (("C",), ("escape", "y")),
    "fields": (("enter", "h"), ("escape", "y", "escape")),
    "set-up": (("f9", "enter", "tab"), ("escape", "y", "escape")),
}
"""Where text can be typed: the keys that lead there from the queue, and back."""

QUIET = ("filter", "jump", "call")
"""Where it is looked at whether the line rests."""


def test_the_cursor_of_the_terminal_is_where_text_goes_and_does_not_blink(sit: Sit) -> None:
    console = sit("fang", rows=24, columns=80)
    console.until("Subject")
    for place, (there, back) in PLACES.items():
        for key in there:
            console.press(key)
            console.settled(0.2)
        for keys, left in (("中文", "中文"), ("x，", "中文x，"), ("left", "中文x")):
            console.press(keys)
            stands = partial(_stands_behind, console, left)
            assert console.until(stands), place
        if place in QUIET:
            console.settled(BETWEEN_BLINKS, patience=20)
        for key in back:
            console.press(key)
            console.settled(0.2)
    console.press("ctrl+q")
    assert console.ended() == 0


def _stands_behind(console: Terminal, text: str, _screen: str) -> bool:
    return console.before_cursor().endswith(text)
