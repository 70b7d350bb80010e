"""Notices in words: everything the engine tells somebody has a sentence."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import tuiticket.engine
from tests.test_event_words import NAMES, event
from tuiticket import i18n
from tuiticket.engine.model.inbox import InboxLine
from tuiticket.engine.model.people import Notice
from tuiticket.notice_words import SENTENCES, said, who

ENGINE = Path(tuiticket.engine.__file__).parent


def told() -> Iterator[str]:
    """Every word that stands for what somebody is told of in the engine."""
    for path in ENGINE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "tell"
                and len(node.args) > 2
                and isinstance(node.args[2], ast.Constant)
            ):
                yield str(node.args[2].value)


def line(about: str, *events: object, **details: object) -> InboxLine:
    """A notice to alice."""
    notice = Notice(
        agent_id=1, at=datetime(2026, 3, 2, tzinfo=UTC), about=about, details=dict(details)
    )
    return InboxLine(notice=notice, events=events)  # type: ignore[arg-type]


def test_everything_that_is_told_has_a_sentence() -> None:
    assert set(told()) >= {"assigned", "mentioned", "message", "watched", "woken"}
    assert set(told()) - {"watched"} <= set(SENTENCES)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("about", sorted(SENTENCES))
def test_a_sentence_is_whole_even_without_its_values(about: str, language: str) -> None:
    i18n.switch(language)
    assert said(line(about)).strip()


@pytest.mark.parametrize(
    ("notice", "words"),
    [
        (line("clock", clock="first-response", percent=80), "first response at 80 % of its time"),
        (line("message", text="a {b}\nc"), "a {b} c"),
        (line("rejected", reason="No photo"), "sent your result back: No photo"),
        (line("something-new"), "something-new"),
        (
            line("watched", event("ticket.assigned", owner="bo"), event("ticket.taken")),
            "assigned to Bo Chen; took the ticket",
        ),
    ],
)
def test_what_a_notice_says(notice: InboxLine, words: str) -> None:
    assert said(notice, NAMES) == words


def test_who_did_it() -> None:
    assert who(line("assigned", by="bo"), NAMES) == "Bo Chen"
    assert who(line("clock"), NAMES) == "the desk"
