"""What can be pointed at, folded and clicked in the story of a ticket."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from tuiticket.engine.model.message import Message
from tuiticket.widgets.timeline_entries import Entry, Said

FEW_STEPS = 2
"""Steps shown one by one; more than these are folded into a line."""
SHORT = 4_000
"""Characters of a text shown before it is unfolded."""
PAGE = 100_000
"""Characters each further unfolding shows, so that a text of a megabyte never stops the hand."""


class Sort(StrEnum):
    """What sort of part it is: a whole message, its own words, its quote, or a run of steps."""

    MESSAGE = "message"
    BODY = "body"
    QUOTE = "quote"
    STEPS = "steps"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the story; `id` is the message's, for steps that of the first event."""

    sort: Sort
    id: int


@dataclass(frozen=True, slots=True)
class Head:
    """The first line of an entry, where the cursor stands. Target of a line."""

    part: Part


@dataclass(frozen=True, slots=True)
class Turn:
    """Show that many pages of a part: none folds it. Target of a line."""

    part: Part
    pages: int


@dataclass(frozen=True, slots=True)
class File:
    """An attachment by its id. Target of a line."""

    id: int


Opened = Mapping[Part, int]
"""How many pages of each part are shown; parts that nobody unfolded are missing."""


def text_of(message: Message, sort: Sort) -> str:
    """The text of a part of a message."""
    return (message.quoted if sort is Sort.QUOTE else message.body).strip("\n")


def first_shown(message: Message, sort: Sort) -> int:
    """How many characters of a part are shown while it is folded."""
    if sort is Sort.QUOTE:
        return 0
    text = text_of(message, sort)
    if message.withdrawn_at is not None:
        return len(text.partition("\n")[0])
    return len(text) if len(text) <= SHORT * 5 // 4 else SHORT


def foldable(entry: Entry) -> dict[Part, int]:
    """The parts of an entry that can be folded, each with the pages it has."""
    if not isinstance(entry, Said):
        few = len(entry.events) <= FEW_STEPS
        return {} if few else {Part(Sort.STEPS, entry.events[0].id): 1}
    parts = {}
    for sort in (Sort.BODY, Sort.QUOTE):
        length = len(text_of(entry.message, sort))
        if length > first_shown(entry.message, sort):
            parts[Part(sort, entry.message.id)] = -(-length // PAGE)
    return parts


def pointed_at(entry: Entry) -> Part | None:
    """What the cursor stands on at this entry; None where it passes by: a step or two."""
    if isinstance(entry, Said):
        return Part(Sort.MESSAGE, entry.message.id)
    return next(iter(foldable(entry)), None)


def further(parts: Mapping[Part, int], opened: Opened) -> dict[Part, int]:
    """The same parts one page further unfolded; all of them folded where nothing is left."""
    if all(opened.get(part, 0) >= pages for part, pages in parts.items()):
        return dict.fromkeys(parts, 0)
    return {part: min(opened.get(part, 0) + 1, pages) for part, pages in parts.items()}
