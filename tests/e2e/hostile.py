"""A desk in whose every text stands what somebody hopes a terminal will obey."""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from pathlib import Path
from typing import Any

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

KINDS = {"unseen": CONTROLS + UNSEEN, "large": LARGE}
"""The hostile texts by what they try."""

_COLUMNS = {
    "agent": ("name", "away_note"),
    "article": ("title", "body"),
    "canned_reply": ("name",),
    "category": ("name", "name_zh"),
    "customer": ("name", "note"),
    "delivery": ("address",),
    "message": ("body", "quoted", "subject"),
    "order": ("tracking",),
    "policy": ("name",),
    "rating": ("comment",),
    "saved_view": ("name",),
    "settings": ("name",),
    "team": ("name", "name_zh"),
    "ticket": ("subject",),
}
"""Columns that hold words somebody chose."""

_LISTS = {
    "article": ("asked_as",),
    "customer": ("tags",),
    "routing_rule": ("keywords",),
    "ticket": ("tags",),
}
"""Columns that hold several."""

_LISTED = {"judgement": ("reasons", "temper_reasons"), "possible_duplicate": ("words",)}
"""Columns that hold several, one on each line."""


def infest(desk_file: Path, text: str) -> None:
    """Put a text into a desk behind the engine's back, where no intake has cleaned it."""
    with sqlite3.connect(desk_file) as connection:
        connection.execute(
            "INSERT INTO saved_view (key, name, query, position)"
            " VALUES ('open-ones', '', 'state:open', 99)"
        )
        for columns_of, value in (
            (_COLUMNS, text),
            (_LISTS, json.dumps([text])),
            (_LISTED, f"{text}\n{text}"),
        ):
            for table, columns in columns_of.items():
                for column in columns:
                    connection.execute(f'UPDATE "{table}" SET {column} = ?', (value,))
        connection.execute("UPDATE contact SET value = ? || id", (text,))
        connection.execute("UPDATE article SET source = ? || id WHERE source <> ''", (text,))
        connection.execute("UPDATE routing_rule SET name = ? || id", (text,))
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
        connection.execute("DROP TRIGGER event_unchanged")
        for id_, payload in connection.execute("SELECT id, payload FROM event").fetchall():
            infested = json.dumps(_infested(json.loads(payload), text))
            connection.execute("UPDATE event SET payload = ? WHERE id = ?", (infested, id_))


def _infested(value: Any, text: str) -> Any:
    """A value of the log with the text in place of all that was written in words."""
    if isinstance(value, dict):
        return {key: _infested(each, text) for key, each in value.items()}
    if isinstance(value, list):
        return [_infested(each, text) for each in value]
    return text if isinstance(value, str) and _WORDS.search(value) else value


_WORDS = re.compile(r"[^\W\d_]\W* |[\u4e00-\u9fff]")

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
