"""An answer begun at the console, and what the desk's file and command line tell of it."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.e2e.terminal import Terminal


def begin_answer(console: Terminal) -> None:
    """From the queue: the answer to the first ticket that is still open."""
    console.until("Subject")
    console.press("7")
    console.settled()
    console.press("r")
    console.until("ctrl+s")


def half_a_thought(console: Terminal) -> Terminal:
    """The console, in the middle of an answer."""
    begin_answer(console)
    console.press("half a thought")
    console.until("half a thought")
    return console


def drafts(desk_file: Path) -> list[str]:
    """The bodies of all drafts in the file."""
    with sqlite3.connect(desk_file) as connection:
        return [body for (body,) in connection.execute("SELECT body FROM draft")]


def told(desk_file: Path, *words: str) -> list[dict[str, Any]]:
    """What the command line answers in JSON, object by object."""
    command = [sys.executable, "-m", "tuiticket", "--db", str(desk_file), *words, "--json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]
