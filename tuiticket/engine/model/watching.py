"""Who follows a ticket, and how far they have read it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Watcher:
    """That an agent wants to hear of all that happens to a ticket."""

    id: int = 0
    ticket_id: int
    agent_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Up to which message an agent has read a ticket: private, outside the log."""

    id: int = 0
    ticket_id: int
    agent_id: int
    message_id: int
