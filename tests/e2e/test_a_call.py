"""A phone enquiry recorded while it goes on, in fewer than ten keystrokes beside the words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.e2e.answering import told
from tests.e2e.conftest import Sit

MOST = 9
"""Keystrokes beside the words that may be needed."""


def newest(desk_file: Path, query: str) -> dict[str, Any]:
    """All about the one ticket a query finds."""
    (line,) = told(desk_file, "ticket", "list", query)
    return told(desk_file, "ticket", "show", str(line["number"]))[0]


def test_a_call_of_a_known_customer_is_on_record_complete(sit: Sit, desk_file: Path) -> None:
    console = sit("alice", rows=24, columns=80)
    console.until("Subject")
    keys = 0

    def press(key: str) -> None:
        nonlocal keys
        keys += 1
        console.press(key)

    press("C")
    console.until("Log a call")
    console.press("+8610000000136")
    console.until("杨雪 ·vip")
    press("enter")
    console.press("浴巾洗了会缩水吗")
    press("enter")
    console.press("想知道能不能机洗")
    press("enter")
    console.press("可以，冷水轻柔模式")
    console.until("冷水轻柔模式")
    press("ctrl+s")
    console.until("Recorded and solved")
    assert keys <= MOST

    ticket = newest(desk_file, "state:solved 浴巾洗了会缩水吗")
    assert ticket["subject"] == "浴巾洗了会缩水吗"
    assert ticket["state"] == "solved"
    assert ticket["customer"] == "杨雪"
    assert ticket["kind"] == "enquiry"
    assert ticket["language"] == "zh"
    said = [(message["direction"], message["text"]) for message in ticket["messages"]]
    assert said == [("in", "想知道能不能机洗"), ("out", "可以，冷水轻柔模式")]
    assert ticket["messages"][0]["channel"] == "phone"
    assert ticket["messages"][0]["seconds"] is not None


def test_a_call_of_a_stranger_that_needs_somebody_else_goes_to_a_team(
    sit: Sit, desk_file: Path
) -> None:
    console = sit("alice")
    console.until("Subject")
    console.press("C")
    console.until("Log a call")
    console.press("+442071838750")
    console.until("not known yet")
    console.press("enter", "Ms Okafor", "enter", "Bulk order for a hotel", "enter", "80 lamps")
    console.until("80 lamps")
    console.press("ctrl+s")
    console.until("Recorded · #")
    ticket = newest(desk_file, '"Bulk order for a hotel"')
    assert ticket["customer"] == "Ms Okafor"
    assert ticket["state"] in ("new", "open")
    assert ticket["team"]
