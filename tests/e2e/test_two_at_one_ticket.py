"""Two consoles on one ticket, and in one article: nothing is sent or saved past what changed."""

from __future__ import annotations

import re
from pathlib import Path

from tests.e2e.answering import told
from tests.e2e.conftest import Sit
from tests.e2e.terminal import Terminal

NUMBER = re.compile(r"▌.*?(\d{5})")
"""The ticket under the cursor."""


def answers(desk_file: Path, number: int) -> list[str]:
    """What the staff wrote to the customer on a ticket."""
    (ticket,) = told(desk_file, "ticket", "show", str(number))
    return [message["text"] for message in ticket["messages"] if message["direction"] == "out"]


def test_the_second_to_send_or_save_is_shown_what_the_first_changed(
    sit: Sit, desk_file: Path
) -> None:
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

    edit_one_article(alice, dora, desk_file)


def edit_one_article(alice: Terminal, dora: Terminal, desk_file: Path) -> None:
    """Both edit the article at the top of the knowledge base; dora saves over what alice saved."""
    for console, words in ((alice, "First. "), (dora, "Second. ")):
        console.press("f5")
        console.until("articles")
        console.press("e")
        console.until("Editing KB-")
        console.press(words)
        console.until(words.strip())
    alice.press("ctrl+s")
    alice.until("saved")
    dora.until("changed it meanwhile", patience=10)
    dora.press("ctrl+s")
    dora.until("changed this since you began")
    dora.until("+ First.")
    dora.press("y")
    dora.until("saved")
    alice.until("Second. ", patience=10)
    number = re.findall(r"KB-(\d+) saved", alice.settled() + dora.settled())[0]
    wordings = told(desk_file, "kb", "history", number)
    assert [each["body"].split(" ")[0] for each in wordings][1:] == ["First.", "Second."]
