"""The log of the desk: every interaction, in order, each sealed to the one before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

Json = dict[str, Any]
FieldChanges = dict[str, list[Any]]


ACCEPTED = "ticket.accepted"
"""The kind of event that tells that a ticket's owner looked at it: not a deed one would undo."""


class How(StrEnum):
    """What became of a stored value."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """What an event did to one stored value: each changed field with what it was and became.

    `entity` is the model class, `how` whether the value was added, changed or removed. `fields`
    holds plain JSON values (see `rules.record`), None where there was or is none; private fields
    stand as their SHA-256.
    """

    entity: str
    id: int
    how: How
    fields: FieldChanges


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of the log.

    `act` is the id of the first event of the same command: what is undone together. `kind` says in
    domain words what happened (ticket.opened, message.sent …), `data` what is worth knowing beyond
    the changes.
    """

    id: int
    act: int
    at: datetime
    actor: str
    via: str
    kind: str
    ticket_id: int | None
    data: Json
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedLine:
    """An event as it lies in the store, before anything is believed of it.

    `at` is in seconds UTC, `payload` the canonical JSON of data and changes. `payload_hash` seals
    the payload alone, so that one holding personal data can be erased later without breaking the
    chain; `hash` seals the whole line and, through `previous`, all before it. See `rules.chain`.
    """

    id: int
    act: int
    at: int
    actor: str
    via: str
    kind: str
    ticket_id: int | None
    payload: str
    payload_hash: str
    previous: str
    hash: str
