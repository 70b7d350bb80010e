"""Words a shop has for the same matter."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonyms:
    """Words and short phrases that may stand for one another, under a key of the shop's own.

    Asked by one of them the knowledge base finds the others too, beside the words of the trade that
    are built in.
    """

    id: int = 0
    key: str
    words: tuple[str, ...]
