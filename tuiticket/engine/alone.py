"""A desk at which nobody sees who else is there."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from tuiticket.engine.model.presence import Doing, Present


class Alone:
    """Keeps no presence: a desk without a place for it works just the same."""

    def stay(self, seat: str, login: str, ticket: int, doing: Doing, now: datetime) -> None:
        """Be at a ticket, seen by nobody."""

    def leave(self, seat: str) -> None:
        """Be at no ticket any more."""

    def at(self, tickets: Collection[int], now: datetime, without: str = "") -> tuple[Present, ...]:
        """Nobody."""
        return ()
