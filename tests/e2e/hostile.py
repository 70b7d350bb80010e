"""A desk in whose every text stands what somebody hopes a terminal will obey."""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from pathlib import Path

CONTROLS = (
    "start\x1b[31;7777mred\x1b[2J\x1b[?1049l \x1b]0;owned\x07 \x1b]8;;http://evil.example\x1b\\link"
    "\x1b]8;;\x1b\\ \x1b]52;c;cHduZWQ=\x07 \x1bP+q544e\x1b\\ \x9b31m \x9d0;owned\x9c \x84\x85\x90"
    "\x08\x08\x0c\x0b\x00\x7f\x1bc end"
)
UNSEEN = (
    "start \u202egnikcatta\u202c \u2066x\u2069 \u200e\u200f\u061c z\u200be\u200cr\u200do \ufeff"
    "\u2028\u2029 e" + "\u0301\u0316" * 60 + " \u0e01" + "\u0e49" * 40 + " \U000e0041 \u3164 end"
)
LARGE = "start [bold red]markup[/] [@click=app.quit]press[/] {braces} %s 字" + "宽" * 3_000 + " end"
HUGE = "start " + "x宽" * 400_000 + " end"

KINDS = {"controls": CONTROLS, "unseen": UNSEEN, "large": LARGE}
"""The hostile texts by what they try."""

_COLUMNS = {
    "ticket": ("subject",),
    "customer": ("name", "note"),
    "agent": ("name",),
    "team": ("name", "name_zh"),
    "category": ("name", "name_zh"),
    "policy": ("name",),
    "settings": ("name",),
    "saved_view": ("name",),
    "canned_reply": ("name",),
    "article": ("title", "body"),
    "message": ("body", "quoted", "subject"),
    "order": ("tracking",),
}


def infest(desk_file: Path, text: str) -> None:
    """Put a text into a desk behind the engine's back, where no intake has cleaned it."""
    with sqlite3.connect(desk_file) as connection:
        for table, columns in _COLUMNS.items():
            for column in columns:
                connection.execute(f'UPDATE "{table}" SET {column} = ?', (text,))
        connection.execute("UPDATE customer SET tags = ?", (json.dumps([text]),))
        connection.execute("UPDATE ticket SET tags = ?", (json.dumps([text]),))
        connection.execute("UPDATE contact SET value = ? || id", (text,))
        bodies = json.dumps({"en": text, "zh": text})
        connection.execute("UPDATE canned_reply SET bodies = ?", (bodies,))
        for id_, lines in connection.execute('SELECT id, lines FROM "order"').fetchall():
            named = [{**line, "name": text} for line in json.loads(lines)]
            connection.execute(
                'UPDATE "order" SET lines = ? WHERE id = ?', (json.dumps(named), id_)
            )
        connection.execute(
            "INSERT INTO attachment (message_id, name, media_type, size)"
            " SELECT id, ?, ?, 7 FROM message",
            (text, text),
        )


_OURS = re.compile(
    rb"\x1b\]22;[a-z]+\x07|\x1b\[[0-?]*[ -/]*[@-~]|\x1bP[=>][^\x1b]*\x1b\\|\x1b[78=>]|\x1b\([B0]"
)
"""What a console itself says to a terminal: CSI, the pointer's shape, questions at its start."""


_THEIRS = re.compile(rb"\x1b\[[0-9;]*7777[^m]*m")
"""What CONTROLS says to a terminal and no console would."""


def faults(received: bytes) -> list[str]:
    """What a terminal got that it must not get, each as it can be read."""
    rest = _OURS.sub(b"", received)
    found = [repr(theirs) for theirs in _THEIRS.findall(received)]
    text = rest.decode("utf-8")
    for char in sorted(set(text)):
        if char in "\r\n":
            continue
        if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp"):
            found.append(f"U+{ord(char):04X}")
    marks = 0
    for char in text:
        marks = marks + 1 if unicodedata.category(char).startswith("M") else 0
        if marks == 10:
            found.append(f"more than nine marks on one character: U+{ord(char):04X}")
    return found
