"""A complaint answered with an article, seen by a colleague, and taken back: by keys alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.e2e.answering import told
from tests.e2e.conftest import Sit

NUMBER = re.compile(r"▌.*?(\d{5})")
"""The ticket under the cursor."""

WORDS = {
    "en": {"titles": "Subject", "hint": "enter insert", "review": "y send", "undone": "Taken back"},
    "zh_CN": {"titles": "主题", "hint": "enter 插入", "review": "y 发送", "undone": "已撤回"},
}


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
@pytest.mark.parametrize(("rows", "columns"), [(24, 80), (48, 160)])
def test_a_complaint_is_answered_and_the_answer_taken_back(
    sit: Sit, desk_file: Path, lang: str, rows: int, columns: int
) -> None:
    words = WORDS[lang]
    mine = sit("alice", rows=rows, columns=columns, lang=lang)
    theirs = sit("dora", rows=rows, columns=columns, lang=lang)
    for console in (mine, theirs):
        console.until(words["titles"])
    mine.press("/", "kind:complaint is:unanswered", "enter")
    mine.until(lambda text: bool(NUMBER.search(text)) and "kind:complaint" in text)
    number = int(NUMBER.findall(mine.settled())[0])
    before = told(desk_file, "ticket", "show", str(number))[0]
    assert before["unanswered_since"]

    theirs.press("#", str(number), "enter")
    theirs.until(f"#{number}")

    mine.press("enter")
    mine.until(f"#{number}")
    mine.press("r")
    mine.until("ctrl+s")
    mine.press("Good news. ", "f2")
    mine.until("退款时效说明")
    mine.press("enter")
    mine.until(lambda text: words["hint"] not in text and "ctrl+s" in text)
    mine.press("ctrl+s")
    mine.until(words["review"])
    mine.press("y")
    mine.until(lambda text: words["review"] not in text)

    theirs.until("Good news")
    after = told(desk_file, "ticket", "show", str(number))[0]
    assert after["unanswered_since"] is None
    assert {clock["kind"]: clock["state"] for clock in after["clocks"]}["resolution"] == "running"
    assert not [
        clock
        for clock in after["clocks"]
        if "response" in clock["kind"] and clock["state"] == "running"
    ]
    kinds = [event["kind"] for event in told(desk_file, "log", "show", str(number))]
    assert kinds[-1] == "message.sent"

    mine.press("u")
    mine.until(words["undone"])
    again = told(desk_file, "ticket", "show", str(number))[0]
    assert again["unanswered_since"] == before["unanswered_since"]
    kinds = [event["kind"] for event in told(desk_file, "log", "show", str(number))]
    assert kinds[-1] == "desk.undone"
    mine.press("escape", "q")
    assert told(desk_file, "log", "verify")[0]["holds"] is True
