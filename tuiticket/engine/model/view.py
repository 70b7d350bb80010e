"""Queries that people keep under a name, and how much they show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A query kept under a key: one's own, or, without an owner, for everybody.

    Views stand in the order of `position`.
    """

    id: int = 0
    key: str
    name: str
    query: str
    position: int = 0
    owner_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewCount:
    """How many tickets a saved view holds; `capped` if there are more than were counted."""

    key: str
    count: int
    capped: bool
