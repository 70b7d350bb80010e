"""Two consoles on one ticket: each sees the other, and no answer is sent past what changed."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from tests.e2e.conftest import Sit

NUMBER = re.compile(r"▌.*?(\d{5})")
"""The ticket under the cursor."""


def answers(desk_file: Path, number: int) -> list[str]:
    """What the staff wrote to the customer on a ticket."""
    command = [sys.executable, "-m", "tuiticket", "--db", str(desk_file)]
    done = subprocess.run(
        [*command, "ticket", "show", str(number), "--json"],
        check=True,
        capture_output=True,
        text=True,
    )
    messages = json.loads(done.stdout)["messages"]
    return [message["text"] for message in messages if message["direction"] == "out"]


def test_both_see_it_and_the_second_sender_is_shown_what_changed(sit: Sit, desk_file: Path) -> None:
    alice, dora = sit("alice"), sit("dora", rows=24, columns=80)
    for console in (alice, dora):
        console.until("Subject")
    alice.press("/", "kind:complaint is:unanswered", "enter")
    alice.until(lambda text: bool(NUMBER.search(text)) and "kind:complaint" in text)
    number = int(NUMBER.findall(alice.settled())[0])
    before = answers(desk_file, number)

    dora.press("#", str(number), "enter")
    dora.until(f"#{number}")
    alice.press("enter")
    alice.until("Dora Novák is here too", patience=10)
    dora.until("Alice Lin is here too", patience=10)

    alice.press("r")
    alice.until("ctrl+s")
    alice.press("The first answer.")
    dora.until("Alice Lin is typing", patience=10)
    dora.press("r")
    dora.until("ctrl+s")
    dora.press("The second answer.")
    alice.until("Dora Novák is typing", patience=10)

    alice.press("ctrl+s", "y")
    alice.until("Sent")
    dora.until("wrote meanwhile")
    dora.press("ctrl+s")
    dora.until("y send")
    dora.press("y")
    dora.until("changed while you wrote")
    dora.until("The first answer.")
    assert answers(desk_file, number) == [*before, "The first answer."]
    dora.press("y")
    dora.until("Sent")
    assert answers(desk_file, number) == [*before, "The first answer.", "The second answer."]
