"""A sudden wave of tickets about one thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class MarkKind(StrEnum):
    """What the tickets of a wave have in common: a word, a category, an article, a carrier."""

    WORD = "word"
    CATEGORY = "category"
    PRODUCT = "product"
    CARRIER = "carrier"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """One thing a ticket is about, as it is counted.

    `name` is a word as the index cuts it, the key of a category, the number of an article, or the
    letters that a carrier's parcels begin with.
    """

    kind: MarkKind
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave:
    """Many tickets about one thing in a short time, from `started_at` to `last_at`.

    `name` and `also`, what rose with it, are words as customers wrote them; each of the `marks`, as
    they are counted, brings a ticket into it. `tickets` were found so far, `expected` are the
    hundredths of tickets that the desk is used to in such a time; at `told_at` tickets the leads
    heard of it last. It is over at `over_at`, None while it goes on.
    """

    id: int = 0
    kind: MarkKind
    name: str
    also: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    started_at: datetime
    last_at: datetime
    tickets: int
    expected: int
    told_at: int
    over_at: datetime | None = None

    def holds(self, mark: Mark) -> bool:
        """Whether what is marked so belongs to it."""
        if mark.kind is MarkKind.WORD:
            return mark.name in self.marks
        return mark.kind is self.kind and mark.name == self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveTicket:
    """That a ticket belongs to a wave; to one at most."""

    id: int = 0
    wave_id: int
    ticket_id: int
