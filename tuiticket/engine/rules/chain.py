"""The seal of the log: a SHA-256 chain in which every line vouches for all before it.

A changed, removed or inserted line breaks the chain where it stands; a line cut off at the end is
missed by the head, which is noted apart from the log.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from tuiticket.engine.errors import N_
from tuiticket.engine.model.event import Change, Event, How, SealedLine

GENESIS = "0" * 64
"""What the first line of a log is sealed to."""


def canonical(value: Any) -> str:
    """JSON of a value, the same text for the same value always."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=repr
    )


def digest(text: str) -> str:
    """SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def seal(line: SealedLine) -> str:
    """The hash a line must bear."""
    return digest(
        canonical(
            [
                line.previous,
                line.id,
                line.act,
                line.at,
                line.actor,
                line.via,
                line.kind,
                line.ticket_id,
                line.payload_hash,
            ]
        )
    )


def sealed(event: Event, previous: str) -> SealedLine:
    """The line an event becomes in the log, sealed to the hash of the line before."""
    payload = canonical(
        {"data": event.data, "changes": [_written(change) for change in event.changes]}
    )
    line = SealedLine(
        id=event.id,
        act=event.act,
        at=int(event.at.timestamp()),
        actor=event.actor,
        via=event.via,
        kind=event.kind,
        ticket_id=event.ticket_id,
        payload=payload,
        payload_hash=digest(payload),
        previous=previous,
        hash="",
    )
    return replace(line, hash=seal(line))


def unsealed(line: SealedLine) -> Event:
    """The event a line of the log tells of."""
    payload = json.loads(line.payload)
    return Event(
        id=line.id,
        act=line.act,
        at=datetime.fromtimestamp(line.at, UTC),
        actor=line.actor,
        via=line.via,
        kind=line.kind,
        ticket_id=line.ticket_id,
        data=payload["data"],
        changes=tuple(
            Change(entity, id_, How(how), fields) for entity, id_, how, fields in payload["changes"]
        ),
    )


def _written(change: Change) -> list[Any]:
    return [change.entity, change.id, change.how.value, change.fields]


@dataclass(frozen=True, slots=True)
class Break:
    """The first line that does not hold, and why."""

    event_id: int
    reason: str


def first_break(lines: Iterable[SealedLine], head: tuple[int, str]) -> Break | None:
    """Walk the whole log; None if every line holds and the log ends where its head says."""
    expected, previous = 1, GENESIS
    for line in lines:
        reason = _fault(line, expected, previous)
        if reason:
            return Break(line.id if reason is not _MISSING else expected, reason)
        expected, previous = expected + 1, line.hash
    head_id, head_hash = head
    if head_id >= expected:
        return Break(expected, _CUT)
    if head_id != expected - 1:
        return Break(head_id + 1, _ADDED)
    if head_hash != previous:
        return Break(head_id, _HEAD)
    return None


_MISSING = N_("the line is missing")
_INSERTED = N_("the line was inserted")
_CHAIN = N_("it is not sealed to the line before it")
_PAYLOAD = N_("its contents were changed")
_LINE = N_("the line was changed")
_CUT = N_("the line was cut off the end of the log")
_ADDED = N_("the line was added behind the end of the log")
_HEAD = N_("the note of where the log ends does not fit its last line")


def _fault(line: SealedLine, expected: int, previous: str) -> str | None:
    if not isinstance(line.id, int) or line.id < expected:
        return _INSERTED
    if line.id > expected:
        return _MISSING
    if line.previous != previous:
        return _CHAIN
    if not isinstance(line.payload, str) or digest(line.payload) != line.payload_hash:
        return _PAYLOAD
    if seal(line) != line.hash:
        return _LINE
    return None
