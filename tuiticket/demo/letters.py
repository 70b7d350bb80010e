"""What customers write: labelled letters and questions in both languages, kept in two halves.

What the labels mean, how it was written and how it is split is told in `letters/README.md`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from tuiticket.demo.content import CONTENT
from tuiticket.engine.model.ticket import Kind

_LANGUAGES = ("en", "zh")


class Half(StrEnum):
    """What rules and weights are tuned on, and what is held back to measure them by."""

    TUNE = "tune"
    HELD = "held"


class Temper(StrEnum):
    """How a letter sounds, from mild to worst."""

    CALM = "calm"
    DISPLEASED = "displeased"
    ANGRY = "angry"
    THREATENING = "threatening"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a customer wrote first, with what a careful agent would have made of it.

    `subject` is empty where the letter came by a door that asks for none, such as a chat.
    """

    id: str
    language: str
    category: str
    kind: Kind
    temper: Temper
    subject: str
    body: str

    @property
    def text(self) -> str:
        """Subject and body, as one reads them."""
        return f"{self.subject}\n{self.body}" if self.subject else self.body


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What somebody asks in their own words; `article` names the pair of pages that answers it."""

    id: str
    language: str
    article: str
    question: str


@cache
def load_letters(half: Half) -> tuple[Letter, ...]:
    """The letters of one half, English first, by their ids within a language."""
    return tuple(
        Letter(
            id=row["id"],
            language=row["language"],
            category=row["category"],
            kind=Kind(row["kind"]),
            temper=Temper(row["temper"]),
            subject=row["subject"],
            body=row["body"],
        )
        for row in _rows(half, "letters")
    )


@cache
def load_questions(half: Half) -> tuple[Question, ...]:
    """The questions of one half, English first, by their ids within a language."""
    return tuple(Question(**row) for row in _rows(half, "questions"))


def _rows(half: Half, name: str) -> Iterator[dict[str, Any]]:
    for language in _LANGUAGES:
        path = CONTENT / "letters" / half / f"{name}.{language}.jsonl"
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)
